package dev.limpid.core.update.stage;

import dev.limpid.core.internal.update.Norms;
import dev.limpid.core.internal.update.Settings;
import dev.limpid.core.training.Memory;
import dev.limpid.core.update.GradientStage;
import dev.limpid.core.update.Oracle;

/**
 * Sharpness-aware minimisation: the update is shown the gradient at the worst point nearby, on the same batch.
 *
 * <pre>
 *   e = ρ·g/‖g‖         (1)  uphill by ρ; 0 where g is 0
 *   g ← ∇F(θ + e)       (2)
 * </pre>
 *
 * <p>Around {@link dev.limpid.core.update.Sgd} this is the paper's algorithm; around any update its base optimizer. Cost per
 * step: two gradients, no state.
 *
 * <p><b>Differences from the paper:</b> none (p = 2).
 *
 * <p><b>References</b>
 * <ol><li>P. Foret, A. Kleiner, H. Mobahi, B. Neyshabur (2021): Sharpness-Aware Minimization for Efficiently Improving
 *     Generalization. ICLR. arXiv:2010.01412, Algorithm 1.</ol>
 *
 * @param radius ρ; finite and &gt; 0
 * @since 0.1.0
 */
public record Sam(double radius) implements GradientStage {

    /** Checks the range. */
    public Sam {
        Settings.positive("radius", radius);
    }

    /**
     * Looks uphill.
     *
     * @param radius ρ, how far; finite and &gt; 0; the paper's is 0.05
     * @return the stage
     */
    public static Sam of(double radius) {
        return new Sam(radius);
    }

    @Override
    public void change(Oracle oracle, Memory memory, double[] g) {
        double norm = Norms.norm(g);
        if (norm == 0) {
            return;
        }
        double[] p = oracle.theta();
        for (int j = 0; j < g.length; j++) {
            p[j] += radius * (g[j] / norm); // (1)
        }
        double[] ahead = oracle.at(p).gradient(); // (2)
        System.arraycopy(ahead, 0, g, 0, g.length);
    }

    @Override
    public String formula() {
        return "g ← ∇F(θ + " + radius + "·g/‖g‖)";
    }

    @Override
    public String source() {
        return "P. Foret, A. Kleiner, H. Mobahi, B. Neyshabur (2021): Sharpness-Aware Minimization for Efficiently Improving "
                + "Generalization";
    }
}
