package dev.limpid.core.update;

import dev.limpid.core.explain.Part;
import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.training.Memory;
import java.util.Arrays;

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
     * Returns the learning rate α, which {@link Oracle#learningRate} reads once a step.
     *
     * @return the schedule of α
     */
    Schedule learningRate();

    /**
     * Returns the step length with which the prox of a penalty is taken after each step: the s for which steps come to −s·g
     * where the gradient stays g. With another one θ settles where the penalty counts more or less than it says.
     *
     * @param alpha the learning rate α of the step
     * @return s, which is α unless overridden; NaN if there is no such length for all parameters: then {@link #proxSteps} may have
     *     one for each, or else the update is refused with a penalty that has a prox
     */
    default double proxStep(double alpha) {
        return alpha;
    }

    /**
     * Tells whether {@link #proxSteps} has a step length for each parameter.
     *
     * @return false unless overridden
     */
    default boolean scalesParameters() {
        return false;
    }

    /**
     * Computes a step length for each parameter, with which the prox of a penalty is taken that is a sum over parameters: the sⱼ
     * for which the step of parameter j comes to −sⱼ·gⱼ where its gradient stays gⱼ. Asked after {@link #delta}, in the same step.
     *
     * @param oracle that of the step
     * @param memory the update's state after {@link #delta}; not changed
     * @param s receives the step lengths; those of {@link #proxStep} unless overridden
     */
    default void proxSteps(Oracle oracle, Memory memory, double[] s) {
        Arrays.fill(s, proxStep(oracle.learningRate()));
    }

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
     * Tells whether θ is the update's own (not what the user asked to minimise at), so that its steps and points mean nothing to
     * an update around it.
     *
     * @return false unless overridden
     */
    default boolean ownsParameters() {
        return false;
    }
}
