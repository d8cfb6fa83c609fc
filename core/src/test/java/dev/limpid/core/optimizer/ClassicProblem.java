package dev.limpid.core.optimizer;

import dev.limpid.core.internal.optimizer.Vectors;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.parameter.Blocks;
import java.util.Arrays;
import java.util.List;

/**
 * Sums of squares that optimizers have been tried on for decades: F(θ) = Σᵢ rᵢ(θ)².
 *
 * <p>J. J. Moré, B. S. Garbow, K. E. Hillstrom (1981): Testing Unconstrained Optimization Software. ACM Transactions on
 * Mathematical Software 7; numbers in brackets are those of its section 3.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ClassicProblem(String problem, double[] start, double minimum, Residuals residuals) implements Smooth {

    /** r(θ) and its derivatives. */
    @FunctionalInterface
    interface Residuals {

        /** Returns r; adds the rows ∂rᵢ/∂θ to the list. */
        double[] at(double[] t, double[][] jacobian);
    }

    @Override
    public String toString() {
        return problem;
    }

    @Override
    public Blocks blocks() {
        return Blocks.single(start.length);
    }

    @Override
    public double value(double[] t) {
        return gradient(t, new double[t.length]);
    }

    @Override
    public double gradient(double[] t, double[] g) {
        double[][] jacobian = new double[20][t.length];
        double[] r = residuals.at(t, jacobian);
        Arrays.fill(g, 0);
        for (int i = 0; i < r.length; i++) {
            Vectors.add(g, 2 * r[i], jacobian[i]);
        }
        return Vectors.dot(r, r);
    }

    static List<ClassicProblem> all() {
        return List.of(
                rosenbrock(),
                freudensteinAndRoth(),
                powellBadlyScaled(),
                beale(),
                helicalValley(),
                powellSingular(),
                wood(),
                trigonometric(),
                brownAndDennis(),
                jennrichAndSampson());
    }

    private static double[] row(double... entries) {
        return entries;
    }

    /** (1) */
    static ClassicProblem rosenbrock() {
        return new ClassicProblem("Rosenbrock", row(-1.2, 1), 0, (t, j) -> {
            j[0] = row(-20 * t[0], 10);
            j[1] = row(-1, 0);
            return row(10 * (t[1] - t[0] * t[0]), 1 - t[0]);
        });
    }

    /** (2); from the standard start descent leads to the local minimum 48.9842…. */
    private static ClassicProblem freudensteinAndRoth() {
        return new ClassicProblem("Freudenstein and Roth", row(0.5, -2), 48.98425367924, (t, j) -> {
            double y = t[1];
            j[0] = row(1, 10 * y - 3 * y * y - 2);
            j[1] = row(1, 3 * y * y + 2 * y - 14);
            return row(-13 + t[0] + ((5 - y) * y - 2) * y, -29 + t[0] + ((y + 1) * y - 14) * y);
        });
    }

    /** (3) */
    private static ClassicProblem powellBadlyScaled() {
        return new ClassicProblem("Powell badly scaled", row(0, 1), 0, (t, j) -> {
            j[0] = row(1e4 * t[1], 1e4 * t[0]);
            j[1] = row(-Math.exp(-t[0]), -Math.exp(-t[1]));
            return row(1e4 * t[0] * t[1] - 1, Math.exp(-t[0]) + Math.exp(-t[1]) - 1.0001);
        });
    }

    /** (5) */
    private static ClassicProblem beale() {
        double[] y = {1.5, 2.25, 2.625};
        return new ClassicProblem("Beale", row(1, 1), 0, (t, j) -> {
            double[] r = new double[3];
            for (int i = 0; i < 3; i++) {
                double power = Math.pow(t[1], i + 1);
                r[i] = y[i] - t[0] * (1 - power);
                j[i] = row(-(1 - power), t[0] * (i + 1) * Math.pow(t[1], i));
            }
            return r;
        });
    }

    /** (7) */
    private static ClassicProblem helicalValley() {
        return new ClassicProblem("Helical valley", row(-1, 0, 0), 0, (t, j) -> {
            double radius = Math.hypot(t[0], t[1]);
            double turn = Math.atan2(t[1], t[0]) / (2 * Math.PI);
            turn += turn < -0.25 ? 1 : 0; // the paper's branch: from −1/4 to 3/4
            double c = 100 / (2 * Math.PI * radius * radius);
            j[0] = row(c * t[1], -c * t[0], 10);
            j[1] = row(10 * t[0] / radius, 10 * t[1] / radius, 0);
            j[2] = row(0, 0, 1);
            return row(10 * (t[2] - 10 * turn), 10 * (radius - 1), t[2]);
        });
    }

    /** (13); its Hessian is singular at the minimum. */
    private static ClassicProblem powellSingular() {
        return new ClassicProblem("Powell singular", row(3, -1, 0, 1), 0, (t, j) -> {
            double a = t[1] - 2 * t[2];
            double b = t[0] - t[3];
            j[0] = row(1, 10, 0, 0);
            j[1] = row(0, 0, Math.sqrt(5), -Math.sqrt(5));
            j[2] = row(0, 2 * a, -4 * a, 0);
            j[3] = row(2 * Math.sqrt(10) * b, 0, 0, -2 * Math.sqrt(10) * b);
            return row(t[0] + 10 * t[1], Math.sqrt(5) * (t[2] - t[3]), a * a, Math.sqrt(10) * b * b);
        });
    }

    /** (14) */
    private static ClassicProblem wood() {
        double r90 = Math.sqrt(90);
        double r10 = Math.sqrt(10);
        return new ClassicProblem("Wood", row(-3, -1, -3, -1), 0, (t, j) -> {
            j[0] = row(-20 * t[0], 10, 0, 0);
            j[1] = row(-1, 0, 0, 0);
            j[2] = row(0, 0, -2 * r90 * t[2], r90);
            j[3] = row(0, 0, -1, 0);
            j[4] = row(0, r10, 0, r10);
            j[5] = row(0, 1 / r10, 0, -1 / r10);
            return row(
                    10 * (t[1] - t[0] * t[0]),
                    1 - t[0],
                    r90 * (t[3] - t[2] * t[2]),
                    1 - t[2],
                    r10 * (t[1] + t[3] - 2),
                    (t[1] - t[3]) / r10);
        });
    }

    /** (26) with n = 5. */
    private static ClassicProblem trigonometric() {
        int n = 5;
        double[] start = new double[n];
        Arrays.fill(start, 1.0 / n);
        return new ClassicProblem("Trigonometric", start, 0, (t, j) -> {
            double cosines = Arrays.stream(t).map(Math::cos).sum();
            double[] r = new double[n];
            for (int i = 0; i < n; i++) {
                r[i] = n - cosines + (i + 1) * (1 - Math.cos(t[i])) - Math.sin(t[i]);
                for (int k = 0; k < n; k++) {
                    j[i][k] = Math.sin(t[k]) + (k == i ? (i + 1) * Math.sin(t[i]) - Math.cos(t[i]) : 0);
                }
            }
            return r;
        });
    }

    /** (16) with m = 20. */
    private static ClassicProblem brownAndDennis() {
        return new ClassicProblem("Brown and Dennis", row(25, 5, -5, -1), 85822.2016263563, (t, j) -> {
            double[] r = new double[20];
            for (int i = 0; i < 20; i++) {
                double s = (i + 1) / 5.0;
                double a = t[0] + s * t[1] - Math.exp(s);
                double b = t[2] + Math.sin(s) * t[3] - Math.cos(s);
                r[i] = a * a + b * b;
                j[i] = row(2 * a, 2 * s * a, 2 * b, 2 * Math.sin(s) * b);
            }
            return r;
        });
    }

    /** (6) with m = 10. */
    private static ClassicProblem jennrichAndSampson() {
        return new ClassicProblem("Jennrich and Sampson", row(0.3, 0.4), 124.362182355615, (t, j) -> {
            double[] r = new double[10];
            for (int i = 0; i < 10; i++) {
                double k = i + 1;
                r[i] = 2 + 2 * k - Math.exp(k * t[0]) - Math.exp(k * t[1]);
                j[i] = row(-k * Math.exp(k * t[0]), -k * Math.exp(k * t[1]));
            }
            return r;
        });
    }
}
