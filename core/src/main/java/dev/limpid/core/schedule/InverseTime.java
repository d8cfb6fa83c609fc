package dev.limpid.core.schedule;

import dev.limpid.core.internal.update.Settings;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.Progress;

/**
 * A learning rate that falls as one over time.
 *
 * <pre>
 *   α = α₀ / (1 + decay·epoch)    (1)
 * </pre>
 *
 * <p><b>References</b>
 * <ol><li>H. Robbins, S. Monro (1951): A Stochastic Approximation Method. Annals of Mathematical Statistics 22.</ol>
 *
 * @param rate α₀
 * @param decay how fast it falls
 */
record InverseTime(double rate, double decay) implements Schedule {

    InverseTime {
        Settings.positive("rate", rate);
        Settings.notNegative("decay", decay);
    }

    @Override
    public double at(Progress progress, Memory memory) {
        return rate / (1 + decay * progress.epoch()); // (1)
    }

    @Override
    public String formula() {
        return "α = " + rate + " / (1 + " + decay + "·epoch)";
    }

    @Override
    public String source() {
        return "H. Robbins, S. Monro (1951): A Stochastic Approximation Method";
    }
}
