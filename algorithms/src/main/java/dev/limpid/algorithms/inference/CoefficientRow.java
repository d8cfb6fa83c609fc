package dev.limpid.algorithms.inference;

/**
 * A coefficient with what is known of its error.
 *
 * @param output which score k it belongs to
 * @param name its name: a column, {@code column = level}, or {@code intercept}
 * @param estimate w; 0 if it wasn't estimated
 * @param standardError square root of its variance; NaN if it wasn't estimated, or is no use
 * @param statistic w / standardError
 * @param pValue chance of a statistic as far from 0 or farther if w is 0
 * @param lower lower end of the confidence interval
 * @param upper upper end of the confidence interval
 * @param note why it wasn't estimated ({@code reference}, {@code left out}); empty if it was
 * @since 0.1.0
 */
public record CoefficientRow(
        int output,
        String name,
        double estimate,
        double standardError,
        double statistic,
        double pValue,
        double lower,
        double upper,
        String note) {

    /** A coefficient that wasn't estimated. */
    static CoefficientRow absent(int output, String name, String note) {
        double nan = Double.NaN;
        return new CoefficientRow(output, name, 0, nan, nan, nan, nan, nan, note);
    }

    /**
     * Tells whether it was estimated.
     *
     * @return false for a reference level and for columns that were left out
     */
    public boolean isEstimated() {
        return note.isEmpty();
    }
}
