package dev.limpid.core.update.adaptive;

import static java.lang.Math.sqrt;

import dev.limpid.core.internal.update.Settings;
import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.training.Memory;
import dev.limpid.core.update.Oracle;
import dev.limpid.core.update.Update;
import java.util.Objects;

/**
 * RMSProp: steps are divided by the root of a running mean of squared gradients.
 *
 * <pre>
 *   v ← ρ·v + (1 − ρ)·g²        (1)  0 at the start
 *   θ ← θ − α·g / (√v + ε)      (2)
 * </pre>
 *
 * <p>Since v begins at 0, first steps are longer than α by up to 1/√(1 − ρ): 3 times with ρ = 0.9. {@link Adam} with β₁ = 0 is the
 * same without this. All operations are coordinate by coordinate. Cost per step: O(p) time, p numbers of state.
 *
 * <p><b>Differences from the source:</b> ε, outside of the root, which the lecture leaves open.
 *
 * <p><b>References</b>
 * <ol><li>T. Tieleman, G. Hinton (2012): Lecture 6.5, RMSProp: Divide the Gradient by a Running Average of its Recent Magnitude.
 *     Coursera: Neural Networks for Machine Learning.</ol>
 *
 * @param learningRate α
 * @param decay ρ; in [0, 1)
 * @param epsilon ε, keeps the quotient finite where the gradient is 0; finite and &gt; 0
 * @since 0.1.0
 */
public record RmsProp(Schedule learningRate, double decay, double epsilon) implements Update {

    /** Checks the ranges. */
    public RmsProp {
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
    public static RmsProp withLearningRate(double learningRate) {
        return new RmsProp(Schedule.constant(learningRate), 0.99, 1e-8);
    }

    @Override
    public void delta(Oracle oracle, Memory memory, double[] delta) {
        double alpha = oracle.learningRate();
        double[] g = oracle.gradient();
        double[] v = memory.array("v", g.length);
        for (int j = 0; j < g.length; j++) {
            v[j] = decay * v[j] + (1 - decay) * g[j] * g[j]; // (1)
            delta[j] = -alpha * g[j] / (sqrt(v[j]) + epsilon); // (2)
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
        for (int j = 0; j < s.length; j++) {
            s[j] = alpha / (sqrt(v[j]) + epsilon);
        }
    }

    @Override
    public String formula() {
        return "θ ← θ − α·g / (√v + ε)";
    }

    @Override
    public String source() {
        return "T. Tieleman, G. Hinton (2012): Lecture 6.5, RMSProp";
    }
}
