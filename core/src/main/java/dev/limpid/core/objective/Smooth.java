package dev.limpid.core.objective;

import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.SmoothPenalty;

/**
 * An objective with a gradient: two methods to write besides {@code blocks}, the rest composes.
 *
 * @since 0.1.0
 */
public interface Smooth extends Objective {

    /**
     * Computes ∇F(θ), and F(θ) with it.
     *
     * @param t θ; not changed
     * @param g receives ∂F/∂θ; overwritten
     * @return F(θ)
     */
    double gradient(double[] t, double[] g);

    /**
     * Restricts F to a line, φ(α) = F(θ + α·d).
     *
     * @param t θ; not changed, and not to be changed while the line is in use
     * @param d direction; likewise
     * @return φ
     */
    default Line along(double[] t, double[] d) {
        return Lines.plain(this, t, d);
    }

    /**
     * Freezes the Hessian at a point, to be multiplied by vectors.
     *
     * @param t θ; copied
     * @return v ↦ ∇²F(θ)·v; each product asks for two gradients and has the error of central differences unless
     *     overridden
     */
    default HessianProduct hessian(double[] t) {
        return HessianProducts.byDifferences(this, t);
    }

    /**
     * Adds another term to the objective.
     *
     * @param other a smooth objective of the same parameters
     * @return θ ↦ this(θ) + other(θ)
     * @throws IllegalArgumentException if the numbers of parameters differ
     */
    default Smooth plus(Smooth other) {
        return new Plus<>(this, other);
    }

    /**
     * Multiplies the objective by a number.
     *
     * @param factor c; finite, &gt; 0
     * @return θ ↦ c·this(θ)
     */
    default Smooth times(double factor) {
        return new Times<>(this, factor);
    }

    /**
     * Adds a penalty with a gradient: the result is as smooth as this, and a {@link Composite} of this and the penalty's
     * prox too.
     *
     * @param block name of the block that is penalised
     * @param penalty Ω
     * @return F + Ω
     */
    default Smooth penalized(String block, SmoothPenalty penalty) {
        return new SmoothPenalized.OfSmooth(this, blocks().get(block), penalty);
    }

    /**
     * Adds a penalty that has a prox only.
     *
     * @param block name of the block that is penalised
     * @param penalty Ω
     * @return F + Ω as a composite objective
     */
    default Composite<? extends Smooth> penalized(String block, Penalty penalty) {
        return Penalized.of(this, block, penalty);
    }
}
