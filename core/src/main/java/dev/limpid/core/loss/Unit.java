package dev.limpid.core.loss;

/**
 * The rows of a unit: a query with its documents, a stratum with its patients.
 *
 * @param y target columns, shape [T][m]; not to be changed
 * @param w row weights wᵢ &gt; 0, length m; not to be changed
 * @param f scores, length m·K: the K scores of row i at i·K … i·K + K − 1, fᵢ at i for a loss of one score; not to be
 *     changed
 * @since 0.1.0
 */
@SuppressWarnings("ArrayRecordComponent") // a view handed to a loss for the time of a call, never compared
public record Unit(double[][] y, double[] w, double[] f) {

    /**
     * Returns the number of rows m.
     *
     * @return m ≥ 1
     */
    public int size() {
        return w.length;
    }
}
