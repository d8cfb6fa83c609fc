package dev.limpid.core.objective;

import dev.limpid.core.data.Rows;
import dev.limpid.core.data.Values;
import dev.limpid.core.sampler.Batch;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Some entries of a batch, so few that what is computed of them stays in the cache. */
final class Tile {

    /** Number of entries of a full tile: what dense rows store as a tile too. */
    static final int SIZE = 512;

    /** From this number of drawn dense rows on, they are gathered: each cell is fetched once, and without waiting for another. */
    private static final int GATHERED = 8;

    private final int[] units;
    private @Nullable Rows gathered;
    private int first;
    private boolean range;
    int size;
    int from;
    final double[][] y;
    final double[] w;
    final double[][] f;
    final double[][] g;

    Tile(int targets, int scores, int capacity) {
        units = new int[capacity];
        y = new double[targets][capacity];
        w = new double[capacity];
        f = new double[scores][capacity];
        g = new double[scores][capacity];
    }

    /** Takes the entries from … to − 1 of a batch: their targets, and their weights times the batch's. */
    void load(RiskRows rows, Batch batch, int from, int to) {
        this.from = from;
        size = to - from;
        range = batch.isRange();
        gathered = null;
        if (range) {
            first = batch.unit(from);
            for (int k = 0; k < y.length; k++) {
                rows.targets.get(k).copy(first, first + size, y[k]);
            }
            rows.weights.copy(first, first + size, w);
            return;
        }
        for (int i = 0; i < size; i++) {
            units[i] = batch.unit(from + i);
            w[i] = batch.weight(from + i) * rows.weights.at(units[i]);
            for (int k = 0; k < y.length; k++) {
                y[k][i] = rows.targets.get(k).at(units[i]);
            }
        }
    }

    /** Returns the entries as a batch of their own, with weights 1. */
    Batch rows() {
        return range ? Batch.range(first, first + size, 1) : Batch.of(Arrays.copyOf(units, size), 1);
    }

    /** f ← b + offset for each score. */
    void startScores(RiskRows rows, double[] b) {
        for (int k = 0; k < f.length; k++) {
            Arrays.fill(f[k], 0, size, b[k]);
        }
        addOffsets(rows);
    }

    /** f ← f + offset. */
    void addOffsets(RiskRows rows) {
        for (int k = 0; k < rows.offsets.size(); k++) {
            Values offset = rows.offsets.get(k);
            for (int i = 0; i < size; i++) {
                f[k][i] += offset.at(range ? first + i : units[i]);
            }
        }
    }

    /** Returns the drawn rows one behind the other; null if they are few, or sparse, where each lies in one place anyway. */
    private @Nullable Rows gathered(Rows x) {
        if (gathered == null && size >= GATHERED && !x.isSparse()) {
            gathered = x.select(size == units.length ? units : Arrays.copyOf(units, size));
        }
        return gathered;
    }

    /** out ← out + X·w. */
    void times(Rows x, double[] w, double[] out) {
        if (range) {
            x.times(first, first + size, w, out);
            return;
        }
        Rows drawn = gathered(x);
        if (drawn != null) {
            drawn.times(0, size, w, out);
        } else {
            x.timesAt(units, size, w, out);
        }
    }

    /** out ← out + Xᵀ·v. */
    void transposedTimes(Rows x, double[] v, double[] out) {
        if (range) {
            x.transposedTimes(first, first + size, v, out);
            return;
        }
        Rows drawn = gathered(x);
        if (drawn != null) {
            drawn.transposedTimes(0, size, v, out);
        } else {
            x.transposedTimesAt(units, size, v, out);
        }
    }

    /** gram ← gram + Σᵢ hᵢ·xᵢ·xᵢᵀ, the lower triangle. */
    void addGram(Rows x, double[] h, double[][] gram) {
        if (range) {
            x.addGram(first, first + size, h, gram);
            return;
        }
        throw new IllegalStateException("a Gram matrix is summed over all rows, not over a drawn batch");
    }

    /** out ← out + Σᵢ vᵢ·xᵢ∘xᵢ. */
    void addSquares(Rows x, double[] v, double[] out) {
        if (!range) {
            throw new IllegalStateException("squares are summed over all rows, not over a drawn batch");
        }
        if (x.isSparse()) {
            for (int i = 0; i < size; i++) {
                double vi = v[i];
                x.forEachNonZero(first + i, (j, cell) -> out[j] += vi * cell * cell);
            }
            return;
        }
        double[] column = new double[size];
        for (int j = 0; j < out.length; j++) {
            x.copyColumn(j, first, first + size, column);
            double sum = 0;
            for (int i = 0; i < size; i++) {
                sum += v[i] * column[i] * column[i];
            }
            out[j] += sum;
        }
    }

    /** Σᵢ vᵢ. */
    double sum(double[] v) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += v[i];
        }
        return sum;
    }

    /** Writes |∂ℓ/∂f| and the curvature of each entry to its place in the batch; NaN for an entry of weight 0. */
    void sizes(double[][] h, double[] gradients, double[] curvatures) {
        for (int i = 0; i < size; i++) {
            double square = 0;
            double sum = 0;
            for (int k = 0; k < g.length; k++) {
                square += (g[k][i] / w[i]) * (g[k][i] / w[i]);
                sum += h[k][i] / w[i];
            }
            gradients[from + i] = Math.sqrt(square);
            curvatures[from + i] = sum;
        }
    }
}
