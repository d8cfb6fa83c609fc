package dev.limpid.core.optimizer;

import dev.limpid.core.explain.Part;
import dev.limpid.core.objective.Objective;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;

/**
 * A method that minimises an objective step by step.
 *
 * @param <V> what it needs the objective to offer
 * @since 0.1.0
 */
public interface Optimizer<V extends Objective> extends Part {

    /**
     * Returns what the objective has to offer, with the sentence for one that doesn't.
     *
     * @return the need
     */
    Need<V> needs();

    /**
     * Tells whether the method copes with columns of any scale and centre by itself, so that models which centre and scale
     * columns for other methods had better hand them over as they are: rounding of centred columns costs digits.
     *
     * @return false unless overridden
     */
    default boolean scalesColumns() {
        return false;
    }

    /**
     * Starts a run, or resumes one from a filled memory.
     *
     * @param objective F
     * @param theta0 parameters to start from; copied; not looked at when resuming
     * @param seed all randomness of the run comes from it
     * @param memory empty, or what a run of the same optimizer and objective remembered; used by the run from here on
     * @return the run
     */
    ParameterRun start(V objective, double[] theta0, long seed, Memory memory);

    /**
     * Starts a run where an earlier one ended, as along a path of penalties. The optimizer may keep of that run what is as
     * true of this objective: where both are sums of the same smooth part and of different penalties, say, what it knows of
     * the data. The earlier run must not be stepped any more; its answer stays what it was, whatever the new run does.
     *
     * @param earlier a run of this kind of optimizer on an objective of as many parameters
     * @param objective F
     * @param seed all randomness of the run comes from it
     * @param memory empty; used by the run from here on
     * @return a run from {@code earlier.answer()}; of {@link #start} unless overridden
     */
    default ParameterRun startAfter(ParameterRun earlier, V objective, long seed, Memory memory) {
        return start(objective, earlier.answer(), seed, memory);
    }
}
