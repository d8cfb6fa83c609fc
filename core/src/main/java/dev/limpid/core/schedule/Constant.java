package dev.limpid.core.schedule;

import dev.limpid.core.internal.update.Settings;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.Progress;

/**
 * The same learning rate in each step.
 *
 * <pre>
 *   α = α₀    (1)
 * </pre>
 *
 * @param rate α₀
 */
record Constant(double rate) implements Schedule {

    Constant {
        Settings.positive("rate", rate);
    }

    @Override
    public double at(Progress progress, Memory memory) {
        return rate; // (1)
    }

    @Override
    public String formula() {
        return "α = " + rate;
    }
}
