package dev.limpid.core.update.adaptive;

import static java.lang.Math.sqrt;

import dev.limpid.core.internal.update.Settings;
import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.training.Memory;
import dev.limpid.core.update.Oracle;
import dev.limpid.core.update.Update;
import java.util.Objects;

/**
 * Adagrad: each parameter's steps shrink with all the gradients it has seen, so that rare features keep long steps.
 *
 * <pre>
 *   s ← s + g²                     (1)  0 at the start
 *   θ ← θ − α·g / (√(s₀ + s) + ε)  (2)
 * </pre>
 *
 * <p>All operations are coordinate by coordinate. Cost per step: O(p) time, p numbers of state.
 *
 * <p><b>Differences from the paper:</b> the paper's δ inside the sum of square roots is ε here; s₀ (0 there) makes first steps
 * shorter than α.
 *
 * <p><b>References</b>
 * <ol><li>J. Duchi, E. Hazan, Y. Singer (2011): Adaptive Subgradient Methods for Online Learning and Stochastic Optimization.
 *     Journal of Machine Learning Research 12, Figure 1 with diagonal matrices.</ol>
 *
 * @param learningRate α
 * @param initial s₀, what the sum begins with; finite and ≥ 0
 * @param epsilon ε, keeps the quotient finite where the gradient is 0; finite and &gt; 0
 * @since 0.1.0
 */
public record Adagrad(Schedule learningRate, double initial, double epsilon) implements Update {

    /** Checks the ranges. */
    public Adagrad {
        Objects.requireNonNull(learningRate, "learningRate");
        Settings.notNegative("initial", initial);
        Settings.positive("epsilon", epsilon);
    }

    /**
     * The usual settings.
     *
     * @param learningRate α; finite and &gt; 0
     * @return s₀ = 0, ε = 10⁻¹⁰
     */
    public static Adagrad withLearningRate(double learningRate) {
        return new Adagrad(Schedule.constant(learningRate), 0, 1e-10);
    }

    @Override
    public void delta(Oracle oracle, Memory memory, double[] delta) {
        double alpha = oracle.learningRate();
        double[] g = oracle.gradient();
        double[] s = memory.array("s", g.length);
        for (int j = 0; j < g.length; j++) {
            s[j] += g[j] * g[j]; // (1)
            delta[j] = -alpha * g[j] / (sqrt(initial + s[j]) + epsilon); // (2)
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
        double[] sum = memory.array("s", s.length);
        for (int j = 0; j < s.length; j++) {
            s[j] = alpha / (sqrt(initial + sum[j]) + epsilon);
        }
    }

    @Override
    public String formula() {
        return "θ ← θ − α·g / (√(s₀ + Σg²) + ε)";
    }

    @Override
    public String source() {
        return "J. Duchi, E. Hazan, Y. Singer (2011): Adaptive Subgradient Methods for Online Learning and Stochastic "
                + "Optimization";
    }
}
