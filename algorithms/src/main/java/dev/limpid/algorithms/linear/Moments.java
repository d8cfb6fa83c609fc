package dev.limpid.algorithms.linear;

/**
 * Centre and spread of an encoded column.
 *
 * <pre>
 *   m  = Σᵢ wᵢ·xᵢ / Σw                        (1)
 *   σ² = Σᵢ wᵢ·(xᵢ − a)² / Σw                 (2)  a = m, or 0 where there is no intercept
 * </pre>
 *
 * <p>(2) is taken of (xᵢ − a) / max|x − a|, so that cells of any size have a spread.
 *
 * @param centre c, what is to be subtracted: m, or 0
 * @param spread σ; 0 for a column that is constant (where there is no intercept: 0) in all rows
 * @param cell size of the cells that aren't 0 of a column that is stored sparsely, the root of their mean square; NaN for a column
 *     that is stored in full
 * @param isNever whether all cells are 0
 */
record Moments(double centre, double spread, double cell, boolean isNever) {

    /** The moments of a column that is stored in full. */
    static Moments full(double centre, double spread, boolean isNever) {
        return new Moments(centre, spread, Double.NaN, isNever);
    }

    /** The moments of a column whose cells are all at hand. */
    static Moments of(double[] x, double[] w, double sumOfWeights, boolean centred) {
        double m = 0;
        double low = x[0];
        double high = x[0];
        for (int i = 0; i < x.length; i++) {
            m += w[i] / sumOfWeights * x[i]; // (1)
            low = Math.min(low, x[i]);
            high = Math.max(high, x[i]);
        }
        double largest = Math.max(Math.abs(low), Math.abs(high));
        if (centred && low == high) {
            return full(low, 0, largest == 0);
        }
        double a = centred ? m : 0;
        double size = Math.max(Math.abs(low - a), Math.abs(high - a));
        double squares = 0;
        for (int i = 0; i < x.length && size > 0; i++) {
            double r = (x[i] - a) / size;
            squares += w[i] / sumOfWeights * r * r;
        }
        return full(a, size * Math.sqrt(squares), largest == 0); // (2)
    }
}
