package dev.limpid.core.update.average;

import dev.limpid.core.internal.update.Settings;
import dev.limpid.core.training.Memory;
import dev.limpid.core.update.Oracle;
import dev.limpid.core.update.Update;
import dev.limpid.core.update.UpdateWrapper;

/**
 * Lookahead: another update makes k fast steps, then slow weights go a part of the way and the fast ones begin again from there.
 *
 * <pre>
 *   after each k steps of the inner update:
 *     φ ← φ + a·(θ − φ)      (1)  slow weights; φ = θ₀ at the start
 *     θ ← φ                  (2)
 * </pre>
 *
 * <p>The inner update keeps its state over (2). The parameters to use are φ + a·(θ − φ), which is φ after each k steps. Lines (1) and
 * (2) are done when the next step begins, behind the prox of a penalty, if there is one; that step asks the objective at φ alone,
 * so its trace shows no value at θ. State: p + 1 numbers.
 *
 * <p><b>Differences from the paper:</b> between the multiples of k the answer is as if the k steps were done.
 *
 * <p><b>References</b>
 * <ol><li>M. R. Zhang, J. Lucas, G. Hinton, J. Ba (2019): Lookahead Optimizer: k Steps Forward, 1 Step Back. NeurIPS.
 *     arXiv:1907.08610, Algorithm 1.</ol>
 *
 * @param update makes the fast steps
 * @param steps k; ≥ 1
 * @param share a, the part of the way; in (0, 1]
 * @since 0.1.0
 */
public record Lookahead(Update update, int steps, double share) implements UpdateWrapper {

    /** Checks the ranges, and that the inner update's points mean what they say. */
    public Lookahead {
        Points.requirePlain(update);
        Settings.atLeastOne("steps", steps);
        Settings.factor("share", share);
    }

    /**
     * The paper's settings.
     *
     * @param update makes the fast steps
     * @return k = 5, a = ½
     */
    public static Lookahead around(Update update) {
        return new Lookahead(update, 5, 0.5);
    }

    @Override
    public void delta(Oracle oracle, Memory memory, double[] delta) {
        double[] theta = oracle.theta();
        double made = memory.number("made", 0);
        if (made < steps) {
            update.delta(oracle, inner(memory), delta);
            if (made == 0 && !memory.has("slow")) {
                memory.put("slow", theta);
            }
            memory.put("made", made + 1);
            return;
        }
        double[] slow = between(memory.array("slow", theta.length), theta); // (1)
        update.delta(oracle.at(slow), inner(memory), delta);
        for (int j = 0; j < theta.length; j++) {
            delta[j] += slow[j] - theta[j]; // (2)
        }
        memory.put("slow", slow);
        memory.put("made", 1);
    }

    private double[] between(double[] slow, double[] theta) {
        double[] point = new double[theta.length];
        for (int j = 0; j < theta.length; j++) {
            point[j] = slow[j] + share * (theta[j] - slow[j]);
        }
        return point;
    }

    @Override
    public void answer(double[] t, Memory memory, double[] out) {
        double[] point = memory.has("slow") ? between(memory.array("slow", t.length), t) : t;
        update.answer(point, inner(memory), out);
    }

    @Override
    public boolean ownsParameters() {
        return true;
    }

    @Override
    public String formula() {
        return "φ ← φ + " + share + "·(θ − φ), θ ← φ after each " + steps + " steps";
    }

    @Override
    public String source() {
        return "M. R. Zhang, J. Lucas, G. Hinton, J. Ba (2019): Lookahead Optimizer: k Steps Forward, 1 Step Back";
    }
}
