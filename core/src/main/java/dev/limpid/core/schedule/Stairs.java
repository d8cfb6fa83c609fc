package dev.limpid.core.schedule;

import dev.limpid.core.internal.update.Settings;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.Progress;

/**
 * A learning rate that falls in stairs.
 *
 * <pre>
 *   α = max(α₀·factor^⌊epoch / length⌋, smallest normal double)    (1)
 * </pre>
 *
 * @param rate α₀
 * @param factor what it is multiplied by at each stair
 * @param epochs length of a stair
 */
record Stairs(double rate, double factor, double epochs) implements Schedule {

    Stairs {
        Settings.positive("rate", rate);
        Settings.factor("factor", factor);
        Settings.positive("epochs", epochs);
    }

    @Override
    public double at(Progress progress, Memory memory) {
        double stair = Math.floor(Clock.epoch(progress.epoch()) / epochs);
        return Math.max(rate * Math.pow(factor, stair), Double.MIN_NORMAL); // (1)
    }

    @Override
    public String formula() {
        return "α = " + rate + "·" + factor + "^⌊epoch / " + epochs + "⌋";
    }
}
