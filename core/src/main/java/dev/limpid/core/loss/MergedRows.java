package dev.limpid.core.loss;

import dev.limpid.core.data.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows that have the same targets and scores taken as one with the sum of their weights, which is what weights mean.
 *
 * <p>Where there are few kinds of rows, as at the start of a fit to classes, a sum over all of them has a few terms then. Where
 * there are many, the sample stays as it is.
 */
final class MergedRows {

    private static final int MOST = 16;

    private MergedRows() {}

    /** Returns a sample with the same sums. */
    static Sample of(Sample sample) {
        List<Values> columns = new ArrayList<>(sample.targets());
        columns.addAll(sample.scores());
        long[][] kinds = new long[MOST][];
        double[] weights = new double[MOST];
        long[] row = new long[columns.size()];
        int count = 0;
        for (int i = 0; i < sample.size(); i++) {
            for (int k = 0; k < row.length; k++) {
                row[k] = Double.doubleToRawLongBits(columns.get(k).at(i));
            }
            int kind = 0;
            while (kind < count && !Arrays.equals(kinds[kind], row)) {
                kind++;
            }
            if (kind == MOST) {
                return sample;
            }
            if (kind == count) {
                kinds[count++] = row.clone();
            }
            weights[kind] += sample.w(i);
        }
        return merged(sample.targets().size(), Arrays.copyOf(kinds, count), Arrays.copyOf(weights, count));
    }

    private static Sample merged(int targets, long[][] kinds, double[] weights) {
        int width = kinds.length == 0 ? 0 : kinds[0].length;
        List<Values> columns = new ArrayList<>(width);
        for (int k = 0; k < width; k++) {
            double[] column = new double[kinds.length];
            for (int m = 0; m < column.length; m++) {
                column[m] = Double.longBitsToDouble(kinds[m][k]);
            }
            columns.add(Values.of(column));
        }
        return new Sample(columns.subList(0, targets), columns.subList(targets, width), Values.of(weights));
    }
}
