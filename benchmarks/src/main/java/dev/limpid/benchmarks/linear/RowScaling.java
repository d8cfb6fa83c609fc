package dev.limpid.benchmarks.linear;

import dev.limpid.algorithms.linear.LinearModel;
import dev.limpid.algorithms.linear.LinearSpec;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.optimizer.MajorizeMinimize;
import dev.limpid.core.optimizer.Stochastic;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.sampler.ShuffledSampler;
import dev.limpid.core.training.Stopping;
import dev.limpid.core.update.Sgd;
import java.util.ArrayList;
import java.util.List;

/**
 * How time grows with rows: fits of 1/1000, 1/100, 1/10 and all of 1,000,000 × 28, and the slope of log(seconds of processor time)
 * over log(rows), by least squares, where 1 is linear.
 */
final class RowScaling implements Case {

    private static final int MOST = 1_000_000;
    private static final int COLUMNS = 28;
    private static final int DECADES = 3;

    /** Small fits are repeated until they take this part of the largest one's rows. */
    private static final double PART = 0.3;

    @Override
    public String name() {
        return "scaling-rows";
    }

    @Override
    public String about() {
        return "the exponent of time in rows over three decades";
    }

    @Override
    public void run(Options options) {
        DenseSet set = Generated.classes(Math.min(MOST, options.rows()), COLUMNS);
        LinearSpec newton = LinearModel.with(new LogisticLoss())
                .penalty(L2Penalty.of(1e-4))
                .optimizer(MajorizeMinimize.defaults().withTolerance(0));
        LinearSpec sgd = LinearModel.with(new LogisticLoss())
                .optimizer(new Stochastic(Sgd.withLearningRate(0.01), ShuffledSampler.of(32)))
                .stopping(Stopping.maxEpochs(1));
        print("newton-3-steps", set, newton.maxIterations(3), options);
        print("sgd-1-epoch", set, sgd, options);
    }

    private void print(String fit, DenseSet set, LinearSpec spec, Options options) {
        List<double[]> points = new ArrayList<>();
        StringBuilder seconds = new StringBuilder();
        for (int decade = DECADES; decade >= 0; decade--) {
            int rows = (int) (set.rows() / Math.pow(10, decade));
            Dataset data = set.head(rows).dataset();
            int repeats = (int) Math.max(1, PART * set.rows() / rows);
            double best = Double.POSITIVE_INFINITY;
            for (int round = 0; round <= options.rounds(); round++) {
                Meter<Boolean> meter = Meter.of(() -> {
                    for (int k = 0; k < repeats; k++) {
                        spec.fit(data);
                    }
                    return true;
                });
                best = Math.min(best, meter.cpuSeconds() / repeats);
            }
            points.add(new double[] {Math.log(rows), Math.log(best)});
            seconds.append(Contest.format(",%d:%.3g", rows, best));
        }
        System.out.println(Contest.format(
                "SCALING %s fit=%s exponent=%.3f cpu=%s", name(), fit, slope(points), seconds.substring(1)));
    }

    private static double slope(List<double[]> points) {
        double x = points.stream().mapToDouble(p -> p[0]).average().orElseThrow();
        double y = points.stream().mapToDouble(p -> p[1]).average().orElseThrow();
        double xy = points.stream().mapToDouble(p -> (p[0] - x) * (p[1] - y)).sum();
        double xx = points.stream().mapToDouble(p -> (p[0] - x) * (p[0] - x)).sum();
        return xy / xx;
    }
}
