package dev.limpid.core.update.average;

import dev.limpid.core.internal.update.Settings;
import dev.limpid.core.training.Memory;
import dev.limpid.core.update.Oracle;
import dev.limpid.core.update.Update;
import dev.limpid.core.update.UpdateWrapper;

/**
 * Averaging: another update makes the steps, the parameters to use are the mean of the points they led to.
 *
 * <pre>
 *   k ← k + 1,  θ̄ ← θ̄ + (θ − θ̄)/k    (1)  for each point θ after the given epoch
 * </pre>
 *
 * <p>With learning rates that fall slowly or not at all, the mean is much nearer to the minimum than the last point. State: p + 1
 * numbers.
 *
 * <p><b>References</b>
 * <ol><li>B. T. Polyak, A. B. Juditsky (1992): Acceleration of Stochastic Approximation by Averaging. SIAM Journal on Control and
 *     Optimization 30.
 *     <li>D. Ruppert (1988): Efficient Estimations from a Slowly Convergent Robbins–Monro Process. Technical report 781, Cornell
 *     University.</ol>
 *
 * @param update makes the steps
 * @param fromEpoch passes over the data before the first point that counts; finite and ≥ 0
 * @since 0.1.0
 */
public record Averaged(Update update, double fromEpoch) implements UpdateWrapper {

    /** Checks the range, and that the inner update's points mean what they say. */
    public Averaged {
        Points.requirePlain(update);
        Settings.notNegative("fromEpoch", fromEpoch);
    }

    @Override
    public void delta(Oracle oracle, Memory memory, double[] delta) {
        update.delta(oracle, inner(memory), delta);
        if (oracle.progress().iteration() > 1 && oracle.progress().epoch() >= fromEpoch) {
            double[] theta = oracle.theta();
            double[] mean = memory.array("mean", theta.length);
            double[] k = memory.array("count", 1);
            k[0]++;
            Points.include(theta, mean, k[0]); // (1)
        }
    }

    @Override
    public void answer(double[] t, Memory memory, double[] out) {
        double k = memory.number("count", 0);
        System.arraycopy(k == 0 ? t : memory.array("mean", t.length), 0, out, 0, t.length);
        Points.include(t, out, k + 1);
    }

    @Override
    public String formula() {
        return "θ̄ = mean of θ after epoch " + fromEpoch;
    }

    @Override
    public String source() {
        return "B. T. Polyak, A. B. Juditsky (1992): Acceleration of Stochastic Approximation by Averaging";
    }
}
