package dev.limpid.core.update.adaptive;

import dev.limpid.core.internal.update.Settings;
import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.training.Memory;
import dev.limpid.core.update.Oracle;
import dev.limpid.core.update.Update;
import dev.limpid.core.update.stage.DecoupledDecay;
import java.util.Objects;

/**
 * Lion: all parameters move by the same length, in the direction that a mix of momentum and gradient points to.
 *
 * <pre>
 *   c = β₁·m + (1 − β₁)·g              (1)  m = 0 at the start
 *   δ = −α·sign(c)                     (2)
 *   m ← β₂·m + (1 − β₂)·g              (3)
 *   δ ← δ − α·λ·θ                      (4)  weights only, not intercepts
 *   θ ← θ + δ
 * </pre>
 *
 * <p>Learning rates are 3 to 10 times smaller than Adam's, decays larger by as much. Coordinate by coordinate but for the question
 * what is a weight. Cost per step: O(p) time, p numbers of state.
 *
 * <p><b>Differences from the paper:</b> λ is 0 unless {@link #withDecay} says otherwise.
 *
 * <p><b>References</b>
 * <ol><li>X. Chen and others (2023): Symbolic Discovery of Optimization Algorithms. NeurIPS. arXiv:2302.06675, Algorithm 2.</ol>
 *
 * @param learningRate α
 * @param beta1 share β₁ of the momentum in the direction; in [0, 1)
 * @param beta2 decay β₂ of the momentum; in [0, 1)
 * @param decay λ; finite and ≥ 0
 * @since 0.1.0
 */
public record Lion(Schedule learningRate, double beta1, double beta2, double decay) implements Update {

    /** Checks the ranges. */
    public Lion {
        Objects.requireNonNull(learningRate, "learningRate");
        Settings.decay("beta1", beta1);
        Settings.decay("beta2", beta2);
        Settings.notNegative("decay", decay);
    }

    /**
     * The paper's settings, without decay.
     *
     * @param learningRate α; finite and &gt; 0
     * @return β₁ = 0.9, β₂ = 0.99, λ = 0
     */
    public static Lion withLearningRate(double learningRate) {
        return new Lion(Schedule.constant(learningRate), 0.9, 0.99, 0);
    }

    /**
     * Returns a copy with another decay.
     *
     * @param newDecay λ; finite and ≥ 0
     * @return the copy
     */
    public Lion withDecay(double newDecay) {
        return new Lion(learningRate, beta1, beta2, newDecay);
    }

    @Override
    public void delta(Oracle oracle, Memory memory, double[] delta) {
        double alpha = oracle.learningRate();
        double[] g = oracle.gradient();
        double[] m = memory.array("m", g.length);
        for (int j = 0; j < g.length; j++) {
            double c = beta1 * m[j] + (1 - beta1) * g[j]; // (1)
            delta[j] = -alpha * Math.signum(c); // (2)
            m[j] = beta2 * m[j] + (1 - beta2) * g[j]; // (3)
        }
        DecoupledDecay.of(decay).change(oracle, memory, delta); // (4)
    }

    @Override
    public double proxStep(double alpha) {
        return Double.NaN; // each parameter has a step length of its own
    }

    @Override
    public String formula() {
        return "θ ← θ − α·(sign(β₁·m + (1 − β₁)·g) + λ·θ)";
    }

    @Override
    public String source() {
        return "X. Chen and others (2023): Symbolic Discovery of Optimization Algorithms";
    }
}
