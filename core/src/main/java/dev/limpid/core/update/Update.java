package dev.limpid.core.update;

import dev.limpid.core.explain.Part;
import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.training.Memory;

/**
 * One stochastic step: θ ← θ + δ.
 *
 * @since 0.1.0
 */
public interface Update extends Part {

    /**
     * Computes the step.
     *
     * @param oracle the objective on the current batch
     * @param memory the update's state: an update itself has none
     * @param delta receives δ, to be added to θ; zeros on entry
     */
    void delta(Oracle oracle, Memory memory, double[] delta);

    /**
     * Returns the learning rate α, which {@link Oracle#learningRate} reads once a step, and the prox of a penalty is taken with
     * after it.
     *
     * @return the schedule of α
     */
    Schedule learningRate();

    /**
     * Computes the parameters to use, where they are not θ itself.
     *
     * @param t θ; not changed
     * @param memory the update's state; not changed
     * @param out receives the parameters to use; a copy of θ unless overridden
     */
    default void answer(double[] t, Memory memory, double[] out) {
        System.arraycopy(t, 0, out, 0, t.length);
    }

    /**
     * Tells whether θ is the update's own (not what the user asked to minimise at), so that another update can't wrap it.
     *
     * @return false unless overridden
     */
    default boolean ownsParameters() {
        return false;
    }
}
