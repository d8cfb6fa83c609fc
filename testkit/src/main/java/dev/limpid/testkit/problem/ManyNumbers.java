package dev.limpid.testkit.problem;

import static dev.limpid.testkit.problem.Mgh.at;
import static dev.limpid.testkit.problem.Mgh.repeat;
import static dev.limpid.testkit.problem.Mgh.sum;

import dev.limpid.core.objective.LeastSquares;
import java.util.Arrays;
import java.util.function.Supplier;

/** Problems 21 to 27 of Moré, Garbow and Hillstrom: any number of parameters, here up to twelve. */
final class ManyNumbers {

    private static final double A = 1e-5;

    private ManyNumbers() {}

    static Supplier<Problem<LeastSquares>> extendedRosenbrock() {
        return Mgh.of(
                        "Extended Rosenbrock",
                        "Σᵢ 100·(x₂ᵢ − x₂ᵢ₋₁²)² + (1 − x₂ᵢ₋₁)², i = 1 … 5",
                        10,
                        (x, r, j) -> {
                            for (int k = 0; k < 10; k += 2) {
                                r[k] = 10 * (x[k + 1] - x[k] * x[k]);
                                j[k][k] = -20 * x[k];
                                j[k][k + 1] = 10;
                                r[k + 1] = 1 - x[k];
                                j[k + 1][k] = -1;
                            }
                        },
                        repeat(5, -1.2, 1))
                .minimum(0, repeat(10, 1));
    }

    static Supplier<Problem<LeastSquares>> extendedPowell() {
        return Mgh.of(
                        "Extended Powell singular",
                        "Powell's singular function of each four of twelve numbers, added up",
                        12,
                        (x, r, j) -> {
                            for (int k = 0; k < 12; k += 4) {
                                FewNumbers.powell(x, k, r, j);
                            }
                        },
                        repeat(3, 3, -1, 0, 1))
                .convex()
                .minimum(0, new double[12]);
    }

    static Supplier<Problem<LeastSquares>> penalty1() {
        return Mgh.of(
                        "Penalty I",
                        "10⁻⁵·Σⱼ (xⱼ − 1)² + (Σⱼ xⱼ² − ¼)², j = 1 … 4",
                        5,
                        (x, r, j) -> {
                            r[4] = -0.25;
                            for (int k = 0; k < 4; k++) {
                                r[k] = Math.sqrt(A) * (x[k] - 1);
                                j[k][k] = Math.sqrt(A);
                                r[4] += x[k] * x[k];
                                j[4][k] = 2 * x[k];
                            }
                        },
                        1,
                        2,
                        3,
                        4)
                .minimum(2.2499775008999370e-5, repeat(4, 0.2500074995875379));
    }

    static Supplier<Problem<LeastSquares>> penalty2() {
        return Mgh.of(
                        "Penalty II",
                        "(x₁ − 0.2)² + 10⁻⁵·Σᵢ (eᵢ + eᵢ₋₁ − yᵢ)² + 10⁻⁵·Σᵢ (eᵢ − exp(−0.1))² + (Σⱼ (5 − j)·xⱼ² − 1)²,"
                                + " eᵢ = exp(xᵢ/10), i = 2 … 4, j = 1 … 4",
                        8,
                        (x, r, j) -> {
                            r[0] = x[0] - 0.2;
                            j[0][0] = 1;
                            r[7] = -1;
                            for (int k = 0; k < 4; k++) {
                                r[7] += (4 - k) * x[k] * x[k];
                                j[7][k] = 2 * (4 - k) * x[k];
                            }
                            for (int i = 2; i <= 4; i++) {
                                double e = Math.sqrt(A) * Math.exp(x[i - 1] / 10);
                                double before = Math.sqrt(A) * Math.exp(x[i - 2] / 10);
                                double y = Math.exp(i / 10.0) + Math.exp((i - 1) / 10.0);
                                r[i - 1] = e + before - Math.sqrt(A) * y;
                                j[i - 1][i - 1] = e / 10;
                                j[i - 1][i - 2] = before / 10;
                                r[i + 2] = e - Math.sqrt(A) * Math.exp(-0.1);
                                j[i + 2][i - 1] = e / 10;
                            }
                        },
                        repeat(4, 0.5))
                .minimum(
                        9.376293007355442e-6,
                        at(0.1999993333503804, 0.19131670099277245, 0.48010148533262315, 0.5188454043902005));
    }

    static Supplier<Problem<LeastSquares>> variablyDimensioned() {
        double[] start = new double[10];
        Arrays.setAll(start, k -> 1 - (k + 1) / 10.0);
        return Mgh.of(
                        "Variably dimensioned",
                        "Σⱼ (xⱼ − 1)² + s² + s⁴, s = Σⱼ j·(xⱼ − 1), j = 1 … 10",
                        12,
                        (x, r, j) -> {
                            double s = 0;
                            for (int k = 0; k < 10; k++) {
                                r[k] = x[k] - 1;
                                j[k][k] = 1;
                                s += (k + 1) * (x[k] - 1);
                            }
                            r[10] = s;
                            r[11] = s * s;
                            for (int k = 0; k < 10; k++) {
                                j[10][k] = k + 1;
                                j[11][k] = 2 * s * (k + 1);
                            }
                        },
                        start)
                .convex()
                .minimum(0, repeat(10, 1));
    }

    static Supplier<Problem<LeastSquares>> trigonometric() {
        return Mgh.of(
                        "Trigonometric",
                        "Σᵢ (10 − Σⱼ cos xⱼ + i·(1 − cos xᵢ) − sin xᵢ)², i, j = 1 … 10",
                        10,
                        (x, r, j) -> {
                            double sum = 0;
                            for (double v : x) {
                                sum += oneMinusCosine(v);
                            }
                            for (int i = 0; i < 10; i++) {
                                r[i] = sum + (i + 1) * oneMinusCosine(x[i]) - Math.sin(x[i]);
                                for (int k = 0; k < 10; k++) {
                                    j[i][k] = Math.sin(x[k]);
                                }
                                j[i][i] += (i + 1) * Math.sin(x[i]) - Math.cos(x[i]);
                            }
                        },
                        repeat(10, 0.1))
                .minimum(0, new double[10], 2.7950561218794563e-5);
    }

    /** 1 − cos x without cancellation. */
    private static double oneMinusCosine(double x) {
        double half = Math.sin(x / 2);
        return 2 * half * half;
    }

    static Supplier<Problem<LeastSquares>> brownAlmostLinear() {
        return Mgh.of(
                        "Brown almost-linear",
                        "Σᵢ (xᵢ + Σⱼ xⱼ − 11)² + (Πⱼ xⱼ − 1)², i = 1 … 9, j = 1 … 10",
                        10,
                        (x, r, j) -> {
                            double sum = sum(x);
                            for (int i = 0; i < 9; i++) {
                                r[i] = x[i] + sum - 11;
                                Arrays.fill(j[i], 1);
                                j[i][i] = 2;
                            }
                            r[9] = 1;
                            Arrays.fill(j[9], 1);
                            for (int k = 0; k < 10; k++) {
                                r[9] *= x[k];
                                for (int l = 0; l < 10; l++) {
                                    j[9][l] *= l == k ? 1 : x[k];
                                }
                            }
                            r[9] -= 1;
                        },
                        repeat(10, 0.5))
                .minimum(0, repeat(10, 1), 1);
    }
}
