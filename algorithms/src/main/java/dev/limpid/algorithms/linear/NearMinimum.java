package dev.limpid.algorithms.linear;

import dev.limpid.core.training.StopReason;
import dev.limpid.core.training.Stopping;
import dev.limpid.core.training.Trace;

/**
 * Ends a warm start on a smooth objective as soon as a cold one would end. Optimizers measure the gradient against that at their
 * start, which says little if the start is next to the minimum.
 *
 * <pre>
 *   ‖∇F(θ)‖∞ ≤ tolerance·‖∇F(θ₀)‖∞,   θ₀ the cold start
 * </pre>
 *
 * @param first ‖∇F(θ₀)‖∞
 */
record NearMinimum(double first) implements Stopping {

    /** That of the optimizers. */
    static final double TOLERANCE = 1e-8;

    @Override
    public StopReason after(Trace trace) {
        double norm = trace.last().gradientNorm();
        return norm <= TOLERANCE * first
                ? StopReason.converged("The largest entry of the gradient, " + norm + ", is at most " + TOLERANCE
                        + " of that at the cold start, " + first + ".")
                : StopReason.RUNNING;
    }
}
