package dev.limpid.core.update;

import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.training.Memory;

/**
 * An update made of another, which makes the steps: passes on how long they are, so that a penalty's prox fits them.
 *
 * <pre>{@code
 * record Halved(Update update) implements UpdateWrapper {
 *     public void delta(Oracle oracle, Memory memory, double[] delta) {
 *         update.delta(oracle, inner(memory), delta);
 *         Arrays.setAll(delta, j -> delta[j] / 2);
 *     }
 *     public double proxStep(double alpha) {
 *         return update.proxStep(alpha) / 2;
 *     }
 *     public void proxSteps(Oracle oracle, Memory memory, double[] s) {
 *         UpdateWrapper.super.proxSteps(oracle, memory, s);
 *         Arrays.setAll(s, j -> s[j] / 2);
 *     }
 * }
 * }</pre>
 *
 * <p>The other's state lives in {@link #inner}, apart from the wrapper's own. Not passed on are {@code answer} and
 * {@code ownsParameters}: they say where the wrapper's points are to be read, and with the defaults that is θ itself. Name,
 * formula and source are the wrapper's own.
 *
 * @since 0.1.0
 */
public interface UpdateWrapper extends Update {

    /**
     * Returns the update that makes the steps.
     *
     * @return the other update, always the same
     */
    Update update();

    /**
     * Returns the part of the memory where the other update keeps its state.
     *
     * @param memory the wrapper's memory
     * @return the scope {@code inner} of it
     */
    default Memory inner(Memory memory) {
        return memory.scope("inner");
    }

    @Override
    default Schedule learningRate() {
        return update().learningRate();
    }

    @Override
    default double proxStep(double alpha) {
        return update().proxStep(alpha);
    }

    @Override
    default boolean scalesParameters() {
        return update().scalesParameters();
    }

    @Override
    default void proxSteps(Oracle oracle, Memory memory, double[] s) {
        update().proxSteps(oracle, inner(memory), s);
    }
}
