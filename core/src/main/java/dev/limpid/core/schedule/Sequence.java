package dev.limpid.core.schedule;

import dev.limpid.core.internal.update.Settings;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.Progress;
import java.util.Objects;

/**
 * A schedule, and another one from an epoch on.
 *
 * <pre>
 *   α = that of the first schedule    (1)  before epoch E
 *   α = that of the next one          (2)  from the first step after that on, which is its step 1 at its epoch 0
 * </pre>
 *
 * @param first what begins
 * @param epochs E
 * @param next what follows
 */
record Sequence(Schedule first, double epochs, Schedule next) implements Schedule {

    Sequence {
        Objects.requireNonNull(first, "first");
        Settings.positive("epochs", epochs);
        Objects.requireNonNull(next, "next");
    }

    @Override
    public double at(Progress progress, Memory memory) {
        return Clock.epoch(progress.epoch()) < epochs
                ? first.at(progress, memory.scope("first")) // (1)
                : next.at(Shifted.clock(progress, memory), memory.scope("next")); // (2)
    }

    @Override
    public String formula() {
        return "first before epoch " + epochs + ", then next";
    }
}
