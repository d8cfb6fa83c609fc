package dev.limpid.core.update.adaptive;

import static java.lang.Math.sqrt;

import dev.limpid.core.internal.update.Settings;
import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.training.Memory;
import dev.limpid.core.update.Oracle;
import dev.limpid.core.update.Update;
import java.util.Objects;

/**
 * AMSGrad: Adam whose second moment never falls, so that a rare large gradient is not forgotten.
 *
 * <pre>
 *   m ← β₁·m + (1 − β₁)·g              (1)  first moment, 0 at the start
 *   v ← β₂·v + (1 − β₂)·g²             (2)  second moment, 0 at the start
 *   u ← max(u, v)                      (3)  the largest so far
 *   m̂ = m / (1 − β₁ᵗ)                  (4)
 *   û = u / (1 − β₂ᵗ)                  (5)
 *   θ ← θ − α·m̂ / (√û + ε)             (6)
 * </pre>
 *
 * <p>All operations are coordinate by coordinate. Cost per step: O(p) time, 3·p + 1 numbers of state.
 *
 * <p><b>Differences from the paper:</b> lines (4), (5) and ε, which the paper leaves out and PyTorch has. The maximum is that of v,
 * before (5).
 *
 * <p><b>References</b>
 * <ol><li>S. J. Reddi, S. Kale, S. Kumar (2018): On the Convergence of Adam and Beyond. ICLR. arXiv:1904.09237, Algorithm 2.</ol>
 *
 * @param learningRate α
 * @param beta1 decay β₁ of the first moment; in [0, 1)
 * @param beta2 decay β₂ of the second moment; in [0, 1)
 * @param epsilon ε, keeps the quotient finite where the gradient is 0; finite and &gt; 0
 * @since 0.1.0
 */
public record AmsGrad(Schedule learningRate, double beta1, double beta2, double epsilon) implements Update {

    /** Checks the ranges. */
    public AmsGrad {
        Objects.requireNonNull(learningRate, "learningRate");
        Settings.decay("beta1", beta1);
        Settings.decay("beta2", beta2);
        Settings.positive("epsilon", epsilon);
    }

    /**
     * The usual settings.
     *
     * @param learningRate α; finite and &gt; 0
     * @return β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸
     */
    public static AmsGrad withLearningRate(double learningRate) {
        return new AmsGrad(Schedule.constant(learningRate), 0.9, 0.999, 1e-8);
    }

    @Override
    public void delta(Oracle oracle, Memory memory, double[] delta) {
        double alpha = oracle.learningRate();
        double[] g = oracle.gradient();
        double[] m = memory.array("m", g.length);
        double[] v = memory.array("v", g.length);
        double[] u = memory.array("u", g.length);
        double[] t = memory.array("t", 1);
        t[0]++;
        double beta1Power = Math.pow(beta1, t[0]);
        double beta2Power = Math.pow(beta2, t[0]);
        for (int j = 0; j < g.length; j++) {
            m[j] = beta1 * m[j] + (1 - beta1) * g[j]; // (1)
            v[j] = beta2 * v[j] + (1 - beta2) * g[j] * g[j]; // (2)
            u[j] = Math.max(u[j], v[j]); // (3)
            double mHat = m[j] / (1 - beta1Power); // (4)
            double uHat = u[j] / (1 - beta2Power); // (5)
            delta[j] = -alpha * mHat / (sqrt(uHat) + epsilon); // (6)
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
        double[] u = memory.array("u", s.length);
        double correction = 1 - Math.pow(beta2, memory.number("t", 0));
        for (int j = 0; j < s.length; j++) {
            s[j] = alpha / (sqrt(u[j] / correction) + epsilon);
        }
    }

    @Override
    public String formula() {
        return "θ ← θ − α·m̂ / (√û + ε),  u = max v";
    }

    @Override
    public String source() {
        return "S. J. Reddi, S. Kale, S. Kumar (2018): On the Convergence of Adam and Beyond";
    }
}
