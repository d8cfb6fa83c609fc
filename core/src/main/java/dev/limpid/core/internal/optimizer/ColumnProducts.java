package dev.limpid.core.internal.optimizer;

import dev.limpid.core.training.Workers;
import java.util.Arrays;

/**
 * Products of columns, Pⱼₖ = Σᵢ aᵢⱼ·aᵢₖ, each sum from the first row to the last: the bits are those of {@link #plain}, whatever
 * the threads, and the same for (j, k) as for (k, j).
 *
 * <pre>
 *   for each strip of known columns, for each block of rows:
 *     T ← the block of the strip, row by row                              (1)
 *     for each new column j, for rows i of the block, four at a time:
 *       Pⱼ ← Pⱼ + aᵢⱼ·tᵢ,  tᵢ the row of T                                (2)  many sums side by side, not one after another
 * </pre>
 */
public final class ColumnProducts {

    /** Columns of a strip. */
    private static final int STRIP = 128;

    /** Rows of a block. */
    private static final int BLOCK = 64;

    /** With fewer new columns than this, (1) costs more than (2) saves. */
    private static final int FEW = 6;

    /** Fewer multiplications than this aren't worth waking a thread. */
    private static final long ALONE = 1L << 18;

    private final double[][] columns;
    private final int from;
    private final int to;
    private final double factor;
    private final double[][] out;

    private ColumnProducts(double[][] columns, int from, int to, double factor, double[][] out) {
        this.columns = columns;
        this.from = from;
        this.to = to;
        this.factor = factor;
        this.out = out;
    }

    /**
     * Computes products of columns of which one at least is new.
     *
     * @param columns the cells; the first {@code from} of them known
     * @param from number of known columns
     * @param to number of all
     * @param factor that all products are multiplied by
     * @param out receives factor·Pⱼₖ at [j][k] and [k][j] for j ≥ from and all k
     */
    public static void compute(double[][] columns, int from, int to, double factor, double[][] out, Workers workers) {
        ColumnProducts products = new ColumnProducts(columns, from, to, factor, out);
        int strips = (to + STRIP - 1) / STRIP;
        long cost = from < to ? (long) (to - from) * to * columns[from].length : 0;
        Workers threads = cost < ALONE ? Workers.serial() : workers;
        threads.forEach(strips, s -> products.strip(s * STRIP, Math.min(to, (s + 1) * STRIP)));
        for (int j = from; j < to; j++) {
            for (int k = 0; k < from; k++) {
                out[k][j] = out[j][k];
            }
        }
    }

    /** The plain form of a product. */
    static double plain(double[] a, double[] b, double factor) {
        return factor * Dots.inOrder(a, b);
    }

    private void strip(int first, int last) {
        if (to - from < FEW) {
            for (int j = from; j < to; j++) {
                few(j, first, last);
            }
            return;
        }
        double[][] t = new double[BLOCK][last - first];
        double[][] sums = new double[to - from][last - first];
        int n = columns[from].length;
        for (int i = 0; i < n; i += BLOCK) {
            int size = Math.min(BLOCK, n - i);
            turn(first, i, size, t); // (1)
            for (int j = from; j < to; j++) {
                add(t, columns[j], i, size, sums[j - from]); // (2)
            }
        }
        for (int j = from; j < to; j++) {
            for (int k = first; k < last; k++) {
                out[j][k] = factor * sums[j - from][k - first];
            }
        }
    }

    private void few(int j, int first, int last) {
        double[] sums = new double[4];
        int k = first;
        for (; k + 3 < last; k += 4) {
            Arrays.fill(sums, 0);
            double[] u = columns[j];
            Dots.addProducts(columns[k], columns[k + 1], columns[k + 2], columns[k + 3], u, 0, u.length, sums);
            for (int q = 0; q < 4; q++) {
                out[j][k + q] = factor * sums[q];
            }
        }
        for (; k < last; k++) {
            out[j][k] = plain(columns[j], columns[k], factor);
        }
    }

    /** Four columns at a time, so that what is written side by side goes to memory at once. */
    private void turn(int first, int row, int size, double[][] t) {
        int k = 0;
        for (; k + 3 < t[0].length; k += 4) {
            double[] a0 = columns[first + k];
            double[] a1 = columns[first + k + 1];
            double[] a2 = columns[first + k + 2];
            double[] a3 = columns[first + k + 3];
            for (int i = 0; i < size; i++) {
                double[] ti = t[i];
                ti[k] = a0[row + i];
                ti[k + 1] = a1[row + i];
                ti[k + 2] = a2[row + i];
                ti[k + 3] = a3[row + i];
            }
        }
        for (; k < t[0].length; k++) {
            for (int i = 0; i < size; i++) {
                t[i][k] = columns[first + k][row + i];
            }
        }
    }

    private static void add(double[][] t, double[] x, int row, int size, double[] sums) {
        int i = 0;
        for (; i + 3 < size; i += 4) {
            Dots.addFour(t, i, x, row + i, sums);
        }
        for (; i < size; i++) {
            Vectors.add(sums, x[row + i], t[i]);
        }
    }
}
