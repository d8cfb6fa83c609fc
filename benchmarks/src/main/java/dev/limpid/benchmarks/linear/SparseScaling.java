package dev.limpid.benchmarks.linear;

import dev.limpid.algorithms.linear.LinearModel;
import dev.limpid.algorithms.linear.LinearSpec;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.objective.EmpiricalRisk;
import dev.limpid.core.objective.LinearSum;
import dev.limpid.core.optimizer.Lbfgs;
import dev.limpid.core.optimizer.variance.Sdca;
import dev.limpid.core.penalty.L2Penalty;

/**
 * How processor time grows with the cells that aren't 0, 15,000 to 15,000,000, 75 a row: epochs of {@link Sdca} and steps of
 * {@link Lbfgs} on one thread, as many at each size, and the objective alone. Columns grow as words do with texts, by the square root of
 * the rows (Heaps' law), up to 50,000.
 */
final class SparseScaling implements Case {

    private static final int ROWS = 200_000;
    private static final int COLUMNS = 50_000;
    private static final int PER_ROW = 75;
    private static final int EPOCHS = 10;

    @Override
    public String name() {
        return "scaling-sparse";
    }

    @Override
    public String about() {
        return "how processor time grows with non-zeros over three decades: exponents, and a fixed part";
    }

    @Override
    public void run(Options options) {
        Sizes sizes = new Sizes(name(), options);
        for (int n : Sizes.down(Math.min(ROWS, options.rows()))) {
            int d = Math.max(2 * PER_ROW, (int) (COLUMNS * Math.sqrt((double) n / ROWS)));
            Dataset data = Generated.text(n, d, PER_ROW).dataset();
            LinearSpec spec = LinearModel.with(new LogisticLoss())
                    .penalty(L2Penalty.of(1.0 / n))
                    .intercept(false)
                    .maxIterations(EPOCHS)
                    .threads(1);
            LinearSpec sdca = spec.optimizer(Sdca.defaults().withTolerance(0));
            LinearSpec lbfgs = spec.optimizer(Lbfgs.defaults().withTolerance(0));
            LinearSum risk = EmpiricalRisk.linear(new LinearHypothesis(d, 1, false), new LogisticLoss(), data);
            double[] theta = new double[d];
            double[] g = new double[d];
            double cells = (double) n * PER_ROW;
            sizes.measure("sdca-10-epochs", cells, () -> sdca.fit(data))
                    .measure("lbfgs-10-steps", cells, () -> lbfgs.fit(data))
                    .measure("value-and-gradient", cells, () -> risk.gradient(theta, g));
        }
        sizes.print();
    }
}
