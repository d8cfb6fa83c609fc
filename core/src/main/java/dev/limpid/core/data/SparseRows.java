package dev.limpid.core.data;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sparse rows in compressed sparse row form: row i has values[k] in column indices[k] for starts[i] ≤ k &lt; starts[i + 1], and 0
 * elsewhere.
 */
final class SparseRows implements Rows {

    private final int columns;
    private final int[] starts;
    private final int[] indices;
    private final double[] values;
    private volatile @Nullable SparseRows transposed;

    private SparseRows(int columns, int[] starts, int[] indices, double[] values) {
        this.columns = columns;
        this.starts = starts;
        this.indices = indices;
        this.values = values;
    }

    static SparseRows of(int columns, int[] starts, int[] indices, double[] values) {
        int[] s = starts.clone();
        int[] c = indices.clone();
        double[] v = values.clone();
        checkStarts(s, c, v);
        for (int i = 0; i + 1 < s.length; i++) {
            checkRow(i, columns, s, c, v);
        }
        return new SparseRows(columns, s, c, v);
    }

    private static void checkStarts(int[] starts, int[] indices, double[] values) {
        if (indices.length != values.length) {
            throw new IllegalArgumentException("indices and values must be of equal length, but there are "
                    + indices.length + " indices and " + values.length + " values");
        }
        if (starts.length == 0 || starts[0] != 0) {
            throw new IllegalArgumentException("starts must begin with 0, but "
                    + (starts.length == 0 ? "is empty" : "starts[0] was " + starts[0]));
        }
        for (int i = 1; i < starts.length; i++) {
            if (starts[i] < starts[i - 1]) {
                throw new IllegalArgumentException("starts must never fall, but starts[" + (i - 1) + "] was "
                        + starts[i - 1] + " and starts[" + i + "] was " + starts[i]);
            }
        }
        if (starts[starts.length - 1] != values.length) {
            throw new IllegalArgumentException("starts must end with the number of values " + values.length
                    + ", but ends with " + starts[starts.length - 1]);
        }
    }

    private static void checkRow(int row, int columns, int[] starts, int[] indices, double[] values) {
        int last = -1;
        for (int k = starts[row]; k < starts[row + 1]; k++) {
            if (indices[k] < 0 || indices[k] >= columns) {
                throw new IllegalArgumentException(
                        "indices must be in [0, " + columns + "), but row " + row + " has " + indices[k]);
            }
            if (indices[k] <= last) {
                throw new IllegalArgumentException(
                        "indices must rise within a row, but row " + row + " has " + indices[k] + " after " + last);
            }
            if (!Double.isFinite(values[k])) {
                throw new IllegalArgumentException("X must be finite, but X[" + row + "][" + indices[k] + "] was "
                        + values[k] + "; sparse rows can't hold missing cells, use dense ones for them");
            }
            last = indices[k];
        }
    }

    @Override
    public int size() {
        return starts.length - 1;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public double get(int row, int column) {
        Objects.checkIndex(column, columns);
        int k = Arrays.binarySearch(indices, starts[row], starts[row + 1], column);
        return k < 0 ? 0 : values[k];
    }

    @Override
    public boolean isKnownFinite() {
        return true;
    }

    @Override
    public boolean isSparse() {
        return true;
    }

    @Override
    public void forEachNonZero(int row, CellVisitor visitor) {
        for (int k = starts[row]; k < starts[row + 1]; k++) {
            if (values[k] != 0) {
                visitor.accept(indices[k], values[k]);
            }
        }
    }

    @Override
    public double dot(int row, double[] w) {
        int end = starts[row + 1];
        int k = starts[row];
        double s0 = 0; // four sums, so that an addition needn't wait for the one before it
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        for (; k + 3 < end; k += 4) {
            s0 += values[k] * w[indices[k]];
            s1 += values[k + 1] * w[indices[k + 1]];
            s2 += values[k + 2] * w[indices[k + 2]];
            s3 += values[k + 3] * w[indices[k + 3]];
        }
        for (; k < end; k++) {
            s0 += values[k] * w[indices[k]];
        }
        return (s0 + s1) + (s2 + s3);
    }

    @Override
    public void add(int row, double a, double[] out) {
        for (int k = starts[row]; k < starts[row + 1]; k++) {
            out[indices[k]] += a * values[k];
        }
    }

    @Override
    public void addGram(int from, int to, double[] h, double[][] gram) {
        for (int i = from; i < to; i++) {
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                double[] line = gram[indices[k]];
                double hx = h[i - from] * values[k];
                for (int l = starts[i]; l <= k; l++) {
                    line[indices[l]] += hx * values[l];
                }
            }
        }
    }

    @Override
    public void times(int from, int to, double[] w, double[] out) {
        for (int i = from; i < to; i++) {
            out[i - from] += dot(i, w);
        }
    }

    @Override
    public void transposedTimes(int from, int to, double[] g, double[] out) {
        for (int i = from; i < to; i++) {
            add(i, g[i - from], out);
        }
    }

    @Override
    public void copyColumn(int column, int from, int to, double[] out) {
        Objects.checkFromToIndex(from, to, size());
        Arrays.fill(out, 0, to - from, 0);
        SparseRows x = transposed();
        int start = Arrays.binarySearch(x.indices, x.starts[column], x.starts[column + 1], from);
        for (int k = start < 0 ? -start - 1 : start; k < x.starts[column + 1] && x.indices[k] < to; k++) {
            out[x.indices[k] - from] = x.values[k];
        }
    }

    /** Returns the same numbers by columns, made when a column is first asked for. */
    private SparseRows transposed() {
        SparseRows result = transposed;
        if (result == null) {
            result = transpose();
            transposed = result;
        }
        return result;
    }

    private SparseRows transpose() {
        int[] newStarts = new int[columns + 1];
        for (int j : indices) {
            newStarts[j + 1]++;
        }
        for (int j = 0; j < columns; j++) {
            newStarts[j + 1] += newStarts[j];
        }
        int[] next = newStarts.clone();
        int[] newIndices = new int[indices.length];
        double[] newValues = new double[values.length];
        for (int i = 0; i < size(); i++) {
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                int at = next[indices[k]]++;
                newIndices[at] = i;
                newValues[at] = values[k];
            }
        }
        return new SparseRows(size(), newStarts, newIndices, newValues);
    }

    @Override
    public double[] row(int row) {
        double[] cells = new double[columns];
        for (int k = starts[row]; k < starts[row + 1]; k++) {
            cells[indices[k]] = values[k];
        }
        return cells;
    }

    /** Reorders columns: new column j is old column source[j]. */
    SparseRows permuted(int[] source) {
        SparseRows x = transposed();
        int[] newStarts = new int[columns + 1];
        for (int j = 0; j < columns; j++) {
            newStarts[j + 1] = newStarts[j] + x.starts[source[j] + 1] - x.starts[source[j]];
        }
        int[] newIndices = new int[indices.length];
        double[] newValues = new double[values.length];
        for (int j = 0; j < columns; j++) {
            int length = newStarts[j + 1] - newStarts[j];
            System.arraycopy(x.indices, x.starts[source[j]], newIndices, newStarts[j], length);
            System.arraycopy(x.values, x.starts[source[j]], newValues, newStarts[j], length);
        }
        return new SparseRows(size(), newStarts, newIndices, newValues).transpose();
    }

    @Override
    public Rows select(int... rows) {
        DenseRows.checkPositions(rows, size());
        int[] newStarts = new int[rows.length + 1];
        for (int i = 0; i < rows.length; i++) {
            newStarts[i + 1] = Math.addExact(newStarts[i], starts[rows[i] + 1] - starts[rows[i]]);
        }
        int[] newIndices = new int[newStarts[rows.length]];
        double[] newValues = new double[newIndices.length];
        for (int i = 0; i < rows.length; i++) {
            int length = newStarts[i + 1] - newStarts[i];
            System.arraycopy(indices, starts[rows[i]], newIndices, newStarts[i], length);
            System.arraycopy(values, starts[rows[i]], newValues, newStarts[i], length);
        }
        return new SparseRows(columns, newStarts, newIndices, newValues);
    }
}
