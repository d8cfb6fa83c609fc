package dev.limpid.core.schedule;

import dev.limpid.core.explain.Part;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.Progress;

/**
 * A learning rate that may change as a run goes on. Epochs are passes over the data, with fractions: a schedule goes on between the
 * steps of an epoch, and doesn't depend on the size of the batches.
 *
 * <pre>{@code
 * Schedule.cosine(0.1, 0.001, 30).afterWarmUp(500)
 * }</pre>
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
     * @return α &gt; 0; the same if it is asked again in the same step
     */
    double at(Progress progress, Memory memory);

    /**
     * Puts a warm-up in front of this schedule: in steps t = 1 … k − 1 the rate is t/k of this schedule's first one. Step k is the
     * first step of this schedule, whose epochs count from there.
     *
     * @param steps k; ≥ 1
     * @return the longer schedule; its first rate is 1/k of this one's, never 0
     */
    default Schedule afterWarmUp(long steps) {
        return new WarmUp(this, steps);
    }

    /**
     * Puts another schedule behind this one.
     *
     * @param epochs when the other one begins, in epochs of this one; finite and &gt; 0
     * @param next the other one, whose steps and epochs count from its own beginning
     * @return the longer schedule
     */
    default Schedule then(double epochs, Schedule next) {
        return new Sequence(this, epochs, next);
    }

    /**
     * The same learning rate in each step.
     *
     * @param rate α; finite and &gt; 0
     * @return α
     */
    static Schedule constant(double rate) {
        return new Constant(rate);
    }

    /**
     * A learning rate that falls as one over time, the schedule of Robbins and Monro (1951).
     *
     * @param rate α₀ at the start; finite and &gt; 0
     * @param decay how fast it falls; finite and ≥ 0
     * @return α₀ / (1 + decay·epoch)
     */
    static Schedule inverseTime(double rate, double decay) {
        return new InverseTime(rate, decay);
    }

    /**
     * A learning rate that falls by the same factor in each epoch, little by little.
     *
     * @param rate α₀ at the start; finite and &gt; 0
     * @param decay factor an epoch; in (0, 1]
     * @return α₀·decay^epoch
     */
    static Schedule exponential(double rate, double decay) {
        return new Exponential(rate, decay);
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
        return new Stairs(rate, factor, epochs);
    }

    /**
     * A learning rate that falls along a power of what is left of the time, and then stays: a straight line with power 1.
     *
     * @param rate α₀ at the start; finite and &gt; 0
     * @param end rate from T on; in (0, rate]
     * @param epochs T; finite and &gt; 0
     * @param power p; finite and &gt; 0
     * @return end + (α₀ − end)·(1 − epoch/T)ᵖ
     */
    static Schedule polynomial(double rate, double end, double epochs, double power) {
        return new Polynomial(rate, end, epochs, power);
    }

    /**
     * A learning rate that falls along half a wave of the cosine, and then stays.
     *
     * @param rate α₀ at the start; finite and &gt; 0
     * @param end rate from T on; in (0, rate]
     * @param epochs T; finite and &gt; 0
     * @return end + ½·(α₀ − end)·(1 + cos(π·epoch/T))
     */
    static Schedule cosine(double rate, double end, double epochs) {
        return new Cosine(rate, end, epochs);
    }

    /**
     * A learning rate that falls along half a wave of the cosine and begins again at the top: the warm restarts of Loshchilov and
     * Hutter (2017).
     *
     * @param rate α₀ at the start of each period; finite and &gt; 0
     * @param end what a period falls to; in (0, rate]
     * @param epochs length of the first period; finite and &gt; 0
     * @param growth how much longer each period is than the one before; finite and ≥ 1
     * @return the schedule
     */
    static Schedule cosineRestarts(double rate, double end, double epochs, double growth) {
        return new CosineRestarts(rate, end, epochs, growth);
    }

    /**
     * A learning rate that rises to a peak and falls far below where it began: {@link OneCycle} with its usual settings.
     *
     * @param peak the highest rate; finite and &gt; 0
     * @param epochs when it ends; finite and &gt; 0
     * @return from peak/25 to the peak in 0.3 of the time, then down to peak/250000
     */
    static Schedule oneCycle(double peak, double epochs) {
        return OneCycle.of(peak, epochs);
    }

    /**
     * A learning rate that falls when the objective no longer does: {@link ReduceOnPlateau} with its usual settings.
     *
     * @param rate α at the start; finite and &gt; 0
     * @param factor what it is multiplied by; in (0, 1)
     * @param patience epochs without progress that are borne; ≥ 0
     * @return the schedule
     */
    static Schedule reduceOnPlateau(double rate, double factor, int patience) {
        return ReduceOnPlateau.of(rate, factor, patience);
    }
}
