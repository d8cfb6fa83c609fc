package dev.limpid.core.update;

import dev.limpid.core.explain.Part;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.Progress;

/**
 * A learning rate that may change as a run goes on.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface Schedule extends Part {

    /**
     * Returns the learning rate of a step.
     *
     * @param progress how far the run has come
     * @param memory the schedule's state
     * @return α &gt; 0
     */
    double at(Progress progress, Memory memory);
}
