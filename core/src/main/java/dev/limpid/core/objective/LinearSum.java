package dev.limpid.core.objective;

import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.SmoothPenalty;
import dev.limpid.core.training.Workers;
import java.util.Optional;

/**
 * A finite sum whose scores are linear in θ: f = X·W + b. The line search walks over scores alone, and the matrix of the
 * local quadratic is a weighted Gram matrix.
 *
 * <p>It stays one under addition of a {@link Curved} term; under that of a term that is merely smooth it is a
 * {@link FiniteSum}.
 *
 * @since 0.1.0
 */
public interface LinearSum extends FiniteSum, Curved {

    /**
     * Returns what the sum is made of, for optimizers that walk along rows or columns of X themselves.
     *
     * @return the design; empty, the default, if the sum is more than a loss of linear scores
     */
    default Optional<LinearDesign> design() {
        return Optional.empty();
    }

    /**
     * Returns the threads that the sum works on, for optimizers that walk along rows or columns of X themselves.
     *
     * @return the calling thread alone unless overridden
     */
    default Workers workers() {
        return Workers.serial();
    }

    @Override
    default FiniteSum plus(Smooth other) {
        return other instanceof Curved curved ? plus(curved) : new Plus.OfFinite<>(this, other);
    }

    @Override
    default LinearSum plus(Curved other) {
        return new Plus.OfLinear<>(this, other);
    }

    @Override
    default LinearSum times(double factor) {
        return new Times.OfLinear(this, factor);
    }

    @Override
    default LinearSum penalized(String block, SmoothPenalty penalty) {
        return new SmoothPenalized.OfLinear(this, blocks().get(block), penalty);
    }

    @Override
    default Composite<? extends LinearSum> penalized(String block, Penalty penalty) {
        return Penalized.of(this, block, penalty);
    }
}
