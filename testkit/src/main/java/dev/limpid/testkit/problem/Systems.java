package dev.limpid.testkit.problem;

import static dev.limpid.testkit.problem.Mgh.at;
import static dev.limpid.testkit.problem.Mgh.repeat;
import static dev.limpid.testkit.problem.Mgh.sum;

import dev.limpid.core.objective.LeastSquares;
import java.util.Arrays;
import java.util.function.Supplier;

/** Problems 28 to 35 of Moré, Garbow and Hillstrom: systems of equations, linear ones and Chebyshev quadrature. */
final class Systems {

    private static final int N = 10;

    /** Of both boundary problems: they are discretisations of the same equation that agree here to all digits. */
    private static final double[] BOUNDARY = {
        -0.04316498251876487, -0.08157715653538689, -0.11448571438052929, -0.14097357686259668,
        -0.1599086961819831, -0.16987720231277492, -0.16908998378120835, -0.15524953522183182,
        -0.125355891678935, -0.07541653368589209
    };

    private Systems() {}

    private static double[] boundaryStart() {
        double[] start = new double[N];
        Arrays.setAll(start, k -> (k + 1) / 11.0 * ((k + 1) / 11.0 - 1));
        return start;
    }

    static Supplier<Problem<LeastSquares>> boundaryValue() {
        double h = 1 / 11.0;
        return Mgh.of(
                        "Discrete boundary value",
                        "Σᵢ (2·xᵢ − xᵢ₋₁ − xᵢ₊₁ + h²·(xᵢ + i·h + 1)³/2)², h = 1/11, x₀ = x₁₁ = 0",
                        N,
                        (x, r, j) -> {
                            for (int i = 0; i < N; i++) {
                                double c = x[i] + (i + 1) * h + 1;
                                r[i] = 2 * x[i] + h * h * c * c * c / 2;
                                j[i][i] = 2 + 1.5 * h * h * c * c;
                                for (int k : new int[] {i - 1, i + 1}) {
                                    if (0 <= k && k < N) {
                                        r[i] -= x[k];
                                        j[i][k] = -1;
                                    }
                                }
                            }
                        },
                        boundaryStart())
                .minimum(0, BOUNDARY);
    }

    static Supplier<Problem<LeastSquares>> integralEquation() {
        double h = 1 / 11.0;
        return Mgh.of(
                        "Discrete integral equation",
                        "Σᵢ (xᵢ + h/2·Σⱼ min(tᵢ, tⱼ)·(1 − max(tᵢ, tⱼ))·(xⱼ + tⱼ + 1)³)², tⱼ = j·h, h = 1/11",
                        N,
                        (x, r, j) -> {
                            for (int i = 0; i < N; i++) {
                                r[i] = x[i];
                                for (int k = 0; k < N; k++) {
                                    double weight = h / 2 * (Math.min(i, k) + 1) * h * (1 - (Math.max(i, k) + 1) * h);
                                    double c = x[k] + (k + 1) * h + 1;
                                    r[i] += weight * c * c * c;
                                    j[i][k] = 3 * weight * c * c;
                                }
                                j[i][i] += 1;
                            }
                        },
                        boundaryStart())
                .minimum(0, BOUNDARY);
    }

    static Supplier<Problem<LeastSquares>> broydenTridiagonal() {
        return Mgh.of(
                        "Broyden tridiagonal",
                        "Σᵢ ((3 − 2·xᵢ)·xᵢ − xᵢ₋₁ − 2·xᵢ₊₁ + 1)², x₀ = x₁₁ = 0",
                        N,
                        (x, r, j) -> {
                            for (int i = 0; i < N; i++) {
                                r[i] = (3 - 2 * x[i]) * x[i] + 1 - (i > 0 ? x[i - 1] : 0) - (i < 9 ? 2 * x[i + 1] : 0);
                                j[i][i] = 3 - 4 * x[i];
                                if (i > 0) {
                                    j[i][i - 1] = -1;
                                }
                                if (i < 9) {
                                    j[i][i + 1] = -2;
                                }
                            }
                        },
                        repeat(N, -1))
                .minimum(
                        0,
                        at(
                                -0.5707221320112248,
                                -0.681806949984275,
                                -0.7022100760176601,
                                -0.7055106298950804,
                                -0.7049061557287437,
                                -0.7014966070298512,
                                -0.6918893223547983,
                                -0.6657965144058537,
                                -0.5960351090263657,
                                -0.4164122575286934));
    }

    static Supplier<Problem<LeastSquares>> broydenBanded() {
        return Mgh.of(
                        "Broyden banded",
                        "Σᵢ (xᵢ·(2 + 5·xᵢ²) + 1 − Σⱼ xⱼ·(1 + xⱼ))², j ≠ i, i − 5 ≤ j ≤ i + 1",
                        N,
                        (x, r, j) -> {
                            for (int i = 0; i < N; i++) {
                                r[i] = x[i] * (2 + 5 * x[i] * x[i]) + 1;
                                for (int k = Math.max(0, i - 5); k <= Math.min(N - 1, i + 1); k++) {
                                    r[i] -= k == i ? 0 : x[k] * (1 + x[k]);
                                    j[i][k] = -(1 + 2 * x[k]);
                                }
                                j[i][i] = 2 + 15 * x[i] * x[i];
                            }
                        },
                        repeat(N, -1))
                .minimum(
                        0,
                        at(
                                -0.4283028635872503,
                                -0.47659642435629024,
                                -0.5196524636468617,
                                -0.5580993248321809,
                                -0.5925061568294574,
                                -0.624503682199468,
                                -0.6232394714405911,
                                -0.6213938417965735,
                                -0.6204535966590874,
                                -0.5864692707204351));
    }

    static Supplier<Problem<LeastSquares>> linearFullRank() {
        return Mgh.of(
                        "Linear, full rank",
                        "Σᵢ (xᵢ − s − 1)² + Σᵢ (−s − 1)², s = Σⱼ xⱼ/5, five rows each",
                        10,
                        (x, r, j) -> {
                            double s = sum(x) / 5;
                            for (int i = 0; i < 10; i++) {
                                r[i] = (i < 5 ? x[i] : 0) - s - 1;
                                Arrays.fill(j[i], -0.2);
                                if (i < 5) {
                                    j[i][i] += 1;
                                }
                            }
                        },
                        repeat(5, 1))
                .convex()
                .minimum(5, repeat(5, -1));
    }

    static Supplier<Problem<LeastSquares>> linearRank1() {
        return Mgh.of(
                        "Linear, rank 1",
                        "Σᵢ (i·s − 1)², s = Σⱼ j·xⱼ, i = 1 … 10, j = 1 … 5",
                        10,
                        (x, r, j) -> {
                            double s = 0;
                            for (int k = 0; k < 5; k++) {
                                s += (k + 1) * x[k];
                            }
                            for (int i = 1; i <= 10; i++) {
                                r[i - 1] = i * s - 1;
                                for (int k = 0; k < 5; k++) {
                                    j[i - 1][k] = i * (k + 1);
                                }
                            }
                        },
                        repeat(5, 1))
                .convex()
                .minimum(90 / 42.0, at(1 / 7.0, 0, 0, 0, 0));
    }

    static Supplier<Problem<LeastSquares>> linearRank1WithZeros() {
        return Mgh.of(
                        "Linear, rank 1 with zero columns and rows",
                        "2 + Σᵢ (i·s − 1)², s = Σⱼ j·xⱼ, i = 1 … 8, j = 2 … 4, five numbers",
                        10,
                        (x, r, j) -> {
                            double s = 2 * x[1] + 3 * x[2] + 4 * x[3];
                            r[0] = -1;
                            r[9] = -1;
                            for (int i = 1; i <= 8; i++) {
                                r[i] = i * s - 1;
                                for (int k = 1; k <= 3; k++) {
                                    j[i][k] = i * (k + 1);
                                }
                            }
                        },
                        repeat(5, 1))
                .convex()
                .minimum(124 / 34.0, at(1, 3 / 34.0, 0, 0, 1));
    }

    static Supplier<Problem<LeastSquares>> chebyquad() {
        double[] start = new double[8];
        Arrays.setAll(start, k -> (k + 1) / 9.0);
        return Mgh.of(
                        "Chebyquad",
                        "Σᵢ ((1/8)·Σⱼ Tᵢ(2·xⱼ − 1) − ∫Tᵢ)², Tᵢ the Chebyshev polynomials, i, j = 1 … 8",
                        8,
                        (x, r, j) -> {
                            Arrays.setAll(r, i -> i % 2 == 0 ? 0 : 1.0 / ((i + 1) * (i + 1) - 1));
                            for (int k = 0; k < 8; k++) {
                                double y = 2 * x[k] - 1;
                                double before = 1;
                                double t = y;
                                double slopeBefore = 0;
                                double slope = 2;
                                for (int i = 0; i < 8; i++) {
                                    r[i] += t / 8;
                                    j[i][k] = slope / 8;
                                    double next = 2 * y * t - before;
                                    double slopeNext = 4 * t + 2 * y * slope - slopeBefore;
                                    before = t;
                                    t = next;
                                    slopeBefore = slope;
                                    slope = slopeNext;
                                }
                            }
                        },
                        start)
                .minimum(
                        0.0035168737256779316,
                        at(
                                0.04315276015101663,
                                0.1930908403841861,
                                0.26632870689027294,
                                0.5,
                                0.5,
                                0.7336712931097271,
                                0.8069091596158139,
                                0.9568472398489833));
    }
}
