package dev.limpid.algorithms.linear;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Values;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.UnitLoss;
import dev.limpid.core.loss.VectorLoss;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a loss says before any column has been looked at, while all rows have the same scores but for their offsets.
 *
 * <pre>
 *   c = argmin over c of Σᵢ vᵢ·ℓ(yᵢ, oᵢ + c)                          (1)
 *   h = (1/(K·Σv))·Σᵢ vᵢ·Σₖ hₖ(yᵢ, oᵢ + c)                            (2)  over some rows
 * </pre>
 */
final class CommonScores {

    /** About so many rows, spread evenly, tell a typical curvature. */
    private static final int SOME = 1000;

    private final Loss loss;
    private final Dataset data;
    private double @Nullable [] best;

    /**
     * Asks nothing yet.
     *
     * @param loss ℓ
     * @param data rows with targets, weights and perhaps offsets
     */
    CommonScores(Loss loss, Dataset data) {
        this.loss = loss;
        this.data = data;
    }

    /**
     * Returns the best common scores (1).
     *
     * @throws IllegalArgumentException if the loss falls without end, as a class is missing, say
     */
    double[] best() {
        if (best == null) {
            best = bestShift();
        }
        return best.clone();
    }

    private double[] bestShift() {
        Sample sample = new Sample(data.targets(), offsets(), data.weights());
        double[] c = new double[loss.scores()];
        if (loss instanceof ScalarLoss scalar) {
            c[0] = scalar.bestShift(sample);
        } else if (loss instanceof VectorLoss vector) {
            vector.bestShift(sample, c);
        }
        return c;
    }

    /** Returns the best common scores; 0 if there are none. */
    double[] bestOrZero() {
        try {
            return best();
        } catch (IllegalArgumentException e) {
            return new double[loss.scores()];
        }
    }

    /**
     * Returns the mean curvature (2).
     *
     * @param c the common scores
     * @return h &gt; 0; 1 for a loss of several rows at once, and where there is no curvature
     */
    double curvature(double[] c) {
        if (loss instanceof UnitLoss) {
            return 1;
        }
        List<Values> offsets = offsets();
        double[] y = new double[data.targets().size()];
        double[] f = new double[c.length];
        double[] hs = new double[c.length];
        double total = 0;
        double sum = 0;
        int every = (data.size() + SOME - 1) / SOME;
        for (int i = 0; i < data.size(); i += every) {
            read(data.targets(), i, y);
            read(offsets, i, f);
            for (int k = 0; k < c.length; k++) {
                f[k] += c[k];
            }
            curvature(y, f, hs);
            sum += data.weights().at(i) * Arrays.stream(hs).sum() / hs.length;
            total += data.weights().at(i);
        }
        double h = sum / total; // (2)
        return h > 0 ? h : 1;
    }

    private static void read(List<Values> columns, int row, double[] out) {
        for (int k = 0; k < out.length; k++) {
            out[k] = columns.get(k).at(row);
        }
    }

    private void curvature(double[] y, double[] f, double[] out) {
        if (loss instanceof ScalarLoss scalar) {
            out[0] = scalar.curvature(y[0], f[0]);
        } else {
            ((VectorLoss) loss).curvature(y, f, out);
        }
    }

    private List<Values> offsets() {
        return data.offsets().isEmpty()
                ? Collections.nCopies(loss.scores(), Values.constant(0, data.size()))
                : data.offsets();
    }
}
