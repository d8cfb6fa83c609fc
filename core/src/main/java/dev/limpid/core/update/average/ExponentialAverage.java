package dev.limpid.core.update.average;

import dev.limpid.core.internal.update.Settings;
import dev.limpid.core.training.Memory;
import dev.limpid.core.update.Oracle;
import dev.limpid.core.update.Update;
import dev.limpid.core.update.UpdateWrapper;

/**
 * Exponential moving average: another update makes the steps, the parameters to use are a mean of the points they led to, in
 * which older points count less.
 *
 * <pre>
 *   e ← β·e + (1 − β)·θ       (1)  for each point θ that a step led to; e = 0 at the start
 *   θ̄ = e / (1 − βᵏ)          (2)  after k points
 * </pre>
 *
 * <p>It looks back over about 1/(1 − β) steps and forgets where the run began. State: p + 1 numbers.
 *
 * <p><b>Differences from other implementations:</b> many begin with e = θ₀ and leave (2) out, so that θ₀ weighs βᵏ for long.
 *
 * <p><b>References</b>
 * <ol><li>D. Morales-Brotons, T. Vogels, H. Hendrikx (2024): Exponential Moving Average of Weights in Deep Learning: Dynamics and
 *     Benefits. Transactions on Machine Learning Research.</ol>
 *
 * @param update makes the steps
 * @param decay β; in [0, 1)
 * @since 0.1.0
 */
public record ExponentialAverage(Update update, double decay) implements UpdateWrapper {

    /** Checks the range, and that the inner update's points mean what they say. */
    public ExponentialAverage {
        Points.requirePlain(update);
        Settings.decay("decay", decay);
    }

    @Override
    public void delta(Oracle oracle, Memory memory, double[] delta) {
        update.delta(oracle, inner(memory), delta);
        if (oracle.progress().iteration() > 1) {
            double[] theta = oracle.theta();
            include(theta, memory.array("mean", theta.length));
            memory.array("count", 1)[0]++;
        }
    }

    private void include(double[] theta, double[] e) {
        for (int j = 0; j < theta.length; j++) {
            e[j] = decay * e[j] + (1 - decay) * theta[j]; // (1)
        }
    }

    @Override
    public void answer(double[] t, Memory memory, double[] out) {
        double[] e = memory.has("mean") ? memory.array("mean", t.length).clone() : new double[t.length];
        include(t, e);
        double k = memory.number("count", 0) + 1;
        for (int j = 0; j < t.length; j++) {
            out[j] = e[j] / (1 - Math.pow(decay, k)); // (2)
        }
    }

    @Override
    public String formula() {
        return "θ̄ = mean of θ, a point k steps ago weighing " + decay + "ᵏ";
    }

    @Override
    public String source() {
        return "D. Morales-Brotons, T. Vogels, H. Hendrikx (2024): Exponential Moving Average of Weights in Deep Learning";
    }
}
