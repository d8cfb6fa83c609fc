package dev.limpid.core.update;

import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.training.Memory;
import java.util.Objects;

/**
 * Stochastic gradient descent.
 *
 * <pre>
 *   θ ← θ − α·g    (1)
 * </pre>
 *
 * <p>Cost per step: O(p) time, no state.
 *
 * <p><b>References</b>
 * <ol><li>H. Robbins, S. Monro (1951): A Stochastic Approximation Method. Annals of Mathematical Statistics 22.</ol>
 *
 * @param learningRate α
 * @since 0.1.0
 */
public record Sgd(Schedule learningRate) implements Update {

    /** Checks that there is a learning rate. */
    public Sgd {
        Objects.requireNonNull(learningRate, "learningRate");
    }

    /**
     * Descends with the same learning rate in each step.
     *
     * @param learningRate α; finite and &gt; 0
     * @return the update
     */
    public static Sgd withLearningRate(double learningRate) {
        return new Sgd(Schedule.constant(learningRate));
    }

    @Override
    public void delta(Oracle oracle, Memory memory, double[] delta) {
        double alpha = oracle.learningRate();
        double[] g = oracle.gradient();
        for (int j = 0; j < g.length; j++) {
            delta[j] = -alpha * g[j]; // (1)
        }
    }

    @Override
    public String formula() {
        return "θ ← θ − α·g";
    }

    @Override
    public String source() {
        return "H. Robbins, S. Monro (1951): A Stochastic Approximation Method";
    }
}
