package dev.limpid.core.schedule;

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

    /**
     * The same learning rate in each step.
     *
     * @param rate α; finite and &gt; 0
     * @return α
     */
    static Schedule constant(double rate) {
        return new Schedules.Constant(rate);
    }

    /**
     * A learning rate that falls as one over time, the schedule of Robbins and Monro (1951).
     *
     * @param rate α₀ at the start; finite and &gt; 0
     * @param decay how fast it falls; finite and ≥ 0
     * @return α₀ / (1 + decay·epoch), with fractions of epochs
     */
    static Schedule inverseTime(double rate, double decay) {
        return new Schedules.InverseTime(rate, decay);
    }

    /**
     * A learning rate that falls by the same factor in each epoch, little by little.
     *
     * @param rate α₀ at the start; finite and &gt; 0
     * @param decay factor an epoch; in (0, 1]
     * @return α₀·decay^epoch, with fractions of epochs
     */
    static Schedule exponential(double rate, double decay) {
        return new Schedules.Exponential(rate, decay);
    }

    /**
     * A learning rate that falls in stairs.
     *
     * @param rate α₀ at the start; finite and &gt; 0
     * @param factor what it is multiplied by at each stair; in (0, 1]
     * @param epochs length of a stair; finite and &gt; 0
     * @return α₀·factor^⌊epoch / epochs⌋
     */
    static Schedule step(double rate, double factor, double epochs) {
        return new Schedules.Stairs(rate, factor, epochs);
    }
}
