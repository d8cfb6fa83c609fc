package dev.limpid.testkit.problem;

import static dev.limpid.testkit.problem.Mgh.at;

import dev.limpid.core.objective.LeastSquares;
import java.util.function.Supplier;

/** Problems 7 to 12 of Moré, Garbow and Hillstrom: three parameters. */
final class ThreeNumbers {

    private static final double[] BARD = {
        0.14, 0.18, 0.22, 0.25, 0.29, 0.32, 0.35, 0.39, 0.37, 0.58, 0.73, 0.96, 1.34, 2.10, 4.39
    };

    private static final double[] GAUSSIAN = {
        0.0009, 0.0044, 0.0175, 0.0540, 0.1295, 0.2420, 0.3521, 0.3989, 0.3521, 0.2420, 0.1295, 0.0540, 0.0175, 0.0044,
        0.0009
    };

    private static final double[] MEYER = {
        34780, 28610, 23650, 19630, 16370, 13720, 11540, 9744, 8261, 7030, 6005, 5147, 4427, 3820, 3307, 2872
    };

    private ThreeNumbers() {}

    static Supplier<Problem<LeastSquares>> helicalValley() {
        return Mgh.of(
                        "Helical valley",
                        "100·(x₃ − 10·ϑ)² + 100·(√(x₁² + x₂²) − 1)² + x₃², ϑ = angle of (x₁, x₂) / 2π",
                        3,
                        (x, r, j) -> {
                            double square = x[0] * x[0] + x[1] * x[1];
                            double radius = Math.sqrt(square);
                            double turn = Math.atan(x[1] / x[0]) / (2 * Math.PI) + (x[0] < 0 ? 0.5 : 0);
                            r[0] = 10 * (x[2] - 10 * turn);
                            j[0][0] = 100 * x[1] / (2 * Math.PI * square);
                            j[0][1] = -100 * x[0] / (2 * Math.PI * square);
                            j[0][2] = 10;
                            r[1] = 10 * (radius - 1);
                            j[1][0] = 10 * x[0] / radius;
                            j[1][1] = 10 * x[1] / radius;
                            r[2] = x[2];
                            j[2][2] = 1;
                        },
                        -1,
                        0,
                        0)
                .minimum(0, at(1, 0, 0));
    }

    static Supplier<Problem<LeastSquares>> bard() {
        return Mgh.of(
                        "Bard",
                        "Σᵢ (yᵢ − x₁ − uᵢ/(vᵢ·x₂ + wᵢ·x₃))², u = i, v = 16 − i, w = min(u, v), i = 1 … 15",
                        15,
                        (x, r, j) -> {
                            for (int i = 1; i <= 15; i++) {
                                double v = 16 - i;
                                double w = Math.min(i, v);
                                double below = v * x[1] + w * x[2];
                                r[i - 1] = BARD[i - 1] - (x[0] + i / below);
                                j[i - 1][0] = -1;
                                j[i - 1][1] = i * v / (below * below);
                                j[i - 1][2] = i * w / (below * below);
                            }
                        },
                        1,
                        1,
                        1)
                .minimum(
                        0.008214877306578975,
                        at(0.08241055974978893, 1.1330360920297216, 2.343695178642537),
                        17.42869333333333);
    }

    static Supplier<Problem<LeastSquares>> gaussian() {
        return Mgh.of(
                        "Gaussian",
                        "Σᵢ (x₁·exp(−x₂·(tᵢ − x₃)²/2) − yᵢ)², t = (8 − i)/2, i = 1 … 15",
                        15,
                        (x, r, j) -> {
                            for (int i = 1; i <= 15; i++) {
                                double d = (8 - i) / 2.0 - x[2];
                                double e = Math.exp(-x[1] * d * d / 2);
                                r[i - 1] = x[0] * e - GAUSSIAN[i - 1];
                                j[i - 1][0] = e;
                                j[i - 1][1] = -x[0] * e * d * d / 2;
                                j[i - 1][2] = x[0] * e * x[1] * d;
                            }
                        },
                        0.4,
                        1,
                        0)
                .minimum(1.1279327696186480e-8, at(0.39895613783875666, 1.0000190844878056, 0));
    }

    static Supplier<Problem<LeastSquares>> meyer() {
        return Mgh.of(
                        "Meyer",
                        "Σᵢ (x₁·exp(x₂/(tᵢ + x₃)) − yᵢ)², t = 45 + 5·i, i = 1 … 16",
                        16,
                        (x, r, j) -> {
                            for (int i = 1; i <= 16; i++) {
                                double below = 45 + 5 * i + x[2];
                                double e = Math.exp(x[1] / below);
                                r[i - 1] = x[0] * e - MEYER[i - 1];
                                j[i - 1][0] = e;
                                j[i - 1][1] = x[0] * e / below;
                                j[i - 1][2] = -x[0] * e * x[1] / (below * below);
                            }
                        },
                        0.02,
                        4000,
                        250)
                .minimum(87.94585517085112, at(0.005609636471028053, 6181.346346286372, 345.2236346241365));
    }

    static Supplier<Problem<LeastSquares>> gulf() {
        return Mgh.of(
                        "Gulf research and development",
                        "Σᵢ (exp(−|yᵢ − x₂|^x₃/x₁) − tᵢ)², t = i/100, y = 25 + (−50·log t)^⅔, i = 1 … 99",
                        99,
                        (x, r, j) -> {
                            for (int i = 1; i <= 99; i++) {
                                double t = i / 100.0;
                                double d = 25 + Math.pow(-50 * Math.log(t), 2 / 3.0) - x[1];
                                double power = Math.pow(Math.abs(d), x[2]);
                                double e = Math.exp(-power / x[0]);
                                r[i - 1] = e - t;
                                j[i - 1][0] = e * power / (x[0] * x[0]);
                                j[i - 1][1] = e * x[2] * power / (d * x[0]);
                                j[i - 1][2] = -e * power * Math.log(Math.abs(d)) / x[0];
                            }
                        },
                        5,
                        2.5,
                        0.15)
                .minimum(0, at(50, 25, 1.5));
    }

    static Supplier<Problem<LeastSquares>> box() {
        return Mgh.of(
                        "Box three-dimensional",
                        "Σᵢ (exp(−t·x₁) − exp(−t·x₂) − x₃·(exp(−t) − exp(−10·t)))², t = i/10, i = 1 … 10",
                        10,
                        (x, r, j) -> {
                            for (int i = 1; i <= 10; i++) {
                                double t = i / 10.0;
                                double a = Math.exp(-t * x[0]);
                                double b = Math.exp(-t * x[1]);
                                double c = Math.exp(-t) - Math.exp(-i);
                                r[i - 1] = a - b - x[2] * c;
                                j[i - 1][0] = -t * a;
                                j[i - 1][1] = t * b;
                                j[i - 1][2] = -c;
                            }
                        },
                        0,
                        10,
                        20)
                .minimum(0, at(1, 10, 1), 0.0755887407549974); // the other with x₂ → ∞
    }
}
