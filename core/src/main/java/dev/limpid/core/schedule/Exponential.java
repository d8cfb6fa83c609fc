package dev.limpid.core.schedule;

import dev.limpid.core.internal.update.Settings;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.Progress;

/**
 * A learning rate that falls by the same factor in each epoch, little by little.
 *
 * <pre>
 *   α = max(α₀·decay^epoch, smallest normal double)    (1)
 * </pre>
 *
 * @param rate α₀
 * @param decay factor an epoch
 */
record Exponential(double rate, double decay) implements Schedule {

    Exponential {
        Settings.positive("rate", rate);
        Settings.factor("decay", decay);
    }

    @Override
    public double at(Progress progress, Memory memory) {
        return Math.max(rate * Math.pow(decay, progress.epoch()), Double.MIN_NORMAL); // (1)
    }

    @Override
    public String formula() {
        return "α = " + rate + "·" + decay + "^epoch";
    }
}
