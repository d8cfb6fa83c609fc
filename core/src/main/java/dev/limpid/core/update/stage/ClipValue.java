package dev.limpid.core.update.stage;

import dev.limpid.core.internal.update.Settings;
import dev.limpid.core.training.Memory;
import dev.limpid.core.update.GradientStage;
import dev.limpid.core.update.Oracle;

/**
 * Gradient clipping by value: no entry of the gradient is beyond a bound. The direction changes.
 *
 * <pre>
 *   gⱼ ← max(−c, min(c, gⱼ))    (1)
 * </pre>
 *
 * <p>Where the direction should stay, use {@link ClipGlobalNorm}. A NaN stays a NaN; an infinite entry becomes NaN, so that the
 * run stops and says so.
 *
 * <p><b>References</b>
 * <ol><li>T. Mikolov (2012): Statistical Language Models Based on Neural Networks. PhD thesis, Brno University of Technology.</ol>
 *
 * @param max c; finite and &gt; 0
 * @since 0.1.0
 */
public record ClipValue(double max) implements GradientStage {

    /** Checks the range. */
    public ClipValue {
        Settings.positive("max", max);
    }

    /**
     * Clips each entry at the same bound.
     *
     * @param max c; finite and &gt; 0
     * @return the stage
     */
    public static ClipValue of(double max) {
        return new ClipValue(max);
    }

    @Override
    public void change(Oracle oracle, Memory memory, double[] g) {
        for (int j = 0; j < g.length; j++) {
            g[j] = Double.isInfinite(g[j]) ? Double.NaN : Math.max(-max, Math.min(max, g[j])); // (1)
        }
    }

    @Override
    public String formula() {
        return "gⱼ ← max(−" + max + ", min(" + max + ", gⱼ))";
    }

    @Override
    public String source() {
        return "T. Mikolov (2012): Statistical Language Models Based on Neural Networks";
    }
}
