package dev.limpid.benchmarks.linear;

import dev.limpid.algorithms.linear.LinearModel;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.optimizer.variance.Sdca;
import dev.limpid.core.penalty.L2Penalty;
import java.util.ArrayList;
import java.util.List;

/** How the time of ten epochs grows with the cells that aren't 0, over three decades of rows. */
final class SparseScaling implements Case {

    private static final int EPOCHS = 10;

    private static final int DECADES = 3;

    private static final double LEAST_SECONDS = 0.3;

    @Override
    public String name() {
        return "scaling-sparse";
    }

    @Override
    public String about() {
        return "processor time of ten epochs of Sdca against non-zeros, over three decades: the fitted exponent";
    }

    @Override
    public void run(Options options) {
        SparseSet all = Generated.text(Math.min(options.rows(), SparseSource.HARNESS_ROWS), 50_000, 75);
        List<String> points = new ArrayList<>();
        double[] x = new double[DECADES + 1];
        double[] y = new double[DECADES + 1];
        measure(all.head(all.rows() / 10).dataset()); // so that the compiler has seen it
        for (int k = 0; k <= DECADES; k++) {
            SparseSet set = all.head((int) (all.rows() / Math.pow(10, DECADES - k)));
            double seconds = measure(set.dataset());
            x[k] = Math.log(set.values().length);
            y[k] = Math.log(seconds);
            points.add(Contest.format("%d:%.4g", set.values().length, seconds));
        }
        System.out.println("SCALING " + name() + Contest.format(" exponent=%.3f", slope(x, y)) + " cpu="
                + String.join(",", points));
    }

    /** Processor seconds of a fit, from as many as take some time. */
    private static double measure(Dataset data) {
        double seconds = 0;
        int fits = 0;
        while (seconds < LEAST_SECONDS) {
            seconds += Meter.of(() -> LinearModel.with(new LogisticLoss())
                            .penalty(L2Penalty.of(1.0 / data.size()))
                            .intercept(false)
                            .optimizer(Sdca.defaults().withTolerance(0))
                            .maxIterations(EPOCHS)
                            .threads(1)
                            .fit(data))
                    .cpuSeconds();
            fits++;
        }
        return seconds / fits;
    }

    /** Of the line of least squares. */
    private static double slope(double[] x, double[] y) {
        double meanX = 0;
        double meanY = 0;
        for (int k = 0; k < x.length; k++) {
            meanX += x[k] / x.length;
            meanY += y[k] / x.length;
        }
        double xy = 0;
        double xx = 0;
        for (int k = 0; k < x.length; k++) {
            xy += (x[k] - meanX) * (y[k] - meanY);
            xx += (x[k] - meanX) * (x[k] - meanX);
        }
        return xy / xx;
    }
}
