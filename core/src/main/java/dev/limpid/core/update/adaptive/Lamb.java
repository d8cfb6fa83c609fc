package dev.limpid.core.update.adaptive;

import static java.lang.Math.sqrt;

import dev.limpid.core.internal.update.Norms;
import dev.limpid.core.internal.update.Settings;
import dev.limpid.core.parameter.Block;
import dev.limpid.core.parameter.Role;
import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.training.Memory;
import dev.limpid.core.update.Oracle;
import dev.limpid.core.update.Update;
import java.util.Objects;

/**
 * LAMB: Adam's direction, block by block as long as the block's weights are large.
 *
 * <pre>
 *   m ← β₁·m + (1 − β₁)·g              (1)  first moment, 0 at the start
 *   v ← β₂·v + (1 − β₂)·g²             (2)  second moment, 0 at the start
 *   m̂ = m / (1 − β₁ᵗ)                  (3)
 *   v̂ = v / (1 − β₂ᵗ)                  (4)
 *   u = m̂ / (√v̂ + ε) + λ·θ             (5)  λ for weights only
 *   r = ‖θ_b‖ / ‖u_b‖                  (6)  for each block b of weights; 1 where a norm is 0, and for intercepts
 *   θ_b ← θ_b − α·r·u_b                (7)
 * </pre>
 *
 * <p>The same as {@code Chain.of(new Adam(…)).onStep(DecoupledDecay.of(λ), new TrustRatio())}. Weights that begin at 0 make Adam's
 * steps until they have left it. Cost per step: O(p) time, 2·p + 1 numbers of state.
 *
 * <p><b>Differences from the paper:</b> its function φ of ‖θ_b‖ is φ(z) = z; intercepts are neither decayed nor scaled, as biases
 * in the authors' code.
 *
 * <p><b>References</b>
 * <ol><li>Y. You and others (2020): Large Batch Optimization for Deep Learning: Training BERT in 76 minutes. ICLR.
 *     arXiv:1904.00962, Algorithm 2.</ol>
 *
 * @param learningRate α
 * @param beta1 decay β₁ of the first moment; in [0, 1)
 * @param beta2 decay β₂ of the second moment; in [0, 1)
 * @param epsilon ε, keeps the quotient finite where the gradient is 0; finite and &gt; 0
 * @param decay λ; finite and ≥ 0
 * @since 0.1.0
 */
public record Lamb(Schedule learningRate, double beta1, double beta2, double epsilon, double decay) implements Update {

    /** Checks the ranges. */
    public Lamb {
        Objects.requireNonNull(learningRate, "learningRate");
        Settings.decay("beta1", beta1);
        Settings.decay("beta2", beta2);
        Settings.positive("epsilon", epsilon);
        Settings.notNegative("decay", decay);
    }

    /**
     * The authors' settings.
     *
     * @param learningRate α; finite and &gt; 0
     * @return β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁶, λ = 0.01
     */
    public static Lamb withLearningRate(double learningRate) {
        return new Lamb(Schedule.constant(learningRate), 0.9, 0.999, 1e-6, 0.01);
    }

    /**
     * Returns a copy with another decay.
     *
     * @param newDecay λ; finite and ≥ 0
     * @return the copy
     */
    public Lamb withDecay(double newDecay) {
        return new Lamb(learningRate, beta1, beta2, epsilon, newDecay);
    }

    @Override
    public void delta(Oracle oracle, Memory memory, double[] delta) {
        double alpha = oracle.learningRate();
        double[] g = oracle.gradient();
        double[] m = memory.array("m", g.length);
        double[] v = memory.array("v", g.length);
        double[] t = memory.array("t", 1);
        t[0]++;
        double beta1Power = Math.pow(beta1, t[0]);
        double beta2Power = Math.pow(beta2, t[0]);
        double[] u = new double[g.length];
        for (int j = 0; j < g.length; j++) {
            m[j] = beta1 * m[j] + (1 - beta1) * g[j]; // (1)
            v[j] = beta2 * v[j] + (1 - beta2) * g[j] * g[j]; // (2)
            double mHat = m[j] / (1 - beta1Power); // (3)
            double vHat = v[j] / (1 - beta2Power); // (4)
            u[j] = mHat / (sqrt(vHat) + epsilon); // (5)
        }
        double[] theta = oracle.theta();
        for (Block b : oracle.blocks().list()) {
            boolean weights = b.role() == Role.WEIGHTS;
            for (int j = b.offset(); j < b.end() && weights; j++) {
                u[j] += decay * theta[j]; // (5)
            }
            double r = weights ? ratio(Norms.norm(theta, b), Norms.norm(u, b)) : 1; // (6)
            for (int j = b.offset(); j < b.end(); j++) {
                delta[j] = -alpha * r * u[j]; // (7)
            }
        }
    }

    @Override
    public double proxStep(double alpha) {
        return Double.NaN; // each parameter has a step length of its own
    }

    @Override
    public String formula() {
        return "θ_b ← θ_b − α·‖θ_b‖/‖u_b‖·u_b,  u = m̂ / (√v̂ + ε) + λ·θ";
    }

    @Override
    public String source() {
        return "Y. You and others (2020): Large Batch Optimization for Deep Learning: Training BERT in 76 minutes";
    }

    private static double ratio(double weights, double direction) {
        return weights == 0 || direction == 0 ? 1 : weights / direction;
    }
}
