package dev.limpid.core.schedule;

import dev.limpid.core.training.Memory;
import dev.limpid.core.training.Progress;

/**
 * A learning rate that falls along half a wave of the cosine and begins again at the top, in periods that may grow.
 *
 * <pre>
 *   period i = 0, 1, … lasts Tᵢ = T·growthⁱ epochs; e epochs after it began:
 *   α = end + ½·(α₀ − end)·(1 + cos(π·e/Tᵢ))    (1)
 * </pre>
 *
 * <p><b>References</b>
 * <ol><li>I. Loshchilov, F. Hutter (2017): SGDR: Stochastic Gradient Descent with Warm Restarts. ICLR. arXiv:1608.03983,
 *     equation (5).</ol>
 *
 * @param rate α₀, at the start of each period
 * @param end what a period falls to
 * @param epochs T, length of the first period
 * @param growth how much longer each period is than the one before; ≥ 1
 */
record CosineRestarts(double rate, double end, double epochs, double growth) implements Schedule {

    CosineRestarts {
        Ends.check(rate, end, epochs);
        if (!(growth >= 1 && growth < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("growth must be finite and >= 1, but was " + growth);
        }
    }

    @Override
    public double at(Progress progress, Memory memory) {
        double epoch = Clock.epoch(progress.epoch());
        double i = periodsBefore(epoch);
        double began = growth == 1 ? i * epochs : epochs * (Math.pow(growth, i) - 1) / (growth - 1);
        double time = (epoch - began) / (epochs * Math.pow(growth, i));
        return Cosine.between(rate, end, Math.max(0, Math.min(1, time))); // (1)
    }

    /** The largest i for which T·(1 + growth + … + growthⁱ⁻¹) is not above the epoch. */
    private double periodsBefore(double epoch) {
        double exact = growth == 1 ? epoch / epochs : Math.log1p(epoch / epochs * (growth - 1)) / Math.log(growth);
        return Math.floor(exact + 1e-9);
    }

    @Override
    public String formula() {
        return "α = " + end + " + ½·(" + rate + " − " + end + ")·(1 + cos(π·e/Tᵢ)),  Tᵢ = " + epochs + "·" + growth
                + "ⁱ";
    }

    @Override
    public String source() {
        return "I. Loshchilov, F. Hutter (2017): SGDR: Stochastic Gradient Descent with Warm Restarts";
    }
}
