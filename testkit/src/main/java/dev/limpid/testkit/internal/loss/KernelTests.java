package dev.limpid.testkit.internal.loss;

import dev.limpid.core.loss.LossKernel;
import dev.limpid.testkit.declaration.LossSubject;
import dev.limpid.testkit.internal.Bits;
import dev.limpid.testkit.law.Outcome;
import java.util.Arrays;
import java.util.SplittableRandom;

/** The loops over rows that optimizers and boosting call: the loss's own copy, the shared ones, and the definition. */
public final class KernelTests {

    private static final int ROWS = 100;

    private KernelTests() {}

    /**
     * Compares a block of rows by the loss's own loops, by the shared ones, and row by row.
     *
     * @param subject the loss
     * @return the outcome; not applicable to a loss of units
     */
    public static Outcome kernel(LossSubject subject) {
        LossProbe probe = LossProbe.of(subject);
        if (probe instanceof UnitProbe) {
            return Outcome.notApplicable("a UnitLoss has no kernel");
        }
        SplittableRandom random = new SplittableRandom(LossProbe.SEED);
        int k = probe.loss.scores();
        double[][] y = new double[probe.loss.targets()][ROWS];
        double[][] f = new double[k][ROWS];
        double[] w = new double[ROWS];
        double[] rowByRow = new double[1 + 2 * k * ROWS];
        for (int i = 0; i < ROWS; i++) {
            double[] row = probe.drawTargets(random);
            double[] scores = new double[k];
            for (int j = 0; j < k; j++) {
                scores[j] = 2 * random.nextGaussian();
                f[j][i] = scores[j];
            }
            double[][] columns = new double[row.length][1];
            for (int t = 0; t < row.length; t++) {
                y[t][i] = row[t];
                columns[t][0] = row[t];
            }
            w[i] = 0.5 + random.nextDouble();
            double[] h = new double[k];
            LossProbe.Point point = new LossProbe.Point(new LossProbe.Case(columns, new double[] {1}), scores);
            double[] g = probe.gradient(point.with(scores.clone()));
            probe.curvature(point.given(), scores.clone(), h);
            rowByRow[0] += w[i] * probe.value(point);
            for (int j = 0; j < k; j++) {
                rowByRow[1 + j * ROWS + i] = w[i] * g[j];
                rowByRow[1 + (k + j) * ROWS + i] = w[i] * h[j];
            }
        }
        double[] own = numbers(LossKernel.of(probe.loss), y, f, w);
        double[] shared = numbers(LossKernel.shared(probe.loss), y, f, w);
        return judge(own, shared, rowByRow, k);
    }

    private static double[] numbers(LossKernel kernel, double[][] y, double[][] f, double[] w) {
        double[][] g = new double[f.length][ROWS];
        double[][] h = new double[f.length][ROWS];
        double value = kernel.quadratic(ROWS, y, f, w, g, h);
        double[] all = new double[1 + 2 * f.length * ROWS];
        all[0] = value;
        for (int k = 0; k < f.length; k++) {
            System.arraycopy(g[k], 0, all, 1 + k * ROWS, ROWS);
            System.arraycopy(h[k], 0, all, 1 + (f.length + k) * ROWS, ROWS);
        }
        return all;
    }

    private static Outcome judge(double[] own, double[] shared, double[] rowByRow, int k) {
        int difference = Bits.firstDifference(own, shared);
        if (difference >= 0) {
            return Outcome.failed(what(difference, k) + " of " + ROWS + " rows\n  by the loss's own loops  "
                    + own[difference] + "\n  by the shared loops      " + shared[difference]
                    + "\nLikely cause: the loss depends on who calls it (a static field, the call stack) or on time.");
        }
        double size = Arrays.stream(rowByRow)
                .map(Math::abs)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        for (int i = 0; i < own.length; i++) {
            if (Math.abs(own[i] - rowByRow[i]) > 4 * ROWS * Math.ulp(size)) {
                return Outcome.failed(what(i, k) + " of " + ROWS + " rows\n  by the loops  " + own[i]
                        + "\n  row by row    " + rowByRow[i]
                        + "\nLikely cause: at does not agree with value, gradient and curvature (see L08), or the loss"
                        + " remembers something from row to row (see L18).");
            }
        }
        return Outcome.passed();
    }

    private static String what(int place, int k) {
        return place == 0 ? "value" : (place <= k * ROWS ? "gradient" : "curvature") + " in row " + (place - 1) % ROWS;
    }
}
