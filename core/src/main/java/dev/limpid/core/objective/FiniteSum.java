package dev.limpid.core.objective;

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
     * @param feedback is told of each unit that is looked at
     * @return the estimate of F(θ)
     */
    double gradient(double[] t, Batch batch, double[] g, FeedbackSink feedback);

    @Override
    FiniteSum plus(Smooth other);

    @Override
    FiniteSum penalized(String block, dev.limpid.core.penalty.SmoothPenalty penalty);

    @Override
    Composite<? extends FiniteSum> penalized(String block, dev.limpid.core.penalty.Penalty penalty);
}
