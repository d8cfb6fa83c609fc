package dev.limpid.core.update.average;

import dev.limpid.core.internal.update.Settings;
import dev.limpid.core.training.Memory;
import dev.limpid.core.update.Oracle;
import dev.limpid.core.update.Update;
import dev.limpid.core.update.UpdateWrapper;

/**
 * Schedule-Free learning: gradients are asked between where steps lead and their average, and no schedule is needed.
 *
 * <pre>
 *   y = θ, the point where the gradient is asked
 *   z ← z + δ, δ the step of the inner update at y       (1)  z = θ₀ at the start
 *   S ← S + α²,  c = α²/S                                (2)
 *   x ← (1 − c)·x + c·z                                  (3)  x = θ₀ at the start; the parameters to use
 *   y = (1 − β)·z + β·x                                  (4)
 * </pre>
 *
 * <p>Around {@link dev.limpid.core.update.Sgd} this is Schedule-Free SGD; around {@link dev.limpid.core.update.adaptive.AdamW}
 * with β₁ = 0 it is Schedule-Free AdamW, whose decay is taken at y. The inner update should have no momentum of its own: β is one. A
 * warm-up is the one schedule that helps. State: 2·p + 1 numbers.
 *
 * <p>Steps are not steps from θ alone, so neither another update nor the prox of a penalty fits around it.
 *
 * <p><b>Differences from the paper:</b> none for SGD. Its AdamW undoes the bias of the second moment by the rate, so that (2) has
 * √(1 − β₂ᵗ)·α for α; here the inner update does that.
 *
 * <p><b>References</b>
 * <ol><li>A. Defazio, X. Yang, H. Mehta, K. Mishchenko, A. Khaled, A. Cutkosky (2024): The Road Less Scheduled. NeurIPS.
 *     arXiv:2405.15682, equations (3) to (5) and Algorithm 1.</ol>
 *
 * @param update makes the steps of z
 * @param beta β, how near y is to the average; in [0, 1)
 * @since 0.1.0
 */
public record ScheduleFree(Update update, double beta) implements UpdateWrapper {

    /** Checks the range, and that the inner update's points mean what they say. */
    public ScheduleFree {
        Points.requirePlain(update);
        Settings.decay("beta", beta);
    }

    /**
     * The paper's setting.
     *
     * @param update makes the steps of z
     * @return β = 0.9
     */
    public static ScheduleFree around(Update update) {
        return new ScheduleFree(update, 0.9);
    }

    @Override
    public void delta(Oracle oracle, Memory memory, double[] delta) {
        double alpha = oracle.learningRate();
        double[] y = oracle.theta();
        double[] step = new double[y.length];
        update.delta(oracle, inner(memory), step);
        if (!memory.has("z")) {
            memory.put("z", y);
            memory.put("x", y);
        }
        double[] z = memory.array("z", y.length);
        double[] x = memory.array("x", y.length);
        double[] squares = memory.array("squares", 1);
        squares[0] += alpha * alpha; // (2)
        double c = alpha * alpha / squares[0]; // (2)
        for (int j = 0; j < y.length; j++) {
            z[j] += step[j]; // (1)
            x[j] += c * (z[j] - x[j]); // (3)
            delta[j] = (1 - beta) * (z[j] - y[j]) + beta * (x[j] - y[j]); // (4)
        }
    }

    @Override
    public void answer(double[] t, Memory memory, double[] out) {
        System.arraycopy(memory.has("x") ? memory.array("x", t.length) : t, 0, out, 0, t.length);
    }

    @Override
    public double proxStep(double alpha) {
        return Double.NaN;
    }

    @Override
    public boolean scalesParameters() {
        return false;
    }

    @Override
    public boolean ownsParameters() {
        return true;
    }

    @Override
    public String formula() {
        return "y = " + (1 - beta) + "·z + " + beta + "·x,  x = mean of z";
    }

    @Override
    public String source() {
        return "A. Defazio and others (2024): The Road Less Scheduled";
    }
}
