package dev.limpid.core.update.stage;

import dev.limpid.core.internal.update.Settings;
import dev.limpid.core.parameter.Block;
import dev.limpid.core.parameter.Role;
import dev.limpid.core.training.Memory;
import dev.limpid.core.update.Oracle;
import dev.limpid.core.update.StepStage;

/**
 * Decoupled weight decay: each step also shrinks the weights, whatever their gradients are.
 *
 * <pre>
 *   δⱼ ← δⱼ − α·λ·θⱼ    (1)  for weights, not for intercepts
 * </pre>
 *
 * <p>α is the learning rate of the step and θ the point where it begins. Decay is no part of the objective.
 *
 * <p><b>Differences from the paper:</b> there the decay is ηₜ·λ with a schedule multiplier ηₜ and without the base rate; here it
 * is αₜ·λ, as in PyTorch. Divide the paper's λ by the base rate.
 *
 * <p><b>References</b>
 * <ol><li>I. Loshchilov, F. Hutter (2019): Decoupled Weight Decay Regularization. ICLR. arXiv:1711.05101, Algorithm 2.</ol>
 *
 * @param strength λ; finite and ≥ 0
 * @since 0.1.0
 */
public record DecoupledDecay(double strength) implements StepStage {

    /** Checks the range. */
    public DecoupledDecay {
        Settings.notNegative("strength", strength);
    }

    /**
     * Shrinks weights in each step.
     *
     * @param strength λ; finite and ≥ 0
     * @return the stage
     */
    public static DecoupledDecay of(double strength) {
        return new DecoupledDecay(strength);
    }

    @Override
    public void change(Oracle oracle, Memory memory, double[] delta) {
        double alpha = oracle.learningRate();
        double[] theta = oracle.theta();
        for (Block b : oracle.blocks().list()) {
            for (int j = b.offset(); j < b.end() && b.role() == Role.WEIGHTS; j++) {
                delta[j] -= alpha * strength * theta[j]; // (1)
            }
        }
    }

    @Override
    public String formula() {
        return "δ ← δ − α·" + strength + "·θ";
    }

    @Override
    public String source() {
        return "I. Loshchilov, F. Hutter (2019): Decoupled Weight Decay Regularization";
    }
}
