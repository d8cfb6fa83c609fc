package dev.limpid.core.training;

/**
 * How often an objective was asked.
 *
 * @param values evaluations of the value alone
 * @param gradients evaluations of the gradient, with or without the value, and products with a Hessian, which cost as much
 * @param matrices evaluations of a local quadratic
 * @param rows rows visited by all of them
 * @since 0.1.0
 */
public record OracleCount(long values, long gradients, long matrices, long rows) {

    /** Nothing asked yet. */
    public static final OracleCount NONE = new OracleCount(0, 0, 0, 0);

    /**
     * Returns what was asked since an earlier count.
     *
     * @param earlier the earlier count
     * @return the difference
     */
    public OracleCount since(OracleCount earlier) {
        return new OracleCount(
                values - earlier.values,
                gradients - earlier.gradients,
                matrices - earlier.matrices,
                rows - earlier.rows);
    }
}
