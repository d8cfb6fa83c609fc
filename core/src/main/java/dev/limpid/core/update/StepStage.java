package dev.limpid.core.update;

import dev.limpid.core.explain.Part;
import dev.limpid.core.training.Memory;

/**
 * What happens to the step that an update computed, before it is made: decoupled decay, a trust ratio. {@link Chain#onStep} puts
 * it there, and nowhere else fits.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface StepStage extends Part {

    /**
     * Changes the step.
     *
     * @param oracle the objective on the current batch, as the update saw it
     * @param memory the stage's state
     * @param delta δ, proportional to the learning rate; changed
     */
    void change(Oracle oracle, Memory memory, double[] delta);

    /**
     * Returns what becomes of the step length of {@link Update#proxStep}.
     *
     * @param step that of the update
     * @return the same unless overridden; NaN for a stage that scales steps, after which no prox fits
     */
    default double proxStep(double step) {
        return step;
    }
}
