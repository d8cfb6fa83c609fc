package dev.limpid.core.update.adaptive;

import dev.limpid.core.internal.update.Settings;
import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.training.Memory;
import dev.limpid.core.update.Oracle;
import dev.limpid.core.update.Update;
import java.util.Objects;

/**
 * Adamax: Adam with the largest of the recent gradients in place of the root of their mean square.
 *
 * <pre>
 *   m ← β₁·m + (1 − β₁)·g              (1)  first moment, 0 at the start
 *   u ← max(β₂·u, |g| + ε)             (2)  0 at the start
 *   θ ← θ − α / (1 − β₁ᵗ)·m / u        (3)
 * </pre>
 *
 * <p>No step is longer than α but for the first few. All operations are coordinate by coordinate. Cost per step: O(p) time,
 * 2·p + 1 numbers of state.
 *
 * <p><b>Differences from the paper:</b> ε, as in PyTorch; without it a gradient of 0 in the first step is 0/0.
 *
 * <p><b>References</b>
 * <ol><li>D. P. Kingma, J. Ba (2015): Adam: A Method for Stochastic Optimization. ICLR. arXiv:1412.6980, Algorithm 2.</ol>
 *
 * @param learningRate α
 * @param beta1 decay β₁ of the first moment; in [0, 1)
 * @param beta2 decay β₂ of the largest gradient; in [0, 1)
 * @param epsilon ε, keeps the quotient finite where the gradient is 0; finite and &gt; 0
 * @since 0.1.0
 */
public record Adamax(Schedule learningRate, double beta1, double beta2, double epsilon) implements Update {

    /** Checks the ranges. */
    public Adamax {
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
    public static Adamax withLearningRate(double learningRate) {
        return new Adamax(Schedule.constant(learningRate), 0.9, 0.999, 1e-8);
    }

    @Override
    public void delta(Oracle oracle, Memory memory, double[] delta) {
        double alpha = oracle.learningRate();
        double[] g = oracle.gradient();
        double[] m = memory.array("m", g.length);
        double[] u = memory.array("u", g.length);
        double[] t = memory.array("t", 1);
        t[0]++;
        double beta1Power = Math.pow(beta1, t[0]);
        for (int j = 0; j < g.length; j++) {
            m[j] = beta1 * m[j] + (1 - beta1) * g[j]; // (1)
            u[j] = Math.max(beta2 * u[j], Math.abs(g[j]) + epsilon); // (2)
            delta[j] = -alpha / (1 - beta1Power) * m[j] / u[j]; // (3)
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
        for (int j = 0; j < s.length; j++) {
            s[j] = alpha / u[j];
        }
    }

    @Override
    public String formula() {
        return "θ ← θ − α / (1 − β₁ᵗ)·m / u,  u ← max(β₂·u, |g| + ε)";
    }

    @Override
    public String source() {
        return "D. P. Kingma, J. Ba (2015): Adam: A Method for Stochastic Optimization";
    }
}
