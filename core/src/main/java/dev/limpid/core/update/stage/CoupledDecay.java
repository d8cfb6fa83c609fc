package dev.limpid.core.update.stage;

import dev.limpid.core.internal.update.Settings;
import dev.limpid.core.parameter.Block;
import dev.limpid.core.parameter.Role;
import dev.limpid.core.training.Memory;
import dev.limpid.core.update.GradientStage;
import dev.limpid.core.update.Oracle;

/**
 * Weight decay as the gradient of an L2 penalty: it goes through all that the update does with gradients.
 *
 * <pre>
 *   gⱼ ← gⱼ + λ·θⱼ    (1)  for weights, not for intercepts
 * </pre>
 *
 * <p>With {@link dev.limpid.core.update.Sgd} this is decay as {@link DecoupledDecay} does it; with Adam it is not: there, decay
 * that enters the moments is divided by them. The objective's value knows nothing of it: where F should have λ/2·‖θ‖², give it an
 * {@code L2Penalty} instead.
 *
 * <p><b>References</b>
 * <ol><li>A. Krogh, J. A. Hertz (1992): A Simple Weight Decay Can Improve Generalization. NIPS.</ol>
 *
 * @param strength λ; finite and ≥ 0
 * @since 0.1.0
 */
public record CoupledDecay(double strength) implements GradientStage {

    /** Checks the range. */
    public CoupledDecay {
        Settings.notNegative("strength", strength);
    }

    /**
     * Adds decay to gradients.
     *
     * @param strength λ; finite and ≥ 0
     * @return the stage
     */
    public static CoupledDecay of(double strength) {
        return new CoupledDecay(strength);
    }

    @Override
    public void change(Oracle oracle, Memory memory, double[] g) {
        double[] theta = oracle.theta();
        for (Block b : oracle.blocks().list()) {
            for (int j = b.offset(); j < b.end() && b.role() == Role.WEIGHTS; j++) {
                g[j] += strength * theta[j]; // (1)
            }
        }
    }

    @Override
    public String formula() {
        return "g ← g + " + strength + "·θ";
    }

    @Override
    public String source() {
        return "A. Krogh, J. A. Hertz (1992): A Simple Weight Decay Can Improve Generalization";
    }
}
