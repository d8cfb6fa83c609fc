package dev.limpid.core.update;

import dev.limpid.core.internal.update.Settings;
import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.training.Memory;
import java.util.Objects;

/**
 * Gradient descent with momentum, the heavy ball: steps go along a sum of past gradients in which older ones count less.
 *
 * <pre>
 *   v ← μ·v + (1 − τ)·g    (1)  velocity, 0 at the start
 *   θ ← θ − α·v            (2)
 * </pre>
 *
 * <p>Under a gradient that stays, steps grow to (1 − τ)/(1 − μ) of those of {@link Sgd}. With dampening τ = μ the velocity is a
 * mean of past gradients, and steps become as long as those of Sgd. Cost per step: O(p) time, p numbers of state.
 *
 * <p><b>Differences from the paper:</b> Polyak has α inside of the velocity, θ ← θ − α·g + μ·(last step); here it stands in (2),
 * so a change of α acts on the whole step at once. With constant α both are the same. PyTorch leaves τ out of the first step.
 *
 * <p><b>References</b>
 * <ol><li>B. T. Polyak (1964): Some Methods of Speeding up the Convergence of Iteration Methods. USSR Computational Mathematics
 *     and Mathematical Physics 4.</ol>
 *
 * @param learningRate α
 * @param momentum μ, how much of the velocity is kept; in [0, 1)
 * @param dampening τ, how much of each gradient is left out; in [0, 1)
 * @since 0.1.0
 */
public record Momentum(Schedule learningRate, double momentum, double dampening) implements Update {

    /** Checks the ranges. */
    public Momentum {
        Objects.requireNonNull(learningRate, "learningRate");
        Settings.decay("momentum", momentum);
        Settings.decay("dampening", dampening);
    }

    /**
     * The usual settings.
     *
     * @param learningRate α; finite and &gt; 0
     * @return μ = 0.9, τ = 0
     */
    public static Momentum withLearningRate(double learningRate) {
        return new Momentum(Schedule.constant(learningRate), 0.9, 0);
    }

    @Override
    public void delta(Oracle oracle, Memory memory, double[] delta) {
        double alpha = oracle.learningRate();
        double[] g = oracle.gradient();
        double[] v = memory.array("v", g.length);
        for (int j = 0; j < g.length; j++) {
            v[j] = momentum * v[j] + (1 - dampening) * g[j]; // (1)
            delta[j] = -alpha * v[j]; // (2)
        }
    }

    @Override
    public double proxStep(double alpha) {
        return alpha * (1 - dampening) / (1 - momentum);
    }

    @Override
    public String formula() {
        return "θ ← θ − α·v,  v ← μ·v + (1 − τ)·g";
    }

    @Override
    public String source() {
        return "B. T. Polyak (1964): Some Methods of Speeding up the Convergence of Iteration Methods";
    }
}
