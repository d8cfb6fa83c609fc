package dev.limpid.algorithms.inference;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.Unit;
import dev.limpid.core.loss.UnitLoss;
import dev.limpid.core.loss.VectorLoss;
import java.util.Arrays;

/** What inference needs of loss and data. */
final class Requirements {

    /** Rows that are looked at for whether scores count by their differences. */
    private static final int SAMPLE = 100;

    private static final double ROUNDING = 1e-12;

    private Requirements() {}

    /** Refuses what has no second derivatives. */
    static void check(Loss loss, Dataset data) {
        if (!loss.smooth()) {
            throw new IllegalArgumentException("standard errors need a loss with second derivatives, but " + loss.name()
                    + " has kinks" + (loss instanceof UnitLoss ? " or jumps" : "") + ": fit bootstrap samples of the "
                    + (loss instanceof UnitLoss ? "groups" : "rows"));
        }
        if (loss instanceof UnitLoss unit && data.groups().length == 0 && !unit.allowsOneUnit()) {
            throw new IllegalArgumentException(loss.name()
                    + " needs data with groups, but the data has none: name the column that tells which rows"
                    + " belong together");
        }
        if (data.targets().size() != loss.targets()) {
            throw new IllegalArgumentException("data must have " + loss.targets() + " targets for " + loss.name()
                    + ", but has " + data.targets().size());
        }
        double[] y = new double[loss.targets()];
        for (int i = 0; i < data.size(); i++) {
            for (int t = 0; t < y.length; t++) {
                y[t] = data.targets().get(t).at(i);
            }
            loss.check(y);
        }
        try {
            if (loss instanceof ScalarLoss scalar) {
                scalar.secondDerivative(y[0], 0);
            } else if (loss instanceof VectorLoss vector) {
                vector.secondDerivative(y, new double[loss.scores()], new double[loss.scores()][loss.scores()]);
            } else if (loss instanceof UnitLoss unit) {
                double[][] column = new double[y.length][];
                Arrays.setAll(column, t -> new double[] {y[t]});
                double[] f = new double[loss.scores()];
                unit.secondDerivativeTimes(new Unit(column, new double[] {1}, f), f.clone(), new double[f.length]);
            }
        } catch (UnsupportedOperationException notStated) {
            throw new IllegalArgumentException(
                    "standard errors need second derivatives: " + notStated.getMessage(), notStated);
        }
    }

    /** Whether a shift of all scores changes nothing: the gradient adds up to 0, and so do the second derivatives. */
    static boolean isRelative(VectorLoss loss, Layout layout, Dataset data, double[] theta) {
        int scores = layout.outputs();
        boolean relative = scores > 1 && layout.slopes() == scores;
        double[] g = new double[scores];
        double[][] h = new double[scores][scores];
        for (int i = 0; i < Math.min(SAMPLE, data.size()) && relative; i++) {
            double[] y = new double[loss.targets()];
            for (int t = 0; t < y.length; t++) {
                y[t] = data.targets().get(t).at(i);
            }
            double[] f = new double[scores];
            for (int k = 0; k < scores; k++) {
                f[k] = layout.score(theta, data.features().row(i), k, 0);
            }
            loss.gradient(y, f, g);
            loss.secondDerivative(y, f, h);
            relative = addsUpToZero(g);
            for (double[] row : h) {
                relative &= addsUpToZero(row);
            }
        }
        return relative;
    }

    private static boolean addsUpToZero(double[] numbers) {
        double sum = 0;
        double size = 0;
        for (double number : numbers) {
            sum += number;
            size += Math.abs(number);
        }
        return Math.abs(sum) <= ROUNDING * size;
    }
}
