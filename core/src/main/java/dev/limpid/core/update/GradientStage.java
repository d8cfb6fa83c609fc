package dev.limpid.core.update;

import dev.limpid.core.explain.Part;
import dev.limpid.core.training.Memory;

/**
 * What happens to the gradient before an update sees it: clipping, the decay of an L2 penalty, the ascent of sharpness-aware
 * minimisation. {@link Chain#onGradient} puts it there, and nowhere else fits.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface GradientStage extends Part {

    /**
     * Changes the gradient.
     *
     * @param oracle the objective on the current batch, with the stages before this one; at the point whose gradient is changed
     * @param memory the stage's state; what it writes while an update looks at another point of the batch is dropped
     * @param g the gradient; changed
     */
    void change(Oracle oracle, Memory memory, double[] g);
}
