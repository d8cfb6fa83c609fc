package dev.limpid.algorithms.model;

import dev.limpid.core.training.Observer;
import dev.limpid.core.training.Stopping;

/**
 * How the run of a fit goes, whatever is fitted: the options that specs share. Each method returns a changed copy, so that code
 * can set them on any spec:
 *
 * <pre>{@code
 * static <S extends RunOptions<S>> S quickly(S spec) {
 *     return spec.maxIterations(50).threads(1);
 * }
 * }</pre>
 *
 * @param <S> the spec itself
 * @since 0.1.0
 */
public interface RunOptions<S extends RunOptions<S>> {

    /**
     * Sets the seed of whatever draws: an optimizer, a sampler, a start.
     *
     * @param seed all randomness comes from it; 0 unless set
     * @return the copy
     */
    S seed(long seed);

    /**
     * Sets the number of threads, which makes no difference to the model.
     *
     * @param threads number of threads ≥ 1; that of the processors unless set
     * @return the copy
     * @throws IllegalArgumentException if it is below 1
     */
    S threads(int threads);

    /**
     * Adds rules that end the run, besides its own.
     *
     * @param rules asked after each step, in this order; without any, a run of an optimizer ends after 10,000 steps, boosting after
     *     its rounds
     * @return the copy
     */
    S stopping(Stopping... rules);

    /**
     * Limits the number of steps.
     *
     * @param maxIterations number of steps ≥ 1
     * @return the copy, with the same other rules
     */
    default S maxIterations(long maxIterations) {
        return stopping(Stopping.maxIterations(maxIterations));
    }

    /**
     * Ends the fit when the loss on validation rows hasn't improved for some steps; the model is that of the best step.
     *
     * @param patience steps to wait for a better loss ≥ 1; 10 for optimizers, none for boosting unless set
     * @return the copy, to be fitted with validation rows
     */
    S earlyStopping(int patience);

    /**
     * Adds observers.
     *
     * @param observers are told of each step, in this order
     * @return the copy
     */
    S observers(Observer... observers);
}
