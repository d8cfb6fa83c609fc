package dev.limpid.core.schedule;

import dev.limpid.core.internal.update.Settings;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.Progress;
import java.util.Objects;

/**
 * A warm-up in front of a schedule.
 *
 * <pre>
 *   α = t/k·α₀                                  (1)  in steps t = 1 … k − 1, α₀ the main schedule's first rate
 *   α = that of the main schedule               (2)  from step k on, which is its first
 * </pre>
 *
 * <p><b>References</b>
 * <ol><li>P. Goyal and others (2017): Accurate, Large Minibatch SGD: Training ImageNet in 1 Hour. arXiv:1706.02677, section
 *     2.2.</ol>
 *
 * @param main what follows
 * @param steps k
 */
record WarmUp(Schedule main, long steps) implements Schedule {

    WarmUp {
        Objects.requireNonNull(main, "main");
        Settings.atLeastOne("steps", steps);
    }

    @Override
    public double at(Progress progress, Memory memory) {
        if (progress.iteration() < steps) {
            double first = main.at(new Progress(1, 0), Memory.empty());
            return first * progress.iteration() / steps; // (1)
        }
        return main.at(Shifted.clock(progress, memory), memory.scope("main")); // (2)
    }

    @Override
    public String formula() {
        return "α = t/" + steps + "·α₀ in step t < " + steps + ", then that of main";
    }

    @Override
    public String source() {
        return "P. Goyal and others (2017): Accurate, Large Minibatch SGD: Training ImageNet in 1 Hour";
    }
}
