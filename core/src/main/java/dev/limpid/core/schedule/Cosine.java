package dev.limpid.core.schedule;

import dev.limpid.core.training.Memory;
import dev.limpid.core.training.Progress;

/**
 * A learning rate that falls along half a wave of the cosine, and then stays.
 *
 * <pre>
 *   α = end + ½·(α₀ − end)·(1 + cos(π·min(1, epoch/T)))    (1)
 * </pre>
 *
 * <p><b>References</b>
 * <ol><li>I. Loshchilov, F. Hutter (2017): SGDR: Stochastic Gradient Descent with Warm Restarts. ICLR. arXiv:1608.03983,
 *     equation (5), without restarts.</ol>
 *
 * @param rate α₀
 * @param end rate from T on
 * @param epochs T
 */
record Cosine(double rate, double end, double epochs) implements Schedule {

    Cosine {
        Ends.check(rate, end, epochs);
    }

    @Override
    public double at(Progress progress, Memory memory) {
        return between(rate, end, Math.min(1, progress.epoch() / epochs)); // (1)
    }

    /** Line (1): from one rate to another as time goes from 0 to 1, both ends exact. */
    static double between(double from, double to, double time) {
        return time <= 0 ? from : to + (from - to) * 0.5 * (1 + Math.cos(Math.PI * time));
    }

    @Override
    public String formula() {
        return "α = " + end + " + ½·(" + rate + " − " + end + ")·(1 + cos(π·epoch/" + epochs + "))";
    }

    @Override
    public String source() {
        return "I. Loshchilov, F. Hutter (2017): SGDR: Stochastic Gradient Descent with Warm Restarts";
    }
}
