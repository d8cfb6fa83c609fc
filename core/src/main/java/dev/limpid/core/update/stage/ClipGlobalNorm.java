package dev.limpid.core.update.stage;

import dev.limpid.core.internal.update.Norms;
import dev.limpid.core.internal.update.Settings;
import dev.limpid.core.training.Memory;
import dev.limpid.core.update.GradientStage;
import dev.limpid.core.update.Oracle;

/**
 * Gradient clipping by norm: gradients are never longer than a bound, and keep their direction.
 *
 * <pre>
 *   g ← g·min(1, c/‖g‖)    (1)  ‖g‖ over all parameters together
 * </pre>
 *
 * <p>A gradient of 0 stays 0; one that is not finite becomes NaN, so that the run stops and says so.
 *
 * <p><b>Differences from the paper:</b> none.
 *
 * <p><b>References</b>
 * <ol><li>R. Pascanu, T. Mikolov, Y. Bengio (2013): On the Difficulty of Training Recurrent Neural Networks. ICML.
 *     arXiv:1211.5063, Algorithm 1.</ol>
 *
 * @param maxNorm c, the largest Euclidean norm of all gradient entries together; finite and &gt; 0
 * @since 0.1.0
 */
public record ClipGlobalNorm(double maxNorm) implements GradientStage {

    /** Checks the range. */
    public ClipGlobalNorm {
        Settings.positive("maxNorm", maxNorm);
    }

    /**
     * Clips at a norm.
     *
     * @param maxNorm c; finite and &gt; 0
     * @return the stage
     */
    public static ClipGlobalNorm of(double maxNorm) {
        return new ClipGlobalNorm(maxNorm);
    }

    @Override
    public void change(Oracle oracle, Memory memory, double[] g) {
        double norm = Norms.norm(g);
        if (norm <= maxNorm) {
            return;
        }
        for (int j = 0; j < g.length; j++) {
            g[j] = g[j] / norm * maxNorm; // (1)
        }
    }

    @Override
    public String formula() {
        return "g ← g·min(1, " + maxNorm + "/‖g‖)";
    }

    @Override
    public String source() {
        return "R. Pascanu, T. Mikolov, Y. Bengio (2013): On the Difficulty of Training Recurrent Neural Networks";
    }
}
