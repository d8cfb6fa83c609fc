package dev.limpid.benchmarks.linear;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import dev.limpid.algorithms.linear.LinearModel;
import dev.limpid.algorithms.linear.LinearSpec;
import dev.limpid.benchmarks.linear.Contestant.Quality;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.FormulaLoss;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.optimizer.MajorizeMinimize;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.penalty.L2Penalty;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Logistic regression, F(w, b) = (1/n)·Σᵢ log(1 + exp(−yᵢ·fᵢ)) + 10⁻⁴/2·‖w‖², the intercept free.
 *
 * <p>Programs with a tolerance take the loosest of 10⁻¹, 10⁻², … that gets to the gap, as the harness's peers do; Limpid with
 * its defaults is named in the quality.
 */
final class LogisticDense implements Case {

    private static final double STRENGTH = 1e-4;
    private static final double GAP = 1e-6;

    @Override
    public String name() {
        return "logistic-dense";
    }

    @Override
    public String about() {
        return "logistic regression with L2, 1,000,000 x 28, to a relative gap of 1e-6";
    }

    @Override
    public void run(Options options) throws IOException {
        DenseSet set = Generated.classes(options);
        Dataset data = set.dataset();
        double best = options.settings().get(name() + "/least", () -> least(set, data, options));
        Function<double[], Quality> quality = w -> new Quality(set.logistic(w, STRENGTH) / best - 1, "");
        double tolerance = options.settings()
                .get(
                        name() + "/tolerance",
                        () -> loosest(data, w -> quality.apply(w).gap()));
        Optimizer<?> loose = MajorizeMinimize.defaults().withTolerance(tolerance);
        Contest contest = new Contest(name(), "W1", GAP)
                .add(Contestant.limpid("limpid", () -> fit(data, builtIn().optimizer(loose)), quality))
                .add(Contestant.limpid("limpid-defaults", () -> fit(data, builtIn()), quality))
                .formula(Contestant.limpid(
                        "limpid-formula", () -> fit(data, spec(new Formula()).optimizer(loose)), quality));
        if (!options.alone()) {
            contest.add(Contestant.peer("liblinear-java-2.44-TRON", liblinear(set, 1e-3), quality));
        }
        contest.run(options);
    }

    private static double least(DenseSet set, Dataset data, Options options) {
        double found = set.logistic(fit(data, builtIn()), STRENGTH);
        return set.rows() == 1_000_000 ? Math.min(found, options.reference("W1").orElse(found)) : found;
    }

    private static LinearSpec builtIn() {
        return spec(new LogisticLoss());
    }

    private static LinearSpec spec(Loss loss) {
        return LinearModel.with(loss).penalty(L2Penalty.of(STRENGTH));
    }

    private static double loosest(Dataset data, Function<double[], Double> gap) {
        double tolerance = 0.1;
        while (gap.apply(fit(
                        data, builtIn().optimizer(MajorizeMinimize.defaults().withTolerance(tolerance))))
                > GAP) {
            tolerance /= 10;
        }
        return tolerance;
    }

    /** Returns the weights, and the intercept behind them. */
    static double[] fit(Dataset data, LinearSpec spec) {
        LinearModel model = spec.fit(data);
        double[] w = Arrays.copyOf(model.coefficients()[0], data.features().columns() + 1);
        w[w.length - 1] = model.intercept();
        return w;
    }

    /** Its objective is Σ + ½·‖w‖² with C = 1/(n·λ) in front of the sum. */
    private static Supplier<double[]> liblinear(DenseSet set, double tolerance) {
        int d = set.columns();
        Problem problem = new Problem();
        problem.l = set.rows();
        problem.n = d + 1;
        problem.x = new Feature[set.rows()][];
        problem.y = set.targets();
        problem.bias = 1;
        for (int i = 0; i < set.rows(); i++) {
            problem.x[i] = new Feature[d + 1];
            for (int j = 0; j < d; j++) {
                problem.x[i][j] = new FeatureNode(j + 1, set.x()[i * d + j]);
            }
            problem.x[i][d] = new FeatureNode(d + 1, 1);
        }
        Parameter parameter = new Parameter(SolverType.L2R_LR, 1 / (set.rows() * STRENGTH), tolerance);
        parameter.setRegularizeBias(false);
        return () -> {
            Linear.disableDebugOutput();
            Model model = Linear.train(problem, parameter);
            double[] w = model.getFeatureWeights();
            if (model.getLabels()[0] == 0) {
                for (int j = 0; j < w.length; j++) {
                    w[j] = -w[j];
                }
            }
            return w;
        };
    }

    /** The loss as a user would write it. */
    static final class Formula implements FormulaLoss {

        @Override
        public Jet formula(double y, Jet f) {
            return f.softplus().minus(f.times(y));
        }

        @Override
        public boolean convex() {
            return true;
        }
    }
}
