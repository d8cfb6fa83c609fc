package dev.limpid.core.update;

import dev.limpid.core.internal.update.Norms;
import dev.limpid.core.internal.update.Settings;
import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.training.Memory;
import java.util.Objects;

/**
 * Polyak's step: as long as it takes a straight slope to fall from the objective's value to its minimum.
 *
 * <pre>
 *   γ = min(α, max(0, F(θ) − F*) / (c·‖g‖²))    (1)
 *   θ ← θ − γ·g                                 (2)
 * </pre>
 *
 * <p>F and g are those of the batch, F* is the least value that a batch can have: 0 for most losses if the model can fit every
 * row. A batch that is better than F* makes no step. The learning rate α is only the longest step allowed. Where F* is not
 * known, {@link PolyakLevel} finds it. Cost per step: O(p) time, no state.
 *
 * <p><b>Differences from the paper:</b> none; c = 1 is Polyak's own, c = ½ that of Loizou et al. for convex sums.
 *
 * <p><b>References</b>
 * <ol><li>B. T. Polyak (1969): Minimization of Unsmooth Functionals. USSR Computational Mathematics and Mathematical Physics 9.
 *     <li>N. Loizou, S. Vaswani, I. Laradji, S. Lacoste-Julien (2021): Stochastic Polyak Step-size for SGD: An Adaptive Learning
 *     Rate for Fast Convergence. AISTATS. arXiv:2002.10542, SPSmax.</ol>
 *
 * @param learningRate α, the longest step in units of g
 * @param minimum F*; finite
 * @param share c; finite and &gt; 0
 * @since 0.1.0
 */
public record PolyakStep(Schedule learningRate, double minimum, double share) implements Update {

    /** Checks the ranges. */
    public PolyakStep {
        Objects.requireNonNull(learningRate, "learningRate");
        Settings.finite("minimum", minimum);
        Settings.positive("share", share);
    }

    /**
     * The settings of Loizou et al. for convex sums.
     *
     * @param minimum F*, least value of a batch; finite
     * @param longest α, the longest step in units of the gradient; finite and &gt; 0
     * @return c = ½
     */
    public static PolyakStep withMinimum(double minimum, double longest) {
        return new PolyakStep(Schedule.constant(longest), minimum, 0.5);
    }

    @Override
    public void delta(Oracle oracle, Memory memory, double[] delta) {
        double[] g = oracle.gradient();
        double gamma = length(oracle.value() - minimum, share, g, oracle.learningRate()); // (1)
        for (int j = 0; j < g.length; j++) {
            delta[j] = -gamma * g[j]; // (2)
        }
    }

    /** Line (1); α where the quotient overflows because g is next to nothing. */
    static double length(double above, double share, double[] g, double alpha) {
        double norm = Norms.norm(g);
        double gamma = norm == 0 || above <= 0 ? 0 : above / norm / (share * norm);
        return Math.min(alpha, gamma);
    }

    @Override
    public double proxStep(double alpha) {
        return Double.NaN; // γ knows nothing of the penalty
    }

    @Override
    public String formula() {
        return "θ ← θ − γ·g,  γ = min(α, (F − " + minimum + ") / (" + share + "·‖g‖²))";
    }

    @Override
    public String source() {
        return "B. T. Polyak (1969): Minimization of Unsmooth Functionals; N. Loizou et al. (2021): Stochastic Polyak Step-size "
                + "for SGD";
    }
}
