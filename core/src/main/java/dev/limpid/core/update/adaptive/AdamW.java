package dev.limpid.core.update.adaptive;

import static java.lang.Math.sqrt;

import dev.limpid.core.internal.update.Settings;
import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.training.Memory;
import dev.limpid.core.update.Oracle;
import dev.limpid.core.update.Update;
import dev.limpid.core.update.stage.DecoupledDecay;
import java.util.Objects;

/**
 * AdamW: Adam whose weight decay shrinks the weights themselves and never enters the moments.
 *
 * <pre>
 *   m ← β₁·m + (1 − β₁)·g          (1)  first moment, 0 at the start
 *   v ← β₂·v + (1 − β₂)·g²         (2)  second moment, 0 at the start
 *   m̂ = m / (1 − β₁ᵗ)              (3)
 *   v̂ = v / (1 − β₂ᵗ)              (4)
 *   δ = −α·m̂ / (√v̂ + ε)            (5)
 *   δ ← δ − α·λ·θ                  (6)  weights only, not intercepts
 *   θ ← θ + δ
 * </pre>
 *
 * <p>The same as {@code Chain.of(new Adam(…)).onStep(DecoupledDecay.of(λ))}. Cost per step: O(p) time, 2·p + 1 numbers of state.
 *
 * <p><b>Differences from the paper:</b> there the decay is ηₜ·λ with a schedule multiplier ηₜ and without the base rate; here it
 * is αₜ·λ, as in PyTorch. Divide the paper's λ by the base rate.
 *
 * <p><b>References</b>
 * <ol><li>I. Loshchilov, F. Hutter (2019): Decoupled Weight Decay Regularization. ICLR. arXiv:1711.05101, Algorithm 2.</ol>
 *
 * @param learningRate α
 * @param beta1 decay β₁ of the first moment; in [0, 1)
 * @param beta2 decay β₂ of the second moment; in [0, 1)
 * @param epsilon ε, keeps the quotient finite where the gradient is 0; finite and &gt; 0
 * @param decay λ; finite and ≥ 0
 * @since 0.1.0
 */
public record AdamW(Schedule learningRate, double beta1, double beta2, double epsilon, double decay) implements Update {

    /** Checks the ranges. */
    public AdamW {
        Objects.requireNonNull(learningRate, "learningRate");
        Settings.decay("beta1", beta1);
        Settings.decay("beta2", beta2);
        Settings.positive("epsilon", epsilon);
        Settings.notNegative("decay", decay);
    }

    /**
     * The usual settings.
     *
     * @param learningRate α; finite and &gt; 0
     * @return β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸, λ = 0.01
     */
    public static AdamW withLearningRate(double learningRate) {
        return new AdamW(Schedule.constant(learningRate), 0.9, 0.999, 1e-8, 0.01);
    }

    /**
     * Returns a copy with another decay.
     *
     * @param newDecay λ; finite and ≥ 0
     * @return the copy
     */
    public AdamW withDecay(double newDecay) {
        return new AdamW(learningRate, beta1, beta2, epsilon, newDecay);
    }

    @Override
    public void delta(Oracle oracle, Memory memory, double[] delta) {
        double alpha = oracle.learningRate();
        double[] g = oracle.gradient();
        double[] m = memory.array("m", g.length);
        double[] v = memory.array("v", g.length);
        double[] t = memory.array("t", 1);
        t[0]++;
        double beta1Power = Math.pow(beta1, t[0]);
        double beta2Power = Math.pow(beta2, t[0]);
        for (int j = 0; j < g.length; j++) {
            m[j] = beta1 * m[j] + (1 - beta1) * g[j]; // (1)
            v[j] = beta2 * v[j] + (1 - beta2) * g[j] * g[j]; // (2)
            double mHat = m[j] / (1 - beta1Power); // (3)
            double vHat = v[j] / (1 - beta2Power); // (4)
            delta[j] = -alpha * mHat / (sqrt(vHat) + epsilon); // (5)
        }
        DecoupledDecay.of(decay).change(oracle, memory, delta); // (6)
    }

    @Override
    public double proxStep(double alpha) {
        return Double.NaN; // each parameter has a step length of its own
    }

    @Override
    public boolean scalesParameters() {
        return true;
    }

    @Override
    public void proxSteps(Oracle oracle, Memory memory, double[] s) {
        double alpha = oracle.learningRate();
        double[] v = memory.array("v", s.length);
        double correction = 1 - Math.pow(beta2, memory.number("t", 0));
        for (int j = 0; j < s.length; j++) {
            s[j] = alpha / (sqrt(v[j] / correction) + epsilon);
        }
    }

    @Override
    public String formula() {
        return "θ ← θ − α·(m̂ / (√v̂ + ε) + λ·θ)";
    }

    @Override
    public String source() {
        return "I. Loshchilov, F. Hutter (2019): Decoupled Weight Decay Regularization";
    }
}
