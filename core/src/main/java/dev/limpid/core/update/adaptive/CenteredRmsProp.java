package dev.limpid.core.update.adaptive;

import static java.lang.Math.sqrt;

import dev.limpid.core.internal.update.Settings;
import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.training.Memory;
import dev.limpid.core.update.Oracle;
import dev.limpid.core.update.Update;
import java.util.Objects;

/**
 * RMSProp divided by the spread of the gradients instead of their size: where gradients agree, steps become long.
 *
 * <pre>
 *   v ← ρ·v + (1 − ρ)·g²                 (1)  mean of squares, 0 at the start
 *   m ← ρ·m + (1 − ρ)·g                  (2)  mean, 0 at the start
 *   θ ← θ − α·g / (√(v − m²) + ε)        (3)
 * </pre>
 *
 * <p>Gradients that hardly change make steps that grow without bound; a large ε bounds them. All operations are coordinate by
 * coordinate. Cost per step: O(p) time, 2·p numbers of state.
 *
 * <p><b>Differences from the paper:</b> ε stands outside of the root; no momentum (use a chain of your own).
 *
 * <p><b>References</b>
 * <ol><li>A. Graves (2013): Generating Sequences with Recurrent Neural Networks. arXiv:1308.0850, equations (38) to (41).</ol>
 *
 * @param learningRate α
 * @param decay ρ; in [0, 1)
 * @param epsilon ε, bounds the quotient; finite and &gt; 0
 * @since 0.1.0
 */
public record CenteredRmsProp(Schedule learningRate, double decay, double epsilon) implements Update {

    /** Checks the ranges. */
    public CenteredRmsProp {
        Objects.requireNonNull(learningRate, "learningRate");
        Settings.decay("decay", decay);
        Settings.positive("epsilon", epsilon);
    }

    /**
     * The usual settings.
     *
     * @param learningRate α; finite and &gt; 0
     * @return ρ = 0.99, ε = 10⁻⁸
     */
    public static CenteredRmsProp withLearningRate(double learningRate) {
        return new CenteredRmsProp(Schedule.constant(learningRate), 0.99, 1e-8);
    }

    @Override
    public void delta(Oracle oracle, Memory memory, double[] delta) {
        double alpha = oracle.learningRate();
        double[] g = oracle.gradient();
        double[] v = memory.array("v", g.length);
        double[] m = memory.array("m", g.length);
        for (int j = 0; j < g.length; j++) {
            v[j] = decay * v[j] + (1 - decay) * g[j] * g[j]; // (1)
            m[j] = decay * m[j] + (1 - decay) * g[j]; // (2)
            double variance = Math.max(0, v[j] - m[j] * m[j]); // rounding may leave it below 0
            delta[j] = -alpha * g[j] / (sqrt(variance) + epsilon); // (3)
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
        double[] m = memory.array("m", s.length);
        for (int j = 0; j < s.length; j++) {
            s[j] = alpha / (sqrt(Math.max(0, v[j] - m[j] * m[j])) + epsilon);
        }
    }

    @Override
    public String formula() {
        return "θ ← θ − α·g / (√(v − m²) + ε)";
    }

    @Override
    public String source() {
        return "A. Graves (2013): Generating Sequences with Recurrent Neural Networks";
    }
}
