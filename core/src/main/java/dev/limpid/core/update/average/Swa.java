package dev.limpid.core.update.average;

import dev.limpid.core.internal.update.Settings;
import dev.limpid.core.training.Memory;
import dev.limpid.core.update.Oracle;
import dev.limpid.core.update.Update;
import dev.limpid.core.update.UpdateWrapper;

/**
 * Stochastic weight averaging: another update makes the steps, the parameters to use are the mean of the points at the ends of
 * cycles.
 *
 * <pre>
 *   at epochs E, E + c, E + 2c, …:
 *     k ← k + 1,  θ̄ ← θ̄ + (θ − θ̄)/k    (1)
 * </pre>
 *
 * <p>Meant for a learning rate that is constant or restarts with period c from epoch E on, such as
 * {@code Schedule.cosineRestarts}. Until the first point the answer is θ. A point counts once the step after it begins. State:
 * p + 2 numbers.
 *
 * <p><b>Differences from the paper:</b> the point where the run began doesn't count, even with E = 0: there is no trained network
 * to begin with.
 *
 * <p><b>References</b>
 * <ol><li>P. Izmailov, D. Podoprikhin, T. Garipov, D. Vetrov, A. G. Wilson (2018): Averaging Weights Leads to Wider Optima and
 *     Better Generalization. UAI. arXiv:1803.05407, Algorithm 1.</ol>
 *
 * @param update makes the steps
 * @param fromEpoch E, passes over the data before the first point that counts; finite and ≥ 0
 * @param everyEpochs c, passes from point to point; finite and &gt; 0
 * @since 0.1.0
 */
public record Swa(Update update, double fromEpoch, double everyEpochs) implements UpdateWrapper {

    private static final double ROUNDING = 1e-9; // of an epoch that is a sum of fractions, in cycles

    /** Checks the ranges, and that the inner update's points mean what they say. */
    public Swa {
        Points.requirePlain(update);
        Settings.notNegative("fromEpoch", fromEpoch);
        Settings.positive("everyEpochs", everyEpochs);
    }

    @Override
    public void delta(Oracle oracle, Memory memory, double[] delta) {
        update.delta(oracle, inner(memory), delta);
        double[] ends = memory.array("cycles", 1);
        double now = Math.floor((oracle.progress().epoch() - fromEpoch) / everyEpochs + ROUNDING) + 1;
        if (now <= ends[0]) {
            return;
        }
        ends[0] = now;
        if (oracle.progress().iteration() > 1) {
            double[] theta = oracle.theta();
            double[] k = memory.array("count", 1);
            k[0]++;
            Points.include(theta, memory.array("mean", theta.length), k[0]); // (1)
        }
    }

    @Override
    public void answer(double[] t, Memory memory, double[] out) {
        double[] answer = memory.number("count", 0) == 0 ? t : memory.array("mean", t.length);
        System.arraycopy(answer, 0, out, 0, t.length);
    }

    @Override
    public String formula() {
        return "θ̄ = mean of θ at epochs " + fromEpoch + " + i·" + everyEpochs;
    }

    @Override
    public String source() {
        return "P. Izmailov and others (2018): Averaging Weights Leads to Wider Optima and Better Generalization";
    }
}
