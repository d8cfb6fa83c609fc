package dev.limpid.testkit.problem;

import static dev.limpid.testkit.problem.Mgh.at;
import static dev.limpid.testkit.problem.Mgh.square;

import dev.limpid.core.objective.LeastSquares;
import java.util.function.Supplier;

/** Problems 13 to 20 of Moré, Garbow and Hillstrom: four to eleven parameters, a fixed number each. */
final class FewNumbers {

    private static final double[] KOWALIK_Y = {
        0.1957, 0.1947, 0.1735, 0.1600, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246
    };

    private static final double[] KOWALIK_U = {4, 2, 1, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625};

    private static final double[] OSBORNE_1 = {
        0.844, 0.908, 0.932, 0.936, 0.925, 0.908, 0.881, 0.850, 0.818, 0.784, 0.751, 0.718, 0.685, 0.658, 0.628, 0.603,
        0.580, 0.558, 0.538, 0.522, 0.506, 0.490, 0.478, 0.467, 0.457, 0.448, 0.438, 0.431, 0.424, 0.420, 0.414, 0.411,
        0.406
    };

    private static final double[] OSBORNE_2 = {
        1.366, 1.191, 1.112, 1.013, 0.991, 0.885, 0.831, 0.847, 0.786, 0.725, 0.746, 0.679, 0.608, 0.655, 0.616, 0.606,
        0.602, 0.626, 0.651, 0.724, 0.649, 0.649, 0.694, 0.644, 0.624, 0.661, 0.612, 0.558, 0.533, 0.495, 0.500, 0.423,
        0.395, 0.375, 0.372, 0.391, 0.396, 0.405, 0.428, 0.429, 0.523, 0.562, 0.607, 0.653, 0.672, 0.708, 0.633, 0.668,
        0.645, 0.632, 0.591, 0.559, 0.597, 0.625, 0.739, 0.710, 0.729, 0.720, 0.636, 0.581, 0.428, 0.292, 0.162, 0.098,
        0.054
    };

    private FewNumbers() {}

    static Supplier<Problem<LeastSquares>> powellSingular() {
        return Mgh.of(
                        "Powell singular",
                        "(x₁ + 10·x₂)² + 5·(x₃ − x₄)² + (x₂ − 2·x₃)⁴ + 10·(x₁ − x₄)⁴",
                        4,
                        (x, r, j) -> powell(x, 0, r, j),
                        3,
                        -1,
                        0,
                        1)
                .convex()
                .minimum(0, at(0, 0, 0, 0));
    }

    /** The four residuals of Powell's function of the parameters k … k + 3. */
    static void powell(double[] x, int k, double[] r, double[][] j) {
        r[k] = x[k] + 10 * x[k + 1];
        j[k][k] = 1;
        j[k][k + 1] = 10;
        r[k + 1] = Math.sqrt(5) * (x[k + 2] - x[k + 3]);
        j[k + 1][k + 2] = Math.sqrt(5);
        j[k + 1][k + 3] = -Math.sqrt(5);
        double c = x[k + 1] - 2 * x[k + 2];
        r[k + 2] = c * c;
        j[k + 2][k + 1] = 2 * c;
        j[k + 2][k + 2] = -4 * c;
        double d = x[k] - x[k + 3];
        r[k + 3] = Math.sqrt(10) * d * d;
        j[k + 3][k] = 2 * Math.sqrt(10) * d;
        j[k + 3][k + 3] = -2 * Math.sqrt(10) * d;
    }

    static Supplier<Problem<LeastSquares>> wood() {
        return Mgh.of(
                        "Wood",
                        "100·(x₂ − x₁²)² + (1 − x₁)² + 90·(x₄ − x₃²)² + (1 − x₃)² + 10·(x₂ + x₄ − 2)² + 0.1·(x₂ − x₄)²",
                        6,
                        (x, r, j) -> {
                            r[0] = 10 * (x[1] - x[0] * x[0]);
                            j[0][0] = -20 * x[0];
                            j[0][1] = 10;
                            r[1] = 1 - x[0];
                            j[1][0] = -1;
                            r[2] = Math.sqrt(90) * (x[3] - x[2] * x[2]);
                            j[2][2] = -2 * Math.sqrt(90) * x[2];
                            j[2][3] = Math.sqrt(90);
                            r[3] = 1 - x[2];
                            j[3][2] = -1;
                            r[4] = Math.sqrt(10) * (x[1] + x[3] - 2);
                            j[4][1] = Math.sqrt(10);
                            j[4][3] = Math.sqrt(10);
                            r[5] = (x[1] - x[3]) / Math.sqrt(10);
                            j[5][1] = 1 / Math.sqrt(10);
                            j[5][3] = -1 / Math.sqrt(10);
                        },
                        -3,
                        -1,
                        -3,
                        -1)
                .minimum(0, at(1, 1, 1, 1));
    }

    static Supplier<Problem<LeastSquares>> kowalikOsborne() {
        return Mgh.of(
                        "Kowalik–Osborne",
                        "Σᵢ (yᵢ − x₁·(uᵢ² + uᵢ·x₂)/(uᵢ² + uᵢ·x₃ + x₄))², 11 rows",
                        11,
                        (x, r, j) -> {
                            for (int i = 0; i < 11; i++) {
                                double u = KOWALIK_U[i];
                                double above = u * u + u * x[1];
                                double below = u * u + u * x[2] + x[3];
                                r[i] = KOWALIK_Y[i] - x[0] * above / below;
                                j[i][0] = -above / below;
                                j[i][1] = -x[0] * u / below;
                                j[i][2] = x[0] * above * u / (below * below);
                                j[i][3] = x[0] * above / (below * below);
                            }
                        },
                        0.25,
                        0.39,
                        0.415,
                        0.39)
                .minimum(
                        3.0750560384923745e-4,
                        at(0.19280693457903786, 0.19128232873436696, 0.12305650692632066, 0.13606233068379484),
                        0.0010273430486954578);
    }

    static Supplier<Problem<LeastSquares>> brownDennis() {
        return Mgh.of(
                        "Brown–Dennis",
                        "Σᵢ ((x₁ + t·x₂ − exp t)² + (x₃ + x₄·sin t − cos t)²)², t = i/5, i = 1 … 20",
                        20,
                        (x, r, j) -> {
                            for (int i = 1; i <= 20; i++) {
                                double t = i / 5.0;
                                double a = x[0] + t * x[1] - Math.exp(t);
                                double b = x[2] + x[3] * Math.sin(t) - Math.cos(t);
                                r[i - 1] = a * a + b * b;
                                j[i - 1][0] = 2 * a;
                                j[i - 1][1] = 2 * a * t;
                                j[i - 1][2] = 2 * b;
                                j[i - 1][3] = 2 * b * Math.sin(t);
                            }
                        },
                        25,
                        5,
                        -5,
                        -1)
                .minimum(
                        85822.20162635634,
                        at(-11.594439904762165, 13.203630051207204, -0.40343948817685954, 0.2367787744557363));
    }

    static Supplier<Problem<LeastSquares>> osborne1() {
        return Mgh.of(
                        "Osborne 1",
                        "Σᵢ (yᵢ − x₁ − x₂·exp(−t·x₄) − x₃·exp(−t·x₅))², t = 10·(i − 1), 33 rows",
                        33,
                        (x, r, j) -> {
                            for (int i = 0; i < 33; i++) {
                                double t = 10 * i;
                                double a = Math.exp(-t * x[3]);
                                double b = Math.exp(-t * x[4]);
                                r[i] = OSBORNE_1[i] - (x[0] + x[1] * a + x[2] * b);
                                j[i][0] = -1;
                                j[i][1] = -a;
                                j[i][2] = -b;
                                j[i][3] = x[1] * t * a;
                                j[i][4] = x[2] * t * b;
                            }
                        },
                        0.5,
                        1.5,
                        -1,
                        0.01,
                        0.02)
                .minimum(
                        5.464894697482907e-5,
                        at(
                                0.37541005210695205,
                                1.9358469127123674,
                                -1.464687136613423,
                                0.012867534640057288,
                                0.02212269966167261));
    }

    static Supplier<Problem<LeastSquares>> biggs() {
        return Mgh.of(
                        "Biggs EXP6",
                        "Σᵢ (x₃·exp(−t·x₁) − x₄·exp(−t·x₂) + x₆·exp(−t·x₅) − yᵢ)², t = i/10, i = 1 … 13",
                        13,
                        (x, r, j) -> {
                            for (int i = 1; i <= 13; i++) {
                                double t = i / 10.0;
                                double y = Math.exp(-t) - 5 * Math.exp(-i) + 3 * Math.exp(-4 * t);
                                double a = Math.exp(-t * x[0]);
                                double b = Math.exp(-t * x[1]);
                                double c = Math.exp(-t * x[4]);
                                r[i - 1] = x[2] * a - x[3] * b + x[5] * c - y;
                                j[i - 1][0] = -t * x[2] * a;
                                j[i - 1][1] = t * x[3] * b;
                                j[i - 1][2] = a;
                                j[i - 1][3] = -b;
                                j[i - 1][4] = -t * x[5] * c;
                                j[i - 1][5] = c;
                            }
                        },
                        1,
                        2,
                        1,
                        1,
                        1,
                        1)
                .minimum(0, at(1, 10, 1, 5, 4, 3), 0.0056556499254999310);
    }

    static Supplier<Problem<LeastSquares>> osborne2() {
        return Mgh.of(
                        "Osborne 2",
                        "Σᵢ (yᵢ − x₁·exp(−t·x₅) − Σₖ xₖ₊₁·exp(−(t − xₖ₊₈)²·xₖ₊₅))², t = (i − 1)/10, 65 rows, k = 1 … 3",
                        65,
                        (x, r, j) -> {
                            for (int i = 0; i < 65; i++) {
                                double t = i / 10.0;
                                double e = Math.exp(-t * x[4]);
                                r[i] = OSBORNE_2[i] - x[0] * e;
                                j[i][0] = -e;
                                j[i][4] = t * x[0] * e;
                                for (int k = 1; k <= 3; k++) {
                                    double d = t - x[k + 7];
                                    double bump = Math.exp(-d * d * x[k + 4]);
                                    r[i] -= x[k] * bump;
                                    j[i][k] = -bump;
                                    j[i][k + 4] = x[k] * d * d * bump;
                                    j[i][k + 7] = -2 * x[k] * d * x[k + 4] * bump;
                                }
                            }
                        },
                        1.3,
                        0.65,
                        0.65,
                        0.7,
                        0.6,
                        3,
                        5,
                        7,
                        2,
                        4.5,
                        5.5)
                .minimum(
                        0.040137736293547735,
                        at(
                                1.3099771546273005,
                                0.4315537946029889,
                                0.633661698960724,
                                0.5994305347859163,
                                0.7541832263280113,
                                0.9042885798596336,
                                1.3658118352370285,
                                4.8236988172271555,
                                2.3986848661317546,
                                4.568874597667672,
                                5.6753414705806415));
    }

    static Supplier<Problem<LeastSquares>> watson() {
        return Mgh.of(
                        "Watson",
                        "Σᵢ (Σⱼ (j − 1)·xⱼ·tʲ⁻² − (Σⱼ xⱼ·tʲ⁻¹)² − 1)² + x₁² + (x₂ − x₁² − 1)², t = i/29, j = 1 … 6",
                        31,
                        (x, r, j) -> {
                            for (int i = 1; i <= 29; i++) {
                                double t = i / 29.0;
                                double sum = 0;
                                double slope = 0;
                                for (int k = 5; k >= 0; k--) {
                                    sum = sum * t + x[k];
                                    slope = k > 0 ? slope * t + k * x[k] : slope;
                                }
                                r[i - 1] = slope - square(sum) - 1;
                                for (int k = 0; k < 6; k++) {
                                    j[i - 1][k] = (k > 0 ? k * Math.pow(t, k - 1) : 0) - 2 * sum * Math.pow(t, k);
                                }
                            }
                            r[29] = x[0];
                            j[29][0] = 1;
                            r[30] = x[1] - x[0] * x[0] - 1;
                            j[30][0] = -2 * x[0];
                            j[30][1] = 1;
                        },
                        new double[6])
                .minimum(
                        0.0022876700535524363,
                        at(
                                -0.015725086401458456,
                                1.0124348693691099,
                                -0.23299162595673767,
                                1.2604300877996082,
                                -1.5137289227222797,
                                0.9929964324311346));
    }
}
