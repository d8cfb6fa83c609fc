package dev.limpid.core.optimizer.exact;

import dev.limpid.core.penalty.SeparablePenalty;

/** Tells whether ωⱼ(x) = μ/2·x² for all x, from what a penalty says of itself. */
final class Quadratic {

    /** Points between which ω has to be the square; the small ones show |x| beside x². */
    private static final double[] SIZES = {1e-60, 1e-20, 1, 1e20, 1e60};

    private static final double ROUNDING = 1e-14;

    private Quadratic() {}

    /** By its contract ω − μ/2·x² is convex; where a convex function is 0 at −x, 0 and x, it is 0 between them. */
    static boolean isHalfSquare(SeparablePenalty penalty, int j) {
        double mu = penalty.strongConvexity(j);
        boolean half = penalty.value(0, j) == 0
                && penalty.lower(j) == Double.NEGATIVE_INFINITY
                && penalty.upper(j) == Double.POSITIVE_INFINITY;
        for (double x : SIZES) {
            double square = mu / 2 * x * x;
            half &= Math.abs(penalty.value(x, j) - square) <= ROUNDING * square
                    && Math.abs(penalty.value(-x, j) - square) <= ROUNDING * square;
        }
        return half;
    }
}
