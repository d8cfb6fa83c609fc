package dev.limpid.benchmarks.linear;

import dev.limpid.algorithms.linear.LinearModel;
import dev.limpid.algorithms.linear.LinearSpec;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.objective.EmpiricalRisk;
import dev.limpid.core.objective.LinearSum;
import dev.limpid.core.optimizer.MajorizeMinimize;
import dev.limpid.core.optimizer.Stochastic;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.sampler.ShuffledSampler;
import dev.limpid.core.training.Stopping;
import dev.limpid.core.update.Sgd;

/** How processor time grows with rows, 1,000 to 1,000,000 × 28: a fixed number of steps, an epoch, and the objective alone. */
final class RowScaling implements Case {

    private static final int MOST = 1_000_000;
    private static final int COLUMNS = 28;

    @Override
    public String name() {
        return "scaling-rows";
    }

    @Override
    public String about() {
        return "how processor time grows with rows over three decades: exponents, and a fixed part";
    }

    @Override
    public void run(Options options) {
        DenseSet all = Generated.classes(Math.min(MOST, options.rows()), COLUMNS);
        LinearSpec newton = LinearModel.with(new LogisticLoss())
                .penalty(L2Penalty.of(1e-4))
                .optimizer(MajorizeMinimize.defaults().withTolerance(0))
                .maxIterations(3);
        LinearSpec sgd = LinearModel.with(new LogisticLoss())
                .optimizer(new Stochastic(Sgd.withLearningRate(0.01), ShuffledSampler.of(32)))
                .stopping(Stopping.maxEpochs(1));
        Sizes sizes = new Sizes(name(), options);
        for (int n : Sizes.down(all.rows())) {
            Dataset data = all.head(n).dataset();
            LinearSum risk = EmpiricalRisk.linear(new LinearHypothesis(COLUMNS, 1, true), new LogisticLoss(), data);
            double[] theta = new double[COLUMNS + 1];
            double[] g = new double[COLUMNS + 1];
            sizes.measure("newton-3-steps", n, () -> newton.fit(data))
                    .measure("sgd-1-epoch", n, () -> sgd.fit(data))
                    .measure("value-and-gradient", n, () -> risk.gradient(theta, g));
        }
        sizes.print();
    }
}
