package dev.limpid.core.update.adaptive;

import static java.lang.Math.sqrt;

import dev.limpid.core.internal.update.Settings;
import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.training.Memory;
import dev.limpid.core.update.Oracle;
import dev.limpid.core.update.Update;
import java.util.Objects;

/**
 * NAdam: Adam with Nesterov's momentum, whose decay warms up.
 *
 * <pre>
 *   μₜ = β₁·(1 − ½·0.96^(t·ψ)),  P ← P·μₜ                               (1)  P = 1 at the start
 *   m ← β₁·m + (1 − β₁)·g                                               (2)  first moment, 0 at the start
 *   v ← β₂·v + (1 − β₂)·g²                                              (3)  second moment, 0 at the start
 *   m̂ = μₜ₊₁·m / (1 − P·μₜ₊₁) + (1 − μₜ)·g / (1 − P)                    (4)
 *   v̂ = v / (1 − β₂ᵗ)                                                   (5)
 *   θ ← θ − α·m̂ / (√v̂ + ε)                                              (6)
 * </pre>
 *
 * <p>Coordinate by coordinate but for (1). Cost per step: O(p) time, 2·p + 2 numbers of state.
 *
 * <p><b>Differences from the paper:</b> (2) decays by β₁, not by μₜ, as in PyTorch, whose version 1.13 has μₜ twice in the product
 * of (4).
 *
 * <p><b>References</b>
 * <ol><li>T. Dozat (2016): Incorporating Nesterov Momentum into Adam. ICLR Workshop, Algorithm 2.</ol>
 *
 * @param learningRate α
 * @param beta1 decay β₁ of the first moment; in [0, 1)
 * @param beta2 decay β₂ of the second moment; in [0, 1)
 * @param epsilon ε, keeps the quotient finite where the gradient is 0; finite and &gt; 0
 * @param psi ψ, how fast μ warms up; finite and ≥ 0
 * @since 0.1.0
 */
public record Nadam(Schedule learningRate, double beta1, double beta2, double epsilon, double psi) implements Update {

    /** Checks the ranges. */
    public Nadam {
        Objects.requireNonNull(learningRate, "learningRate");
        Settings.decay("beta1", beta1);
        Settings.decay("beta2", beta2);
        Settings.positive("epsilon", epsilon);
        Settings.notNegative("psi", psi);
    }

    /**
     * The usual settings.
     *
     * @param learningRate α; finite and &gt; 0
     * @return β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸, ψ = 0.004
     */
    public static Nadam withLearningRate(double learningRate) {
        return new Nadam(Schedule.constant(learningRate), 0.9, 0.999, 1e-8, 0.004);
    }

    @Override
    public void delta(Oracle oracle, Memory memory, double[] delta) {
        double alpha = oracle.learningRate();
        double[] g = oracle.gradient();
        double[] m = memory.array("m", g.length);
        double[] v = memory.array("v", g.length);
        double t = memory.number("t", 0) + 1;
        double mu = mu(t); // (1)
        double product = memory.number("product", 1) * mu; // (1)
        double next = mu(t + 1);
        double beta2Power = Math.pow(beta2, t);
        for (int j = 0; j < g.length; j++) {
            m[j] = beta1 * m[j] + (1 - beta1) * g[j]; // (2)
            v[j] = beta2 * v[j] + (1 - beta2) * g[j] * g[j]; // (3)
            double mHat = next * m[j] / (1 - product * next) + (1 - mu) * g[j] / (1 - product); // (4)
            double vHat = v[j] / (1 - beta2Power); // (5)
            delta[j] = -alpha * mHat / (sqrt(vHat) + epsilon); // (6)
        }
        memory.put("t", t);
        memory.put("product", product);
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
        return "θ ← θ − α·m̂ / (√v̂ + ε),  m̂ = μₜ₊₁·m / (1 − P·μₜ₊₁) + (1 − μₜ)·g / (1 − P)";
    }

    @Override
    public String source() {
        return "T. Dozat (2016): Incorporating Nesterov Momentum into Adam";
    }

    private double mu(double t) {
        return beta1 * (1 - 0.5 * Math.pow(0.96, t * psi));
    }
}
