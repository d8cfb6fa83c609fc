package dev.limpid.core.schedule;

import dev.limpid.core.internal.update.Settings;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.Progress;

/**
 * A learning rate that falls when the objective no longer does.
 *
 * <pre>
 *   at the end of each epoch, M = mean of what its steps reported as objective:
 *     M* ← M, bad ← 0          if M &lt; M* − threshold·|M*|, else bad ← bad + 1    (1)  M* = +∞ at the start
 *     rest ← rest − 1, bad ← 0 if rest &gt; 0                                          (2)
 *     α ← max(factor·α, least), rest ← cooldown, bad ← 0   if bad &gt; patience        (3)
 * </pre>
 *
 * <p>It watches the training objective of the batches, each at the point where its step began, penalty included: what
 * {@link Progress#objective} tells. Batches of different weight count alike. A step that never asked for the objective is left
 * out; an epoch without any changes nothing. Where epochs differ by chance more than by progress (few rows, rows drawn anew), the
 * best of many epochs is a lucky one and the rate falls too soon: give it patience, or another schedule. To watch data held out,
 * stop early instead and resume with another rate.
 *
 * <p>State: 8 numbers. Asked twice in the same step, it gives the same rate.
 *
 * <p><b>Differences from PyTorch</b>, whose rules these are: the threshold is a share of |M*|, so that negative objectives count as
 * well.
 *
 * @param rate α at the start; finite and &gt; 0
 * @param factor what α is multiplied by; in (0, 1)
 * @param patience epochs without progress that are borne; ≥ 0
 * @param threshold the least progress, as a share of the best objective; in [0, 1)
 * @param cooldown epochs after a fall that don't count; ≥ 0
 * @param least the least α; in (0, rate]
 * @since 0.1.0
 */
public record ReduceOnPlateau(double rate, double factor, int patience, double threshold, int cooldown, double least)
        implements Schedule {

    /** Checks the ranges. */
    public ReduceOnPlateau {
        Settings.positive("rate", rate);
        Settings.inside("factor", factor);
        notNegative("patience", patience);
        Settings.decay("threshold", threshold);
        notNegative("cooldown", cooldown);
        if (!(least > 0 && least <= rate)) {
            throw new IllegalArgumentException("least must be in (0, rate], but was " + least + " for rate " + rate);
        }
    }

    private static void notNegative(String name, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " must be >= 0, but was " + value);
        }
    }

    /**
     * The usual settings.
     *
     * @param rate α at the start; finite and &gt; 0
     * @param factor what α is multiplied by; in (0, 1)
     * @param patience epochs without progress that are borne; ≥ 0
     * @return a threshold of 10⁻⁴, no cooldown, α ≥ 10⁻⁶ of the start
     */
    public static ReduceOnPlateau of(double rate, double factor, int patience) {
        return new ReduceOnPlateau(rate, factor, patience, 1e-4, 0, rate * 1e-6);
    }

    @Override
    public double at(Progress progress, Memory memory) {
        if (memory.number("iteration", 0) == progress.iteration()) {
            return memory.number("rate", rate);
        }
        memory.put("iteration", (double) progress.iteration());
        if (!Double.isNaN(progress.objective())) {
            memory.put("sum", memory.number("sum", 0) + progress.objective());
            memory.put("count", memory.number("count", 0) + 1);
        }
        double epoch = Math.floor(Clock.epoch(progress.epoch()));
        if (epoch > memory.number("epoch", 0) && memory.number("count", 0) > 0) {
            judge(memory.number("sum", 0) / memory.number("count", 0), memory);
            memory.put("sum", 0);
            memory.put("count", 0);
        }
        memory.put("epoch", epoch);
        return memory.number("rate", rate);
    }

    private void judge(double mean, Memory memory) {
        double best = memory.number("best", Double.POSITIVE_INFINITY);
        boolean better = Double.isInfinite(best) ? mean < best : mean < best - threshold * Math.abs(best);
        double bad = better ? 0 : memory.number("bad", 0) + 1; // (1)
        double rest = memory.number("rest", 0);
        if (rest > 0) {
            rest--; // (2)
            bad = 0;
        }
        if (bad > patience) {
            memory.put("rate", Math.max(factor * memory.number("rate", rate), least)); // (3)
            rest = cooldown;
            bad = 0;
        }
        memory.put("best", better ? mean : best);
        memory.put("bad", bad);
        memory.put("rest", rest);
    }

    @Override
    public String formula() {
        return "α ← " + factor + "·α after " + (patience + 1) + " epochs without progress";
    }
}
