package dev.limpid.core.data;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The feature matrix X, shape [n, d], row by row: dense tiles of double or float, or sparse rows, behind one interface.
 *
 * <p>Three methods have to be written; the products have plain definitions here, which faster storage overrides and tests
 * hold it to. Implementations are immutable and safe for use by several threads. Where an output array is added to, the
 * order of the additions depends on the arguments alone.
 *
 * @since 0.1.0
 */
public interface Rows {

    /**
     * Copies rows into dense storage of double numbers.
     *
     * @param x the cells, shape [n, d]; copied
     * @return the rows
     * @throws IllegalArgumentException if the rows differ in length
     */
    static Rows dense(double[][] x) {
        return DoubleTiles.of(x);
    }

    /**
     * Copies rows into dense storage of float numbers: half the memory of double. Products are computed in double.
     *
     * @param x the cells, shape [n, d]; copied
     * @return the rows
     * @throws IllegalArgumentException if the rows differ in length
     */
    static Rows dense(float[][] x) {
        return FloatTiles.of(x);
    }

    /**
     * Copies columns into dense storage of double numbers.
     *
     * @param columns d columns of n cells; copied
     * @return the rows
     * @throws IllegalArgumentException if there is no column or the columns differ in length
     */
    static Rows ofColumns(double[]... columns) {
        return DoubleTiles.ofColumns(columns);
    }

    /**
     * Copies sparse rows (compressed sparse row form): row i has value {@code values[k]} in column {@code indices[k]} for k in
     * [starts[i], starts[i + 1]), and 0 elsewhere.
     *
     * @param columns number of columns d
     * @param starts where each row starts, and the end of the last: n + 1 numbers from 0, never falling; copied
     * @param indices columns of the values, rising within a row; copied
     * @param values the values, finite; copied
     * @return the rows
     * @throws IllegalArgumentException if one of these rules is broken
     */
    static Rows sparse(int columns, int[] starts, int[] indices, double[] values) {
        return SparseRows.of(columns, starts, indices, values);
    }

    /**
     * Copies a matrix of ND4J, whatever its order, strides and type: float numbers into storage of float, all others into
     * double. This is the one method here that needs ND4J.
     *
     * @param x matrix, shape [n, d]; copied
     * @return the rows
     * @throws IllegalArgumentException if it isn't a matrix
     */
    static Rows fromNd4j(INDArray x) {
        return NdArrays.rows(x);
    }

    /**
     * Returns the number of rows n.
     *
     * @return n ≥ 0
     */
    int size();

    /**
     * Returns the number of columns d.
     *
     * @return d ≥ 0
     */
    int columns();

    /**
     * Returns one cell.
     *
     * @param row row i, in [0, n)
     * @param column column j, in [0, d)
     * @return xᵢⱼ; NaN is a missing value
     */
    double get(int row, int column);

    /** Is told of cells. */
    @FunctionalInterface
    interface CellVisitor {

        /**
         * Is told of a cell.
         *
         * @param column column j
         * @param cell xᵢⱼ
         */
        void accept(int column, double cell);
    }

    /**
     * Tells whether cells that are 0 aren't stored, so that {@link #forEachNonZero} is the way to walk along a row.
     *
     * @return false unless overridden
     */
    default boolean isSparse() {
        return false;
    }

    /**
     * Tells whether all cells are known to be finite numbers, because they were checked when the rows were made, so that a data
     * set of numeric columns needn't look at each of them again.
     *
     * @return false unless overridden: not known
     */
    default boolean isKnownFinite() {
        return false;
    }

    /**
     * Visits the cells of a row that aren't 0, from left to right.
     *
     * @param row row i, in [0, n)
     * @param visitor is told of column and cell
     */
    default void forEachNonZero(int row, CellVisitor visitor) {
        for (int j = 0; j < columns(); j++) {
            double cell = get(row, j);
            if (cell != 0) {
                visitor.accept(j, cell);
            }
        }
    }

    /**
     * Multiplies a row by a vector: ⟨xᵢ, w⟩.
     *
     * @param row row i
     * @param w vector, length d; not changed
     * @return Σⱼ xᵢⱼ·wⱼ
     */
    default double dot(int row, double[] w) {
        double sum = 0;
        for (int j = 0; j < columns(); j++) {
            sum += get(row, j) * w[j];
        }
        return sum;
    }

    /**
     * Adds a multiple of a row to a vector: out ← out + a·xᵢ.
     *
     * @param row row i
     * @param a the factor
     * @param out vector, length d; added to
     */
    default void add(int row, double a, double[] out) {
        for (int j = 0; j < columns(); j++) {
            out[j] += a * get(row, j);
        }
    }

    /**
     * Multiplies a range of rows by a vector: outᵢ ← outᵢ + ⟨xᵢ, w⟩.
     *
     * @param from first row
     * @param to row after the last
     * @param w vector, length d; not changed
     * @param out added to at 0 … to − from − 1
     */
    default void times(int from, int to, double[] w, double[] out) {
        for (int i = from; i < to; i++) {
            out[i - from] += dot(i, w);
        }
    }

    /**
     * Multiplies a range of rows, transposed, by a vector: out ← out + Σᵢ gᵢ·xᵢ.
     *
     * @param from first row
     * @param to row after the last
     * @param g vector at 0 … to − from − 1; not changed
     * @param out vector, length d; added to
     */
    default void transposedTimes(int from, int to, double[] g, double[] out) {
        for (int i = from; i < to; i++) {
            add(i, g[i - from], out);
        }
    }

    /**
     * Multiplies rows of a drawn batch by a vector: outₖ ← outₖ + ⟨x_{rows[k]}, w⟩.
     *
     * @param rows their numbers, at 0 … count − 1
     * @param count how many there are
     * @param w vector, length d; not changed
     * @param out added to at 0 … count − 1
     */
    default void timesAt(int[] rows, int count, double[] w, double[] out) {
        for (int k = 0; k < count; k++) {
            out[k] += dot(rows[k], w);
        }
    }

    /**
     * Multiplies rows of a drawn batch, transposed, by a vector: out ← out + Σₖ gₖ·x_{rows[k]}.
     *
     * @param rows their numbers, at 0 … count − 1
     * @param count how many there are
     * @param g vector at 0 … count − 1; not changed
     * @param out vector, length d; added to
     */
    default void transposedTimesAt(int[] rows, int count, double[] g, double[] out) {
        for (int k = 0; k < count; k++) {
            add(rows[k], g[k], out);
        }
    }

    /**
     * Adds the weighted Gram matrix of a range of rows: Bⱼₖ ← Bⱼₖ + Σᵢ hᵢ·xᵢⱼ·xᵢₖ for k ≤ j.
     *
     * @param from first row
     * @param to row after the last
     * @param h weights at 0 … to − from − 1; not changed
     * @param gram the lower triangle (k ≤ j) is added to; at least [d][j + 1]
     */
    default void addGram(int from, int to, double[] h, double[][] gram) {
        for (int i = from; i < to; i++) {
            for (int j = 0; j < columns(); j++) {
                double hx = h[i - from] * get(i, j);
                for (int k = 0; k <= j; k++) {
                    gram[j][k] += hx * get(i, k);
                }
            }
        }
    }

    /**
     * Copies a range of a column.
     *
     * @param column column j
     * @param from first row
     * @param to row after the last
     * @param out receives xᵢⱼ at 0 … to − from − 1
     */
    default void copyColumn(int column, int from, int to, double[] out) {
        for (int i = from; i < to; i++) {
            out[i - from] = get(i, column);
        }
    }

    /**
     * Copies a row.
     *
     * @param row row i
     * @return a new array, length d
     */
    default double[] row(int row) {
        double[] cells = new double[columns()];
        for (int j = 0; j < cells.length; j++) {
            cells[j] = get(row, j);
        }
        return cells;
    }

    /**
     * Picks rows by position.
     *
     * @param rows positions, each in [0, n); a position may occur more than once
     * @return the rows there, in that order, in the same kind of storage where it has one
     */
    Rows select(int... rows);
}
