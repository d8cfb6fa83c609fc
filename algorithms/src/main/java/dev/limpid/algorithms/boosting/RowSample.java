package dev.limpid.algorithms.boosting;

import dev.limpid.core.sampler.Batch;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rows that a tree is grown on: each once and in increasing order, whatever the order of the batch. */
final class RowSample {

    private final int[] rows;
    private final double @Nullable [] share;

    private RowSample(int[] rows, double @Nullable [] share) {
        this.rows = rows;
        this.share = share;
    }

    static RowSample of(Batch batch, int size, String sampler) {
        if (batch.isRange() && batch.size() == size) {
            return new RowSample(IntStream.range(0, size).toArray(), null);
        }
        double[] share = new double[size];
        for (int k = 0; k < batch.size(); k++) {
            int row = batch.unit(k);
            if (row < 0 || row >= size) {
                throw new IllegalArgumentException(
                        sampler + " must draw rows in [0, " + size + "), but unit(" + k + ") was " + row);
            }
            share[row] += batch.weight(k);
        }
        int[] rows = IntStream.range(0, size).filter(row -> share[row] > 0).toArray();
        if (rows.length == 0) {
            throw new IllegalArgumentException(
                    sampler + " must draw at least one row with a weight > 0, but the batch has " + batch);
        }
        boolean once = Arrays.stream(rows).allMatch(row -> share[row] == 1);
        return new RowSample(rows, once ? null : share);
    }

    boolean isEveryRow(int size) {
        return rows.length == size;
    }

    /** Returns the rows drawn at least once with a weight &gt; 0. */
    int[] rows() {
        return rows;
    }

    /** Returns, per training row, the sum of the batch's weights for it; null for 1 each. */
    double @Nullable [] share() {
        return share;
    }
}
