package dev.limpid.core.data;

import java.util.Objects;
import java.util.function.IntUnaryOperator;

/**
 * Dense rows in tiles: row i stands in tile i / 512 at i mod 512, and a tile holds one array per column.
 *
 * <p>Loops over arrays that share one index become vector instructions; over one flat array with an offset they don't. At most
 * five arrays to a loop, so four columns are taken at a time: the score of a row is (s + (x₀w₀ + x₁w₁ + x₂w₂ + x₃w₃)) + (x₄w₄ + …) …
 * in whatever range it is computed, and a row scored alone gets the same bits as one scored among others. Ranges that begin
 * where a tile begins are the fastest.
 */
abstract sealed class DenseRows implements Rows permits DoubleTiles, FloatTiles {

    /** Rows in a tile. */
    static final int TILE = 512;

    /** Row i is in tile {@code i >> SHIFT}. */
    static final int SHIFT = 9;

    /** Row i is there at {@code i & MASK}. */
    static final int MASK = TILE - 1;

    /** A piece of fewer rows is multiplied row by row rather than copied to where its indices fit. */
    private static final int SMALL = 32;

    final int size;
    final int columns;

    DenseRows(int size, int columns) {
        this.size = size;
        this.columns = columns;
    }

    /** Returns how many tiles n rows fill. */
    static int tiles(int size) {
        return (size + MASK) >> SHIFT;
    }

    /** Returns how many of n rows a tile has. */
    static int rowsIn(int tile, int size) {
        return Math.min(TILE, size - (tile << SHIFT));
    }

    /** Checks that no row is absent and that the rows are of equal length; returns that length. */
    static int checkLengths(Object[] x, IntUnaryOperator length) {
        for (int i = 0; i < x.length; i++) {
            Objects.requireNonNull(x[i], "X[" + i + "]");
            if (length.applyAsInt(i) != length.applyAsInt(0)) {
                throw new IllegalArgumentException("X must have rows of equal length, but X[0] has "
                        + length.applyAsInt(0) + " cells and X[" + i + "] has " + length.applyAsInt(i));
            }
        }
        return x.length == 0 ? 0 : length.applyAsInt(0);
    }

    /** Checks positions of rows to be picked. */
    static void checkPositions(int[] rows, int size) {
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] < 0 || rows[i] >= size) {
                throw new IllegalArgumentException(
                        "rows must be in [0, " + size + "), but rows[" + i + "] was " + rows[i]);
            }
        }
    }

    /** Makes arrays for {@link #column} to copy to, where it needs them. */
    abstract double[][] buffers(int count);

    /** Returns a column of a tile as doubles: the array in storage, which nobody changes, or a copy in the buffer. */
    abstract double[] column(int tile, int column, double[] buffer);

    @Override
    public final int size() {
        return size;
    }

    @Override
    public final int columns() {
        return columns;
    }

    @Override
    public final double dot(int row, double[] w) {
        return plusDot(0, row, w);
    }

    /** Returns s + ⟨xᵢ, w⟩, added in the order of {@link #addTimes}. */
    private double plusDot(double s, int i, double[] w) {
        double sum = s;
        int j = 0;
        for (; j + 3 < columns; j += 4) {
            sum += w[j] * get(i, j) + w[j + 1] * get(i, j + 1) + w[j + 2] * get(i, j + 2) + w[j + 3] * get(i, j + 3);
        }
        for (; j < columns; j++) {
            sum += w[j] * get(i, j);
        }
        return sum;
    }

    @Override
    public final void times(int from, int to, double[] w, double[] out) {
        Objects.checkFromToIndex(from, to, size);
        double[][] buffers = buffers(4);
        for (int start = from & ~MASK; start < to; start += TILE) {
            int lo = Math.max(from, start);
            int hi = Math.min(to, start + TILE);
            if (hi - lo < SMALL) {
                for (int i = lo; i < hi; i++) {
                    out[i - from] = plusDot(out[i - from], i, w);
                }
            } else if (start == from) {
                addTimes(start >> SHIFT, hi - start, w, out, buffers);
            } else {
                double[] sums = new double[hi - start];
                System.arraycopy(out, lo - from, sums, lo - start, hi - lo);
                addTimes(start >> SHIFT, hi - start, w, sums, buffers);
                System.arraycopy(sums, lo - start, out, lo - from, hi - lo);
            }
        }
    }

    /** Adds ⟨xᵢ, w⟩ to sums[i] for the first rows of a tile. */
    private void addTimes(int tile, int rows, double[] w, double[] sums, double[][] buffers) {
        int j = 0;
        for (; j + 3 < columns; j += 4) {
            double[] x0 = column(tile, j, buffers[0]);
            double[] x1 = column(tile, j + 1, buffers[1]);
            double[] x2 = column(tile, j + 2, buffers[2]);
            double[] x3 = column(tile, j + 3, buffers[3]);
            TileProducts.addFour(x0, x1, x2, x3, w, j, rows, sums);
        }
        for (; j < columns; j++) {
            TileProducts.addOne(column(tile, j, buffers[0]), w[j], rows, sums);
        }
    }

    @Override
    public final void transposedTimes(int from, int to, double[] g, double[] out) {
        Objects.checkFromToIndex(from, to, size);
        double[][] buffers = buffers(4);
        double[][] x = new double[4][];
        double[] partial = new double[TileProducts.QUARTER];
        for (int start = from & ~MASK; start < to; start += TILE) {
            int lo = Math.max(from - start, 0);
            int hi = Math.min(to - start, TILE);
            for (int j = 0; j < columns; j += 4) {
                int count = Math.min(4, columns - j);
                for (int k = 0; k < count; k++) {
                    x[k] = column(start >> SHIFT, j + k, buffers[k]);
                }
                TileProducts.addSums(x, count, lo, hi, g, start - from, out, j, partial);
            }
        }
    }

    @Override
    public final void addGram(int from, int to, double[] h, double[][] gram) {
        Objects.checkFromToIndex(from, to, size);
        double[][] buffers = buffers(columns);
        double[][] x = new double[columns][];
        double[] partial = new double[TileProducts.QUARTER];
        double[] hx = new double[TILE];
        for (int start = from & ~MASK; start < to; start += TILE) {
            int lo = Math.max(from - start, 0);
            int hi = Math.min(to - start, TILE);
            for (int j = 0; j < columns; j++) {
                x[j] = column(start >> SHIFT, j, buffers[j]);
                for (int i = lo; i < hi; i++) {
                    hx[i] = h[start - from + i] * x[j][i];
                }
                TileProducts.addSums(x, j + 1, lo, hi, hx, 0, gram[j], 0, partial);
            }
        }
    }

    @Override
    public final void copyColumn(int column, int from, int to, double[] out) {
        Objects.checkFromToIndex(from, to, size);
        double[] buffer = buffers(1)[0];
        for (int start = from & ~MASK; start < to; start += TILE) {
            int lo = Math.max(from, start);
            int hi = Math.min(to, start + TILE);
            System.arraycopy(column(start >> SHIFT, column, buffer), lo - start, out, lo - from, hi - lo);
        }
    }
}
