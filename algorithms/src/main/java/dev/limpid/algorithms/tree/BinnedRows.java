package dev.limpid.algorithms.tree;

/**
 * Rows as codes of bins, a byte a cell, column by column.
 *
 * @since 0.1.0
 */
public final class BinnedRows {

    private final Binning binning;
    private final byte[][] codes;
    private final int size;

    BinnedRows(Binning binning, byte[][] codes, int size) {
        this.binning = binning;
        this.codes = codes;
        this.size = size;
    }

    /**
     * Returns the number of rows.
     *
     * @return n
     */
    public int size() {
        return size;
    }

    /**
     * Returns where the columns are cut.
     *
     * @return the cuts
     */
    public Binning binning() {
        return binning;
    }

    /**
     * Returns one code.
     *
     * @param row row i
     * @param column column j
     * @return the number of the bin; the number of bins for a missing value
     */
    public int code(int row, int column) {
        return codes[column][row] & 0xff;
    }

    /** Returns a column's codes themselves, not to be changed. */
    byte[] column(int column) {
        return codes[column];
    }
}
