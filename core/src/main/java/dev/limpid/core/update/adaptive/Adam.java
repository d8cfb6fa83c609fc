package dev.limpid.core.update.adaptive;

import static java.lang.Math.sqrt;

import dev.limpid.core.internal.update.Settings;
import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.training.Memory;
import dev.limpid.core.update.Oracle;
import dev.limpid.core.update.Update;
import java.util.Objects;

/**
 * Adam: a gradient step that is scaled, parameter by parameter, by running moments of the gradient.
 *
 * <p>Step t = 1, 2, … from θ with gradient g:
 *
 * <pre>
 *   m ← β₁·m + (1 − β₁)·g          (1)  first moment, 0 at the start
 *   v ← β₂·v + (1 − β₂)·g²         (2)  second moment, 0 at the start
 *   m̂ = m / (1 − β₁ᵗ)              (3)  undo the bias towards 0
 *   v̂ = v / (1 − β₂ᵗ)              (4)
 *   θ ← θ − α·m̂ / (√v̂ + ε)         (5)
 * </pre>
 *
 * <p>All operations are coordinate by coordinate. Cost per step: O(p) time, 2·p + 1 numbers of state.
 *
 * <p><b>Differences from the paper:</b> none.
 *
 * <p><b>References</b>
 * <ol><li>D. P. Kingma, J. Ba (2015): Adam: A Method for Stochastic Optimization. ICLR. arXiv:1412.6980, Algorithm 1.</ol>
 *
 * @param learningRate α
 * @param beta1 decay β₁ of the first moment; 0 ≤ β₁ &lt; 1
 * @param beta2 decay β₂ of the second moment; 0 ≤ β₂ &lt; 1
 * @param epsilon ε, keeps (5) finite where v̂ = 0; finite and &gt; 0
 * @since 0.1.0
 */
public record Adam(Schedule learningRate, double beta1, double beta2, double epsilon) implements Update {

    /** Checks the ranges. */
    public Adam {
        Objects.requireNonNull(learningRate, "learningRate");
        Settings.decay("beta1", beta1);
        Settings.decay("beta2", beta2);
        Settings.positive("epsilon", epsilon);
    }

    /**
     * The paper's settings.
     *
     * @param learningRate α; finite and &gt; 0
     * @return β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸
     */
    public static Adam withLearningRate(double learningRate) {
        return withLearningRate(Schedule.constant(learningRate));
    }

    /**
     * The paper's settings with a learning rate that changes.
     *
     * @param learningRate α
     * @return β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸
     */
    public static Adam withLearningRate(Schedule learningRate) {
        return new Adam(learningRate, 0.9, 0.999, 1e-8);
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
        return "θ ← θ − α·m̂ / (√v̂ + ε)";
    }

    @Override
    public String source() {
        return "D. P. Kingma, J. Ba (2015): Adam: A Method for Stochastic Optimization";
    }
}
