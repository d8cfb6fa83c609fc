package dev.limpid.core.update.adaptive;

import static java.lang.Math.sqrt;

import dev.limpid.core.internal.update.Settings;
import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.training.Memory;
import dev.limpid.core.update.Oracle;
import dev.limpid.core.update.Update;
import java.util.Objects;

/**
 * Adadelta: steps in units of the steps before, so that no learning rate has to be found.
 *
 * <pre>
 *   v ← ρ·v + (1 − ρ)·g²              (1)  mean of squared gradients, 0 at the start
 *   Δ = √(u + ε) / √(v + ε)·g         (2)
 *   u ← ρ·u + (1 − ρ)·Δ²              (3)  mean of squared steps, 0 at the start
 *   θ ← θ − α·Δ                       (4)  α = 1 in the paper
 * </pre>
 *
 * <p>It begins with steps of about √ε and speeds up. All operations are coordinate by coordinate. Cost per step: O(p) time, 2·p
 * numbers of state.
 *
 * <p><b>Differences from the paper:</b> none with α = 1.
 *
 * <p><b>References</b>
 * <ol><li>M. D. Zeiler (2012): ADADELTA: An Adaptive Learning Rate Method. arXiv:1212.5701, Algorithm 1.</ol>
 *
 * @param learningRate α
 * @param decay ρ; in [0, 1)
 * @param epsilon ε, inside of both roots; finite and &gt; 0
 * @since 0.1.0
 */
public record Adadelta(Schedule learningRate, double decay, double epsilon) implements Update {

    /** Checks the ranges. */
    public Adadelta {
        Objects.requireNonNull(learningRate, "learningRate");
        Settings.decay("decay", decay);
        Settings.positive("epsilon", epsilon);
    }

    /**
     * Settings of the paper.
     *
     * @return α = 1, ρ = 0.95, ε = 10⁻⁶
     */
    public static Adadelta defaults() {
        return new Adadelta(Schedule.constant(1), 0.95, 1e-6);
    }

    @Override
    public void delta(Oracle oracle, Memory memory, double[] delta) {
        double alpha = oracle.learningRate();
        double[] g = oracle.gradient();
        double[] v = memory.array("v", g.length);
        double[] u = memory.array("u", g.length);
        for (int j = 0; j < g.length; j++) {
            v[j] = decay * v[j] + (1 - decay) * g[j] * g[j]; // (1)
            double step = sqrt(u[j] + epsilon) / sqrt(v[j] + epsilon) * g[j]; // (2)
            u[j] = decay * u[j] + (1 - decay) * step * step; // (3)
            delta[j] = -alpha * step; // (4)
        }
    }

    @Override
    public double proxStep(double alpha) {
        return Double.NaN; // each parameter has a step length of its own
    }

    @Override
    public String formula() {
        return "θ ← θ − α·√(u + ε)/√(v + ε)·g";
    }

    @Override
    public String source() {
        return "M. D. Zeiler (2012): ADADELTA: An Adaptive Learning Rate Method";
    }
}
