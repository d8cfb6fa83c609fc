package dev.limpid.core.objective;

import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.SmoothPenalty;

/**
 * A smooth objective that offers the matrix of a local quadratic F(θ) + ⟨g, d⟩ + ½·dᵀB·d, built from the curvature of its
 * loss: the Hessian for exact curvatures, a majoriser for majorising ones.
 *
 * @since 0.1.0
 */
public interface Curved extends Smooth {

    /**
     * Computes value, gradient and matrix of the local quadratic.
     *
     * @param t θ; not changed
     * @param cap curvatures of single rows above this number are lowered to it; +∞ for none
     * @param g receives ∂F/∂θ; overwritten
     * @param b receives the lower triangle (k ≤ j) of B, shape [p][≥ j + 1]; overwritten there
     * @return F(θ)
     */
    double quadratic(double[] t, double cap, double[] g, double[][] b);

    /**
     * Returns a typical curvature of a row at θ, which caps are measured in.
     *
     * @param t θ; not changed
     * @return the weighted mean of h^(−½), to the power −2, over rows with h &gt; 0; 0 if there is none
     */
    double typicalCurvature(double[] t);

    /**
     * Tells whether the matrix is that of a majoriser that is unbounded near kinks, so that a cap is needed.
     *
     * @return true for losses such as quantile
     */
    boolean needsCap();

    @Override
    default Smooth plus(Smooth other) {
        return other instanceof Curved curved ? plus(curved) : new Plus<>(this, other);
    }

    /**
     * Adds another term with a local quadratic.
     *
     * @param other an objective of the same parameters
     * @return θ ↦ this(θ) + other(θ); the matrices add up
     * @throws IllegalArgumentException if the numbers of parameters differ
     */
    default Curved plus(Curved other) {
        return new Plus.OfCurved<>(this, other);
    }

    @Override
    default Curved times(double factor) {
        return new Times.OfCurved<>(this, factor);
    }

    @Override
    default Curved penalized(String block, SmoothPenalty penalty) {
        return new SmoothPenalized.OfCurved(this, blocks().get(block), penalty);
    }

    @Override
    default Composite<? extends Curved> penalized(String block, Penalty penalty) {
        return Penalized.of(this, block, penalty);
    }
}
