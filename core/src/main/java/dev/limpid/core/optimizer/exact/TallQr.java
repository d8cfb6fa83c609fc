package dev.limpid.core.optimizer.exact;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The QR factorisation of a matrix with many rows, block of rows by block of rows, with pivoted columns and a verdict on its rank.
 *
 * <pre>
 *   R ← 0
 *   for each block B of rows, for each column j:                             (1)
 *     reflect (Rⱼⱼ, Bⱼ) onto (±‖(Rⱼⱼ, Bⱼ)‖, 0) by I − τ·v·vᵀ, v = (1, u);  u takes the place of Bⱼ
 *   S ← powers of two that bring the columns of R·S to lengths in [1, 2)      (2)
 *   R·S·P = Q₂·U                                                             (3)  the longest column that is left comes next
 *   rank = the number of k with |Uₖₖ| &gt; δ·|U₀₀|                               (4)
 *   A = Q·U·(S·P)⁻¹
 * </pre>
 *
 * <p>Columns past the rank depend on the ones before them as far as δ can tell, and get the coefficient 0: a basic solution.
 * Scales are powers of two, which round nothing, so the unit of a column makes no difference.
 *
 * <p>Memory: a copy of A, which holds the reflections, and some p × p numbers. Cost: 2·n·p² multiplications, then 2·n·p for each
 * system that is solved. Rows of zeros may be thought above A, one for each column: they are where (1) begins.
 *
 * <p><b>References</b>
 * <ol><li>P. A. Businger, G. H. Golub (1965): Linear Least Squares Solutions by Householder Transformations. Numerische
 *     Mathematik 7.
 * <li>J. Demmel, L. Grigori, M. Hoemmen, J. Langou (2012): Communication-optimal Parallel and Sequential QR and LU
 *     Factorizations. SIAM Journal on Scientific Computing 34, for (1).
 * <li>Å. Björck (1967): Solving Linear Least Squares Problems by Gram–Schmidt Orthogonalization. BIT 7, for the augmented
 *     system.</ol>
 *
 * @since 0.1.0
 */
public final class TallQr {

    /** Hands out rows of A. */
    @FunctionalInterface
    public interface RowBlocks {

        /**
         * Copies rows.
         *
         * @param from first row
         * @param to row after the last
         * @param columns receives column j of the rows at [j][0 … to − from − 1]; overwritten there
         */
        void copy(int from, int to, double[][] columns);
    }

    /** Rows of a block, unless there are more columns: a block of some dozen columns stays in the processor's cache. */
    private static final int BLOCK = 512;

    /** Iterations for a singular value; a few percent are good enough for a condition number. */
    private static final int POWER_ITERATIONS = 30;

    private final int rows;
    private final int size;
    private final int block;
    private final double[][][] u; // of each block, column by column
    private final double[][] tau;
    private final double[] scale; // S⁻¹, in the order of the columns
    private final Pivoted pivoted;
    private final int rank;

    private TallQr(int rows, int columns, RowBlocks source, double tolerance) {
        this.rows = rows;
        this.size = columns;
        this.block = Math.max(BLOCK, columns);
        int blocks = (rows + block - 1) / block;
        this.u = new double[blocks][columns][];
        this.tau = new double[blocks][columns];
        double[] unit = load(source);
        double[][] r = new double[columns][columns];
        for (int b = 0; b < blocks; b++) {
            reflect(r, u[b], tau[b]); // (1)
        }
        this.scale = equilibrate(r, unit); // (2)
        this.pivoted = new Pivoted(r); // (3)
        int full = 0;
        while (full < columns && pivoted.diagonal(full) > tolerance * pivoted.diagonal(0)) {
            full++; // (4)
        }
        this.rank = full;
    }

    /**
     * Factors a matrix.
     *
     * @param rows number of rows n ≥ 1
     * @param columns number of columns p ≥ 1
     * @param source hands out the rows, finite; asked for each block once
     * @param tolerance δ, part of the largest pivot at which a column counts as dependent; in [0, 1)
     * @return the factorisation
     * @throws IllegalArgumentException if a number is out of range
     */
    public static TallQr of(int rows, int columns, RowBlocks source, double tolerance) {
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException(
                    "rows and columns must be at least 1, but were " + rows + " and " + columns);
        }
        if (!(tolerance >= 0 && tolerance < 1)) {
            throw new IllegalArgumentException("tolerance must be in [0, 1), but was " + tolerance);
        }
        return new TallQr(rows, columns, source, tolerance);
    }

    /** Copies the matrix, divided by powers of two near the largest cells so that no square overflows; returns these. */
    private double[] load(RowBlocks source) {
        double[] largest = new double[size];
        for (int b = 0; b < u.length; b++) {
            int from = b * block;
            int to = Math.min(rows, from + block);
            Arrays.setAll(u[b], j -> new double[to - from]);
            source.copy(from, to, u[b]);
            for (int j = 0; j < size; j++) {
                for (double cell : u[b][j]) {
                    largest[j] = Math.max(largest[j], Math.abs(cell));
                }
            }
        }
        for (int j = 0; j < size; j++) {
            if (!Double.isFinite(largest[j])) {
                throw new IllegalArgumentException("cells of the matrix must be finite, but column " + j + " has "
                        + (Double.isNaN(largest[j]) ? "NaN" : "an infinite one"));
            }
            double one = powerOfTwo(largest[j]);
            largest[j] = one;
            for (double[][] columns : u) {
                for (int i = 0; i < columns[j].length && one != 1; i++) {
                    columns[j][i] /= one;
                }
            }
        }
        return largest;
    }

    private static double powerOfTwo(double x) {
        return x == 0 ? 1 : Math.scalb(1.0, Math.max(-1000, Math.min(1000, Math.getExponent(x))));
    }

    /** Lines (1) for a block. */
    private static void reflect(double[][] r, double[][] b, double[] tau) {
        for (int j = 0; j < b.length; j++) {
            double square = dot(b[j], b[j]);
            if (square == 0) {
                continue;
            }
            double beta = -Math.copySign(Math.sqrt(r[j][j] * r[j][j] + square), r[j][j]);
            double head = r[j][j] - beta;
            for (int i = 0; i < b[j].length; i++) {
                b[j][i] /= head;
            }
            tau[j] = (beta - r[j][j]) / beta;
            r[j][j] = beta;
            for (int k = j + 1; k < b.length; k++) {
                double along = tau[j] * (r[j][k] + dot(b[j], b[k]));
                r[j][k] -= along;
                subtract(b[k], along, b[j]);
            }
        }
    }

    /** Scales the columns of R in their place; returns by what the columns of A are divided. */
    private static double[] equilibrate(double[][] r, double[] unit) {
        double[] s = unit.clone();
        for (int j = 0; j < s.length; j++) {
            double square = 0;
            for (int i = 0; i <= j; i++) {
                square += r[i][j] * r[i][j];
            }
            double length = powerOfTwo(Math.sqrt(square));
            for (int i = 0; i <= j; i++) {
                r[i][j] /= length;
            }
            s[j] *= length;
        }
        return s;
    }

    private static double dot(double[] a, double[] b) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            s0 += a[i] * b[i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    private static void subtract(double[] x, double c, double[] v) {
        for (int i = 0; i < x.length; i++) {
            x[i] -= c * v[i];
        }
    }

    /** By what column j is divided inside: within a factor of two its length. */
    double scale(int j) {
        return scale[j];
    }

    /**
     * Returns how many columns are independent.
     *
     * @return the rank, at most p
     */
    public int rank() {
        return rank;
    }

    /**
     * Returns the columns that depend on others, as far as the tolerance can tell.
     *
     * @return a new set of positions, p − rank of them
     */
    public BitSet dependent() {
        BitSet dependent = new BitSet();
        for (int k = rank; k < size; k++) {
            dependent.set(pivoted.column(k));
        }
        return dependent;
    }

    /**
     * Estimates the condition number of the independent columns, brought to length 1.
     *
     * @return the largest singular value over the smallest, up to some percent; 1 for a matrix of zeros
     */
    public double condition() {
        if (rank == 0) {
            return 1;
        }
        double[] length = new double[rank];
        for (int k = 0; k < rank; k++) {
            length[k] = pivoted.length(k);
        }
        double[] large = start();
        double[] small = start();
        double top = 1;
        double bottom = 1;
        for (int k = 0; k < POWER_ITERATIONS; k++) {
            divide(large, length);
            pivoted.multiply(large, rank);
            divide(large, length);
            top = Math.sqrt(normalized(large));
            multiply(small, length);
            pivoted.forward(small, rank);
            pivoted.backward(small, rank);
            multiply(small, length);
            bottom = Math.sqrt(normalized(small));
        }
        return top * bottom;
    }

    private static void divide(double[] x, double[] length) {
        for (int k = 0; k < x.length; k++) {
            x[k] /= length[k];
        }
    }

    private static void multiply(double[] x, double[] length) {
        for (int k = 0; k < x.length; k++) {
            x[k] *= length[k];
        }
    }

    private double[] start() {
        double[] x = new double[rank];
        for (int k = 0; k < rank; k++) {
            x[k] = k % 2 == 0 ? 1 + k % 3 : -1 - k % 5;
        }
        normalized(x);
        return x;
    }

    private static double normalized(double[] x) {
        double length = Math.sqrt(dot(x, x));
        for (int k = 0; k < x.length; k++) {
            x[k] /= length;
        }
        return length;
    }

    /**
     * Solves the augmented system of least squares, (r, x) with
     *
     * <pre>
     *   r + A·x = f,   Aᵀ·r = g,    g = 0 for argmin ‖A·x − f‖
     *
     *   h ← U⁻ᵀ·(S·P)ᵀ·g,  (c, e) ← Qᵀ·f,  x ← S·P·U⁻¹·(c − h),  r ← Q·(h, e)
     * </pre>
     *
     * @param f length n; receives r
     * @param g length p; receives x, 0 for dependent columns
     */
    public void solve(double[] f, double[] g) {
        double[] top = new double[size];
        for (int b = 0; b < u.length; b++) {
            sweep(b, top, f, 0, size, 1);
        }
        pivoted.transposed(top);
        double[] h = new double[rank];
        double[] x = new double[rank];
        for (int k = 0; k < rank; k++) {
            h[k] = g[pivoted.column(k)] / scale[pivoted.column(k)];
        }
        pivoted.forward(h, rank);
        for (int k = 0; k < rank; k++) {
            x[k] = top[k] - h[k];
            top[k] = h[k];
        }
        pivoted.backward(x, rank);
        Arrays.fill(g, 0);
        for (int k = 0; k < rank; k++) {
            g[pivoted.column(k)] = x[k] / scale[pivoted.column(k)];
        }
        pivoted.plain(top);
        for (int b = u.length - 1; b >= 0; b--) {
            sweep(b, top, f, size - 1, -1, -1);
        }
    }

    /** Applies the reflections of a block to (top, f), in one order or the other. */
    private void sweep(int b, double[] top, double[] f, int first, int end, int step) {
        int from = b * block;
        for (int j = first; j != end; j += step) {
            if (tau[b][j] == 0) {
                continue;
            }
            double[] v = u[b][j];
            double along = top[j];
            for (int i = 0; i < v.length; i++) {
                along += v[i] * f[from + i];
            }
            along *= tau[b][j];
            top[j] -= along;
            for (int i = 0; i < v.length; i++) {
                f[from + i] -= along * v[i];
            }
        }
    }

    /**
     * Returns the squared length of a row, measured by (AᵀA)⁻¹: the leverage of a row of A.
     *
     * @param row length p; not changed
     * @return rowᵀ·(AᵀA)⁻¹·row, over the independent columns
     */
    public double leverage(double[] row) {
        double[] x = new double[rank];
        for (int k = 0; k < rank; k++) {
            x[k] = row[pivoted.column(k)] / scale[pivoted.column(k)];
        }
        pivoted.forward(x, rank);
        return dot(x, x);
    }

    /**
     * Returns (AᵀA)⁻¹ over the independent columns, which is never formed from AᵀA: U⁻¹·U⁻ᵀ keeps the digits.
     *
     * @return a new symmetric matrix, shape [p][p], 0 in rows and columns of dependent ones
     */
    public double[][] inverseGram() {
        double[][] inverse = new double[size][size];
        double[][] rowsOf = new double[rank][];
        for (int k = 0; k < rank; k++) {
            double[] e = new double[rank];
            e[k] = 1;
            pivoted.forward(e, rank); // U⁻ᵀ·eₖ is row k of U⁻¹
            rowsOf[k] = e;
        }
        for (int k = 0; k < rank; k++) {
            for (int l = 0; l <= k; l++) {
                int i = pivoted.column(k);
                int j = pivoted.column(l);
                inverse[i][j] = dot(rowsOf[k], rowsOf[l]) / scale[i] / scale[j];
                inverse[j][i] = inverse[i][j];
            }
        }
        return inverse;
    }
}
