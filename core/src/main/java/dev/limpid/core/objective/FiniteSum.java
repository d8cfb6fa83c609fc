package dev.limpid.core.objective;

import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.SmoothPenalty;
import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Population;

/**
 * A smooth objective that is a mean over units, (1/W)·Σᵤ wᵤ·φᵤ(θ) plus terms without units, so that a batch of units
 * estimates it.
 *
 * @since 0.1.0
 */
public interface FiniteSum extends Smooth {

    /**
     * Returns what the sum goes over.
     *
     * @return the units with their weights
     */
    Population units();

    /**
     * Estimates F and ∇F from a batch: (1/(fraction·W))·Σₖ weight(k)·wᵤ·φᵤ and its gradient, plus the terms without units.
     *
     * @param t θ; not changed
     * @param batch the units to look at
     * @param g receives the estimate of ∂F/∂θ; overwritten
     * @param feedback is told of each unit that is looked at, in the order of the batch; of none with weight 0
     * @return the estimate of F(θ)
     */
    double gradient(double[] t, Batch batch, double[] g, FeedbackSink feedback);

    /**
     * Freezes a batch: the estimate of F as an objective of its own, for updates that look at a batch more than once.
     *
     * @param batch the units
     * @return θ ↦ the estimate of F(θ) from the batch
     */
    default Smooth onBatch(Batch batch) {
        return new OnBatch(this, batch);
    }

    /**
     * Adds a term without units.
     *
     * @param other a smooth objective of the same parameters; if it is a finite sum itself, it is computed whole for every
     *     batch of this one's units
     * @return θ ↦ this(θ) + other(θ), whose units are this one's
     * @throws IllegalArgumentException if the numbers of parameters differ
     */
    @Override
    default FiniteSum plus(Smooth other) {
        return new Plus.OfFinite<>(this, other);
    }

    @Override
    default FiniteSum times(double factor) {
        return new Times.OfFinite<>(this, factor);
    }

    @Override
    default FiniteSum penalized(String block, SmoothPenalty penalty) {
        return new SmoothPenalized.OfFinite(this, blocks().get(block), penalty);
    }

    @Override
    default Composite<? extends FiniteSum> penalized(String block, Penalty penalty) {
        return Penalized.of(this, block, penalty);
    }
}
