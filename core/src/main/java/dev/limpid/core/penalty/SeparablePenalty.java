package dev.limpid.core.penalty;

import dev.limpid.core.parameter.Block;

/**
 * A penalty that is a sum over coordinates, Ω(x) = Σⱼ ωⱼ(xⱼ). Its prox is taken coordinate by coordinate, each with a step
 * of its own if need be, so solvers may scale columns and move one coordinate at a time.
 *
 * @since 0.1.0
 */
public interface SeparablePenalty extends Penalty {

    /**
     * Returns ωⱼ(x).
     *
     * @param x the coordinate
     * @param j its position in the block
     * @return ωⱼ(x) ≥ 0
     */
    double value(double x, int j);

    /**
     * Returns argmin over x of ωⱼ(x) + (x − z)² / (2·step).
     *
     * @param z the coordinate
     * @param j its position in the block
     * @param step step length s &gt; 0
     * @return the prox
     */
    double prox(double z, int j, double step);

    /**
     * Returns how strongly convex ωⱼ is: a number μ ≥ 0 for which ωⱼ(x) − μ/2·x² is still convex. Dual methods need
     * μ &gt; 0, and the larger it is, the faster they are.
     *
     * @param j position in the block
     * @return μ; 0 unless overridden
     */
    default double strongConvexity(int j) {
        return 0;
    }

    /**
     * Returns the least x that ωⱼ allows: it is +∞ below.
     *
     * @param j position in the block
     * @return lⱼ; −∞ unless overridden
     */
    default double lower(int j) {
        return Double.NEGATIVE_INFINITY;
    }

    /**
     * Returns the largest x that ωⱼ allows: it is +∞ above.
     *
     * @param j position in the block
     * @return uⱼ; +∞ unless overridden
     */
    default double upper(int j) {
        return Double.POSITIVE_INFINITY;
    }

    /**
     * Returns λⱼ where ωⱼ(x) = λⱼ·|x| between its bounds, for methods that know absolute values and bounds by themselves.
     *
     * @param j position in the block
     * @return λⱼ ≥ 0, 0 for bounds alone; NaN, the default, if ωⱼ is not of this form
     */
    default double absoluteStrength(int j) {
        return Double.NaN;
    }

    /**
     * Returns λⱼ where ωⱼ(x) = λⱼ/2·x² everywhere, for methods that know squares by themselves.
     *
     * @param j position in the block
     * @return λⱼ ≥ 0; NaN, the default, if ωⱼ is not of this form
     */
    default double squareStrength(int j) {
        return Double.NaN;
    }

    @Override
    default double value(double[] t, Block b) {
        double sum = 0;
        for (int j = 0; j < b.size(); j++) {
            sum += value(t[b.offset() + j], j);
        }
        return sum;
    }

    @Override
    default void prox(double[] z, Block b, double step) {
        for (int j = 0; j < b.size(); j++) {
            z[b.offset() + j] = prox(z[b.offset() + j], j, step);
        }
    }

    /**
     * Returns this penalty as a function of scaled parameters u = s∘x, for solvers that scale columns inside while the
     * penalty stays on the raw coefficients.
     *
     * @param s a scale &gt; 0 for each coordinate of the block; copied
     * @return u ↦ Ω(u/s); a {@link SmoothPenalty} too if this is one
     */
    default SeparablePenalty scaledBy(double[] s) {
        return Scaled.of(this, s);
    }
}
