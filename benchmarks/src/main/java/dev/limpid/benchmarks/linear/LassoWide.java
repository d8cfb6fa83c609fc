package dev.limpid.benchmarks.linear;

import dev.limpid.algorithms.linear.LinearModel;
import dev.limpid.algorithms.linear.LinearSpec;
import dev.limpid.algorithms.path.PathSpec;
import dev.limpid.algorithms.path.RegularizationPath;
import dev.limpid.benchmarks.linear.Contestant.Quality;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.FormulaLoss;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.optimizer.coordinate.CoordinateDescent;
import dev.limpid.core.penalty.L1Penalty;
import java.io.IOException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The lasso with more columns than rows, (1/2n)·‖y − X·w‖² + λ·‖w‖₁ without an intercept: a path of 100 strengths from λ₀ to
 * λ₀/100, or the one strength λ₀/20.
 *
 * <p>The gap is computed here from the coefficients alone, relative to ‖y‖²/2n; for a path it is the largest of all points:
 *
 * <pre>
 *   r = y − X·w,  a = min(1, λ / max|Xᵀ·r/n|)                                        (1)  a·r is a dual point
 *   gap = (‖r‖²/2n + λ·‖w‖₁ − (‖y‖² − ‖y − a·r‖²)/2n) / (‖y‖²/2n)                    (2)
 * </pre>
 *
 * <p>Limpid takes the loosest tolerance of its grid that gets to the gap, as the harness's peers do.
 */
final class LassoWide implements Case {

    private static final int POINTS = 100;
    private static final double RATIO = 0.01;
    private static final double SINGLE = 0.05;
    private static final double[] TOLERANCES = {2e-3, 1.5e-3, 1e-3, 5e-4, 2e-4, 1e-4, 7e-5, 5e-5, 1e-5, 1e-6};

    private final boolean path;

    LassoWide(boolean path) {
        this.path = path;
    }

    @Override
    public String name() {
        return path ? "lasso-path" : "lasso-single";
    }

    @Override
    public String about() {
        return "lasso, 2,000 x 10,000, "
                + (path
                        ? "100 strengths to a hundredth of the first, each to a relative gap of 1e-4"
                        : "a twentieth of the first strength, to a relative gap of 4e-6");
    }

    @Override
    public void run(Options options) throws IOException {
        DenseSet set = Generated.wide(options);
        Dataset data = set.dataset();
        Columns columns = new Columns(set);
        double largest = options.settings()
                .get(
                        name() + "/largest",
                        () -> PathSpec.of(spec(new SquaredLoss(), 0.1), L1Penalty::of)
                                .largestStrength(data));
        Function<double[][], Quality> quality = w -> new Quality(worst(columns, w, largest), "");
        double gap = path ? 1e-4 : 4e-6;
        double tolerance = options.settings()
                .get(
                        name() + "/tolerance",
                        () -> loosest(data, largest, w -> quality.apply(w).gap() <= gap));
        new Contest(name(), path ? "W3path" : "W3single", gap)
                .add(Contestant.limpid("limpid", fit(data, new SquaredLoss(), tolerance, largest), quality))
                .formula(Contestant.limpid("limpid-formula", fit(data, new Formula(), tolerance, largest), quality))
                .run(options);
    }

    private double loosest(Dataset data, double largest, Predicate<double[][]> reaches) {
        int k = 0;
        while (k < TOLERANCES.length - 1
                && !reaches.test(
                        fit(data, new SquaredLoss(), TOLERANCES[k], largest).get())) {
            k++;
        }
        return TOLERANCES[k];
    }

    private static LinearSpec spec(Loss loss, double tolerance) {
        return LinearModel.with(loss).intercept(false).optimizer(new CoordinateDescent(tolerance));
    }

    /** Returns w at [k] for strength k. */
    private Supplier<double[][]> fit(Dataset data, Loss loss, double tolerance, double largest) {
        LinearSpec spec = spec(loss, tolerance);
        if (!path) {
            return () -> spec.penalty(L1Penalty.of(SINGLE * largest)).fit(data).coefficients();
        }
        return () -> {
            RegularizationPath fitted =
                    PathSpec.of(spec, L1Penalty::of).points(POINTS).ratio(RATIO).fit(data);
            double[][] w = new double[POINTS][];
            for (int k = 0; k < POINTS; k++) {
                w[k] = fitted.model(k).coefficients()[0];
            }
            return w;
        };
    }

    private double worst(Columns columns, double[][] w, double largest) {
        double worst = 0;
        for (int k = 0; k < w.length; k++) {
            double strength = path ? largest * Math.pow(RATIO, k / (POINTS - 1.0)) : SINGLE * largest;
            worst = Math.max(worst, columns.gap(w[k], strength));
        }
        return worst;
    }

    /** The data for (1) and (2), in an order of its own. */
    private static final class Columns {

        private final double[][] x;
        private final double[] y;

        Columns(DenseSet set) {
            x = new double[set.columns()][set.rows()];
            y = set.targets();
            for (int i = 0; i < set.rows(); i++) {
                for (int j = 0; j < set.columns(); j++) {
                    x[j][i] = set.x()[i * set.columns() + j];
                }
            }
        }

        double gap(double[] w, double strength) {
            double[] r = y.clone();
            double norm = 0;
            for (int j = 0; j < w.length; j++) {
                norm += Math.abs(w[j]);
                for (int i = 0; w[j] != 0 && i < r.length; i++) {
                    r[i] -= w[j] * x[j][i];
                }
            }
            double largest = 0;
            for (double[] column : x) {
                largest = Math.max(largest, Math.abs(dot(column, r)) / y.length);
            }
            double a = Math.min(1, strength / largest); // (1)
            double primal = dot(r, r) / 2 + y.length * strength * norm;
            double dual = a * dot(r, y) - a * a * dot(r, r) / 2;
            return (primal - dual) / (dot(y, y) / 2); // (2)
        }

        private static double dot(double[] a, double[] b) {
            double even = 0;
            double odd = 0;
            for (int i = 0; i + 1 < a.length; i += 2) {
                even += a[i] * b[i];
                odd += a[i + 1] * b[i + 1];
            }
            return even + odd + (a.length % 2 == 0 ? 0 : a[a.length - 1] * b[a.length - 1]);
        }
    }

    /** The loss as a user would write it. */
    static final class Formula implements FormulaLoss {

        @Override
        public Jet formula(double y, Jet f) {
            return f.minus(y).square().times(0.5);
        }

        @Override
        public boolean convex() {
            return true;
        }
    }
}
