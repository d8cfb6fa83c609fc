package dev.limpid.core.update.stage;

import dev.limpid.core.internal.update.Norms;
import dev.limpid.core.parameter.Block;
import dev.limpid.core.parameter.Role;
import dev.limpid.core.training.Memory;
import dev.limpid.core.update.Oracle;
import dev.limpid.core.update.StepStage;

/**
 * Layer-wise step lengths: each block of weights moves by the same share of its own size.
 *
 * <pre>
 *   u = −δ/α                                  (1)  the direction
 *   δ_b ← δ_b·‖θ_b‖/‖u_b‖                     (2)  for each block b of weights, not for intercepts;
 *                                                  as it is where ‖θ_b‖ or ‖u_b‖ is 0
 * </pre>
 *
 * <p>Behind {@link dev.limpid.core.update.adaptive.Adam} and {@link DecoupledDecay} this is LAMB, behind momentum it is LARS.
 * Weights that begin at 0 make plain steps until they have left it.
 *
 * <p><b>Differences from the paper:</b> the function φ of ‖θ_b‖ is φ(z) = z, and intercepts keep their plain steps, as biases do
 * in the authors' code.
 *
 * <p><b>References</b>
 * <ol><li>Y. You, I. Gitman, B. Ginsburg (2017): Large Batch Training of Convolutional Networks. arXiv:1708.03888.
 *     <li>Y. You and others (2020): Large Batch Optimization for Deep Learning: Training BERT in 76 minutes. ICLR.
 *     arXiv:1904.00962.</ol>
 *
 * @since 0.1.0
 */
public record TrustRatio() implements StepStage {

    @Override
    public void change(Oracle oracle, Memory memory, double[] delta) {
        double alpha = oracle.learningRate();
        double[] theta = oracle.theta();
        for (Block b : oracle.blocks().list()) {
            double size = Norms.norm(theta, b);
            double u = Norms.norm(delta, b) / alpha; // (1)
            if (b.role() != Role.WEIGHTS || size == 0 || u == 0) {
                continue;
            }
            for (int j = b.offset(); j < b.end(); j++) {
                delta[j] *= size / u; // (2)
            }
        }
    }

    @Override
    public double proxStep(double step) {
        return Double.NaN;
    }

    @Override
    public String formula() {
        return "δ_b ← δ_b·‖θ_b‖/‖u_b‖,  u = −δ/α";
    }

    @Override
    public String source() {
        return "Y. You, I. Gitman, B. Ginsburg (2017): Large Batch Training of Convolutional Networks";
    }
}
