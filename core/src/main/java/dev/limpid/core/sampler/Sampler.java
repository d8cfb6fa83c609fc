package dev.limpid.core.sampler;

import dev.limpid.core.explain.Part;
import dev.limpid.core.training.Memory;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Which units the next step looks at.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface Sampler extends Part {

    /**
     * Draws the next batch.
     *
     * @param population the units
     * @param feedback what is known of them
     * @param memory the sampler's state: a sampler itself has none
     * @param random source of randomness, the only one; seeded for this step
     * @return the batch
     * @implSpec Σₖ weight(k)·φ(unit(k)) has the expectation fraction·Σᵤ φ(u), per batch or, without replacement, over an
     *     epoch; or {@link #isBiased()} says that it has not
     */
    Batch next(Population population, Feedback feedback, Memory memory, RandomGenerator random);

    /**
     * Tells whether the sampler looks at its feedback, so that a run keeps it.
     *
     * @return false unless overridden: nothing is kept, and {@code feedback.isKnown()} is false
     */
    default boolean usesFeedback() {
        return false;
    }

    /**
     * Tells whether the sums of batches are biased on purpose.
     *
     * @return false unless overridden
     */
    default boolean isBiased() {
        return false;
    }

    /**
     * Tells whether the sampler visits each unit once before it visits one again.
     *
     * @return true for sampling without replacement; false unless overridden
     */
    default boolean isWithoutReplacement() {
        return false;
    }

    /**
     * Tells what of the population's labels, groups and times every batch keeps; tests hold the sampler to it.
     *
     * @return nothing unless overridden
     */
    default Set<Structure> keeps() {
        return Set.of();
    }
}
