package dev.limpid.core.schedule;

import dev.limpid.core.internal.update.Settings;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.Progress;

/**
 * A learning rate that falls along a power of what is left of the time, and then stays: a straight line with power 1.
 *
 * <pre>
 *   α = end + (α₀ − end)·(1 − min(1, epoch/T))ᵖ    (1)
 * </pre>
 *
 * @param rate α₀
 * @param end rate from T on
 * @param epochs T
 * @param power p
 */
record Polynomial(double rate, double end, double epochs, double power) implements Schedule {

    Polynomial {
        Ends.check(rate, end, epochs);
        Settings.positive("power", power);
    }

    @Override
    public double at(Progress progress, Memory memory) {
        double left = 1 - Math.min(1, progress.epoch() / epochs);
        return end + (rate - end) * Math.pow(left, power); // (1)
    }

    @Override
    public String formula() {
        return "α = " + end + " + (" + rate + " − " + end + ")·(1 − epoch/" + epochs + ")^" + power;
    }
}
