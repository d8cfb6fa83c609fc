package dev.limpid.core.objective;

import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.SmoothPenalty;

/**
 * A finite sum whose scores are linear in θ: f = X·W + b. The line search walks over scores alone, and the matrix of the
 * local quadratic is a weighted Gram matrix.
 *
 * @since 0.1.0
 */
public interface LinearSum extends FiniteSum, Curved {

    @Override
    LinearSum plus(Smooth other);

    @Override
    LinearSum penalized(String block, SmoothPenalty penalty);

    @Override
    Composite<? extends LinearSum> penalized(String block, Penalty penalty);
}
