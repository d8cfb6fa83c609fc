package dev.limpid.algorithms.linear;

import dev.limpid.core.data.Rows;

/**
 * How large the rows of X are, from up to {@value #LOOKED_AT} of them.
 *
 * @param cells root of the mean square of the number of cells that aren't 0; NaN if not looked at
 * @param square mean of ‖xᵢ‖²; NaN if not looked at
 */
record RowSizes(double cells, double square) {

    static final RowSizes UNKNOWN = new RowSizes(Double.NaN, Double.NaN);

    private static final int LOOKED_AT = 1000;

    /** Looks at rows spread evenly over sparse ones. */
    static RowSizes of(Rows x) {
        int looked = Math.min(x.size(), LOOKED_AT);
        double[] sums = new double[2];
        double[] row = new double[2];
        for (int k = 0; k < looked; k++) {
            row[0] = 0;
            row[1] = 0;
            x.forEachNonZero((int) ((long) k * x.size() / looked), (j, cell) -> {
                row[0]++;
                row[1] += cell * cell;
            });
            sums[0] += row[0] * row[0];
            sums[1] += row[1];
        }
        return new RowSizes(Math.sqrt(sums[0] / looked), sums[1] / looked);
    }

    boolean isKnown() {
        return !Double.isNaN(cells);
    }
}
