package dev.limpid.benchmarks.linear;

import dev.limpid.algorithms.linear.LinearModel;
import dev.limpid.algorithms.linear.LinearSpec;
import dev.limpid.benchmarks.linear.Contestant.Quality;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.FormulaLoss;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.MarginLoss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.margin.SquaredHingeLoss;
import dev.limpid.core.optimizer.MajorizeMinimize;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.optimizer.variance.Sdca;
import dev.limpid.core.penalty.L2Penalty;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Sparse classification of two classes without an intercept, beside liblinear-java.
 *
 * <pre>
 *   F(w) = (1/n)·Σᵢ φ(mᵢ) + 1/(2n)·‖w‖²,  mᵢ = (2yᵢ − 1)·⟨xᵢ, w⟩      C = 1 in the language of support vector machines
 *   φ(m) = log(1 + e⁻ᵐ)  or  max(0, 1 − m)²
 * </pre>
 *
 * <p>Programs with a tolerance take the loosest of 10⁻¹, 10⁻², … that gets to the gap; Limpid with its defaults is named in the
 * quality. Of liblinear's solvers both that take this problem are there.
 *
 * @param name name of the case
 * @param workload name of the workload in harnesses of other languages
 * @param logistic which φ
 * @param source where the data come from
 */
record SparseClassification(String name, String workload, boolean logistic, SparseSource source) implements Case {

    private static final double GAP = 1e-6;

    private static final double TIGHT = 1e-10;

    private static final double LEAST_TOLERANCE = 1e-9;

    static List<Case> all() {
        return List.of(
                new SparseClassification("logistic-sparse", "W2log", true, SparseSource.HARNESS),
                new SparseClassification("svm-sparse", "W2svm", false, SparseSource.HARNESS),
                new SparseClassification("logistic-newsgroups20", "none", true, SparseSource.NEWSGROUPS),
                new SparseClassification("svm-newsgroups20", "none", false, SparseSource.NEWSGROUPS),
                new SparseClassification("logistic-a9a", "none", true, SparseSource.A9A),
                new SparseClassification("svm-a9a", "none", false, SparseSource.A9A));
    }

    @Override
    public String about() {
        return (logistic ? "logistic regression" : "squared hinge") + " with L2, C = 1, on " + source.about()
                + ", to a relative gap of 1e-6";
    }

    @Override
    public void run(Options options) throws IOException {
        Optional<SparseSet> given = source.read(options);
        if (given.isEmpty()) {
            System.out.println("SKIP " + name + ": " + source.missing());
            return;
        }
        SparseSet set = given.get();
        Dataset data = set.dataset();
        SparseMargins margins = new SparseMargins(set, logistic);
        double best = options.settings().get(name + "/least", () -> least(margins, data, options));
        Function<double[], Quality> quality = w -> new Quality(margins.objective(w) / best - 1, "");
        double tolerance = options.settings().get(name + "/tolerance", () -> loosest(data, quality));
        Optimizer<?> loose = optimizer(data, tolerance);
        Contest contest = new Contest(name, workload, GAP)
                .add(Contestant.limpid("limpid", () -> fit(data, builtIn(), loose), quality))
                .add(Contestant.limpid("limpid-defaults", () -> fit(data, builtIn(), null), quality))
                .formula(Contestant.limpid("limpid-formula", () -> fit(data, written(), loose), quality));
        if (!options.alone()) {
            Liblinear liblinear = new Liblinear(set, logistic);
            for (boolean dual : new boolean[] {true, false}) {
                double eps = options.settings()
                        .get(name + "/liblinear-" + dual, () -> liblinear.loosest(dual, GAP, quality));
                contest.add(liblinear.contestant(dual, eps, quality));
            }
        }
        contest.run(options);
    }

    private double least(SparseMargins margins, Dataset data, Options options) {
        double found = margins.objective(fit(data, builtIn(), optimizer(data, TIGHT)));
        return data.size() == SparseSource.HARNESS_ROWS
                ? Math.min(found, options.reference(workload).orElse(found))
                : found;
    }

    private Loss builtIn() {
        return logistic ? new LogisticLoss() : new SquaredHingeLoss();
    }

    private Loss written() {
        return logistic ? new Softplus() : new Margin();
    }

    /** What the model would choose by itself, with another tolerance. */
    private static Optimizer<?> optimizer(Dataset data, double tolerance) {
        return data.features().columns() > 300
                ? Sdca.defaults().withTolerance(tolerance)
                : MajorizeMinimize.defaults().withTolerance(tolerance);
    }

    private double loosest(Dataset data, Function<double[], Quality> quality) {
        double tolerance = 0.1;
        while (tolerance > LEAST_TOLERANCE
                && !(quality.apply(fit(data, builtIn(), optimizer(data, tolerance)))
                                .gap()
                        <= GAP)) {
            tolerance /= 10;
        }
        return tolerance;
    }

    /** Fits by an optimizer, or by the one that the model chooses. */
    private static double[] fit(Dataset data, Loss loss, Optimizer<?> optimizer) {
        LinearSpec spec =
                LinearModel.with(loss).penalty(L2Penalty.of(1.0 / data.size())).intercept(false);
        LinearSpec chosen = optimizer == null ? spec : spec.optimizer(optimizer);
        return chosen.fit(data).coefficients()[0];
    }

    /** The logistic loss as a user would write it. */
    static final class Softplus implements FormulaLoss {

        @Override
        public Jet formula(double y, Jet f) {
            return f.softplus().minus(f.times(y));
        }

        @Override
        public boolean convex() {
            return true;
        }
    }

    /** The squared hinge as a user would write it. */
    static final class Margin implements MarginLoss {

        @Override
        public Jet phi(Jet m) {
            return m.negate().plus(1).max(0).square();
        }

        @Override
        public boolean convex() {
            return true;
        }
    }
}
