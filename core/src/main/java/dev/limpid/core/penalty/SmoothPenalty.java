package dev.limpid.core.penalty;

import dev.limpid.core.parameter.Block;

/**
 * A penalty with a gradient, so that it can be added to a smooth objective.
 *
 * @since 0.1.0
 */
public interface SmoothPenalty extends Penalty {

    /**
     * Adds ∇Ω.
     *
     * @param t all parameters; not changed
     * @param b the block that is penalised
     * @param g ∂Ω/∂tⱼ is added inside the block
     */
    void addGradient(double[] t, Block b, double[] g);

    /**
     * Adds weights cⱼ ≥ 0 of a diagonal quadratic that touches Ω at t and lies nowhere below it.
     *
     * @param t all parameters; not changed
     * @param b the block that is penalised
     * @param c cⱼ is added inside the block
     */
    void addCurvature(double[] t, Block b, double[] c);
}
