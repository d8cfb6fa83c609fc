package dev.limpid.core.update.stage;

import dev.limpid.core.internal.update.Norms;
import dev.limpid.core.internal.update.Settings;
import dev.limpid.core.parameter.Block;
import dev.limpid.core.training.Memory;
import dev.limpid.core.update.GradientStage;
import dev.limpid.core.update.Oracle;

/**
 * Gradient clipping by norm, block by block: no block's gradient is longer than a bound, and each keeps its direction.
 *
 * <pre>
 *   g_b ← g_b·min(1, c/‖g_b‖)    (1)  for each block b of parameters
 * </pre>
 *
 * <p>Unlike {@link ClipGlobalNorm}, one wild block doesn't slow the others down; the direction of the whole gradient changes. A
 * gradient of 0 stays 0; a block with a number that is not finite becomes NaN.
 *
 * <p><b>References</b>
 * <ol><li>R. Pascanu, T. Mikolov, Y. Bengio (2013): On the Difficulty of Training Recurrent Neural Networks. ICML.
 *     arXiv:1211.5063, Algorithm 1, with a norm for each block.</ol>
 *
 * @param maxNorm c, the largest Euclidean norm of a block's gradient; finite and &gt; 0
 * @since 0.1.0
 */
public record ClipBlockNorm(double maxNorm) implements GradientStage {

    /** Checks the range. */
    public ClipBlockNorm {
        Settings.positive("maxNorm", maxNorm);
    }

    /**
     * Clips each block at the same norm.
     *
     * @param maxNorm c; finite and &gt; 0
     * @return the stage
     */
    public static ClipBlockNorm of(double maxNorm) {
        return new ClipBlockNorm(maxNorm);
    }

    @Override
    public void change(Oracle oracle, Memory memory, double[] g) {
        for (Block b : oracle.blocks().list()) {
            double norm = Norms.norm(g, b);
            if (norm <= maxNorm) {
                continue;
            }
            for (int j = b.offset(); j < b.end(); j++) {
                g[j] = g[j] / norm * maxNorm; // (1)
            }
        }
    }

    @Override
    public String formula() {
        return "g_b ← g_b·min(1, " + maxNorm + "/‖g_b‖)";
    }

    @Override
    public String source() {
        return "R. Pascanu, T. Mikolov, Y. Bengio (2013): On the Difficulty of Training Recurrent Neural Networks";
    }
}
