package dev.limpid.testkit.problem;

import static dev.limpid.testkit.problem.Mgh.at;

import dev.limpid.core.objective.LeastSquares;
import java.util.function.Supplier;

/** Problems 1 to 6 of Moré, Garbow and Hillstrom: two parameters. */
final class TwoNumbers {

    private TwoNumbers() {}

    static Supplier<Problem<LeastSquares>> rosenbrock() {
        return Mgh.of(
                        "Rosenbrock",
                        "100·(x₂ − x₁²)² + (1 − x₁)²",
                        2,
                        (x, r, j) -> {
                            r[0] = 10 * (x[1] - x[0] * x[0]);
                            j[0][0] = -20 * x[0];
                            j[0][1] = 10;
                            r[1] = 1 - x[0];
                            j[1][0] = -1;
                        },
                        -1.2,
                        1)
                .minimum(0, at(1, 1));
    }

    static Supplier<Problem<LeastSquares>> freudensteinRoth() {
        return Mgh.of(
                        "Freudenstein–Roth",
                        "(x₁ − 13 + ((5 − x₂)·x₂ − 2)·x₂)² + (x₁ − 29 + ((x₂ + 1)·x₂ − 14)·x₂)²",
                        2,
                        (x, r, j) -> {
                            double v = x[1];
                            r[0] = -13 + x[0] + ((5 - v) * v - 2) * v;
                            j[0][0] = 1;
                            j[0][1] = (10 - 3 * v) * v - 2;
                            r[1] = -29 + x[0] + ((v + 1) * v - 14) * v;
                            j[1][0] = 1;
                            j[1][1] = (3 * v + 2) * v - 14;
                        },
                        0.5,
                        -2)
                .minimum(0, at(5, 4), 48.98425367924002);
    }

    static Supplier<Problem<LeastSquares>> powellBadlyScaled() {
        return Mgh.of(
                        "Powell badly scaled",
                        "(10⁴·x₁·x₂ − 1)² + (exp(−x₁) + exp(−x₂) − 1.0001)²",
                        2,
                        (x, r, j) -> {
                            r[0] = 1e4 * x[0] * x[1] - 1;
                            j[0][0] = 1e4 * x[1];
                            j[0][1] = 1e4 * x[0];
                            r[1] = Math.exp(-x[0]) + Math.exp(-x[1]) - 1.0001;
                            j[1][0] = -Math.exp(-x[0]);
                            j[1][1] = -Math.exp(-x[1]);
                        },
                        0,
                        1)
                .minimum(0, at(1.0981593296998175e-5, 9.106146739866524));
    }

    static Supplier<Problem<LeastSquares>> brownBadlyScaled() {
        return Mgh.of(
                        "Brown badly scaled",
                        "(x₁ − 10⁶)² + (x₂ − 2·10⁻⁶)² + (x₁·x₂ − 2)²",
                        3,
                        (x, r, j) -> {
                            r[0] = x[0] - 1e6;
                            j[0][0] = 1;
                            r[1] = x[1] - 2e-6;
                            j[1][1] = 1;
                            r[2] = x[0] * x[1] - 2;
                            j[2][0] = x[1];
                            j[2][1] = x[0];
                        },
                        1,
                        1)
                .minimum(0, at(1e6, 2e-6));
    }

    static Supplier<Problem<LeastSquares>> beale() {
        double[] c = {1.5, 2.25, 2.625};
        return Mgh.of(
                        "Beale",
                        "Σₖ (cₖ − x₁·(1 − x₂ᵏ))², c = 1.5, 2.25, 2.625",
                        3,
                        (x, r, j) -> {
                            for (int k = 1; k <= 3; k++) {
                                double power = Math.pow(x[1], k);
                                r[k - 1] = c[k - 1] - x[0] * (1 - power);
                                j[k - 1][0] = power - 1;
                                j[k - 1][1] = x[0] * k * Math.pow(x[1], k - 1);
                            }
                        },
                        1,
                        1)
                .minimum(0, at(3, 0.5));
    }

    static Supplier<Problem<LeastSquares>> jennrichSampson() {
        return Mgh.of(
                        "Jennrich–Sampson",
                        "Σᵢ (2 + 2·i − exp(i·x₁) − exp(i·x₂))², i = 1 … 10",
                        10,
                        (x, r, j) -> {
                            for (int i = 1; i <= 10; i++) {
                                double a = Math.exp(i * x[0]);
                                double b = Math.exp(i * x[1]);
                                r[i - 1] = 2 + 2 * i - (a + b);
                                j[i - 1][0] = -i * a;
                                j[i - 1][1] = -i * b;
                            }
                        },
                        0.3,
                        0.4)
                .minimum(124.36218235561485, at(0.2578252136703641, 0.2578252136703641));
    }
}
