package dev.limpid.core.update;

import dev.limpid.core.internal.update.Settings;
import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.training.Memory;
import java.util.Objects;

/**
 * Nesterov's momentum: the gradient counts where the velocity is about to lead, not where it has led so far.
 *
 * <pre>
 *   v ← μ·v + g             (1)  velocity, 0 at the start
 *   θ ← θ − α·(g + μ·v)     (2)
 * </pre>
 *
 * <p>Here θ is the point ahead, x + μ·(last step of x), at which the gradient is asked; x itself is never formed. Under a
 * gradient that stays, steps grow to 1/(1 − μ) of those of {@link Sgd}. Cost per step: O(p) time, p numbers of state.
 *
 * <p><b>Differences from the paper:</b> μ is constant, as in Sutskever et al.; the answer is the point ahead.
 *
 * <p><b>References</b>
 * <ol><li>Y. Nesterov (1983): A Method of Solving a Convex Programming Problem with Convergence Rate O(1/k²). Soviet Mathematics
 *     Doklady 27.
 *     <li>I. Sutskever, J. Martens, G. Dahl, G. Hinton (2013): On the Importance of Initialization and Momentum in Deep Learning.
 *     ICML.</ol>
 *
 * @param learningRate α
 * @param momentum μ, how much of the velocity is kept; in [0, 1)
 * @since 0.1.0
 */
public record Nesterov(Schedule learningRate, double momentum) implements Update {

    /** Checks the range. */
    public Nesterov {
        Objects.requireNonNull(learningRate, "learningRate");
        Settings.decay("momentum", momentum);
    }

    /**
     * The usual settings.
     *
     * @param learningRate α; finite and &gt; 0
     * @return μ = 0.9
     */
    public static Nesterov withLearningRate(double learningRate) {
        return new Nesterov(Schedule.constant(learningRate), 0.9);
    }

    @Override
    public void delta(Oracle oracle, Memory memory, double[] delta) {
        double alpha = oracle.learningRate();
        double[] g = oracle.gradient();
        double[] v = memory.array("v", g.length);
        for (int j = 0; j < g.length; j++) {
            v[j] = momentum * v[j] + g[j]; // (1)
            delta[j] = -alpha * (g[j] + momentum * v[j]); // (2)
        }
    }

    @Override
    public double proxStep(double alpha) {
        return alpha / (1 - momentum);
    }

    @Override
    public String formula() {
        return "θ ← θ − α·(g + μ·v),  v ← μ·v + g";
    }

    @Override
    public String source() {
        return "Y. Nesterov (1983): A Method of Solving a Convex Programming Problem with Convergence Rate O(1/k²)";
    }
}
