package dev.limpid.core.update.adaptive;

import dev.limpid.core.internal.update.Settings;
import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.training.Memory;
import dev.limpid.core.update.Oracle;
import dev.limpid.core.update.Update;
import dev.limpid.core.update.stage.DecoupledDecay;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * Sophia: steps divided by a running estimate of the Hessian's diagonal, and clipped where it is small, negative or stale.
 *
 * <pre>
 *   m ← β₁·m + (1 − β₁)·g                       (1)  first moment, 0 at the start
 *   in steps 1, 1 + k, 1 + 2k, …:
 *     ĥ = z∘(H·z),  zⱼ = ±1 at random           (2)  Hutchinson's estimate of the diagonal of H
 *     h ← β₂·h + (1 − β₂)·ĥ                     (3)  0 at the start
 *   δ = −α·clip(m / max(γ·h, ε), 1)             (4)  clip(x, 1) = max(−1, min(1, x))
 *   δ ← δ − α·λ·θ                               (5)  weights only, not intercepts
 *   θ ← θ + δ
 * </pre>
 *
 * <p>z comes from {@link Oracle#random}, H·z from {@link Oracle#hessianTimes}: two more gradients in each k-th step. Cost per step
 * otherwise: O(p) time, 2·p + 1 numbers of state.
 *
 * <p><b>Differences from the paper:</b> z is ±1 instead of normal, which has the same mean and less variance; the Gauss–Newton–
 * Bartlett estimate is not offered, since it draws labels from the model, which an update doesn't see. λ is 0 unless
 * {@link #withDecay} says otherwise.
 *
 * <p><b>References</b>
 * <ol><li>H. Liu, Z. Li, D. Hall, P. Liang, T. Ma (2024): Sophia: A Scalable Stochastic Second-order Optimizer for Language Model
 *     Pre-training. ICLR. arXiv:2305.14342, Algorithms 1 and 3.
 *     <li>M. F. Hutchinson (1990): A Stochastic Estimator of the Trace of the Influence Matrix for Laplacian Smoothing Splines.
 *     Communications in Statistics 19.</ol>
 *
 * @param learningRate α, the longest step of a parameter but for its decay
 * @param beta1 decay β₁ of the first moment; in [0, 1)
 * @param beta2 decay β₂ of the estimated diagonal; in [0, 1)
 * @param gamma γ, the smaller, the longer steps are and the more of them are clipped; finite and &gt; 0
 * @param epsilon ε, takes the place of curvature that is not above it; finite and &gt; 0
 * @param every k, steps from one estimate to the next; ≥ 1
 * @param decay λ; finite and ≥ 0
 * @since 0.1.0
 */
public record Sophia(
        Schedule learningRate, double beta1, double beta2, double gamma, double epsilon, int every, double decay)
        implements Update {

    /** Checks the ranges. */
    public Sophia {
        Objects.requireNonNull(learningRate, "learningRate");
        Settings.decay("beta1", beta1);
        Settings.decay("beta2", beta2);
        Settings.positive("gamma", gamma);
        Settings.positive("epsilon", epsilon);
        Settings.atLeastOne("every", every);
        Settings.notNegative("decay", decay);
    }

    /**
     * The paper's settings for Hutchinson's estimate, without decay.
     *
     * @param learningRate α; finite and &gt; 0
     * @return β₁ = 0.96, β₂ = 0.99, γ = 0.01, ε = 10⁻¹², k = 10, λ = 0
     */
    public static Sophia withLearningRate(double learningRate) {
        return new Sophia(Schedule.constant(learningRate), 0.96, 0.99, 0.01, 1e-12, 10, 0);
    }

    /**
     * Returns a copy with another decay.
     *
     * @param newDecay λ; finite and ≥ 0
     * @return the copy
     */
    public Sophia withDecay(double newDecay) {
        return new Sophia(learningRate, beta1, beta2, gamma, epsilon, every, newDecay);
    }

    @Override
    public void delta(Oracle oracle, Memory memory, double[] delta) {
        double alpha = oracle.learningRate();
        double[] g = oracle.gradient();
        double[] m = memory.array("m", g.length);
        double[] h = memory.array("h", g.length);
        double[] t = memory.array("t", 1);
        if (t[0] % every == 0) {
            estimate(oracle, h);
        }
        t[0]++;
        for (int j = 0; j < g.length; j++) {
            m[j] = beta1 * m[j] + (1 - beta1) * g[j]; // (1)
            double newton = m[j] / Math.max(gamma * h[j], epsilon);
            delta[j] = -alpha * Math.max(-1, Math.min(1, newton)); // (4)
        }
        DecoupledDecay.of(decay).change(oracle, memory, delta); // (5)
    }

    @Override
    public double proxStep(double alpha) {
        return Double.NaN; // each parameter has a step length of its own
    }

    @Override
    public String formula() {
        return "θ ← θ − α·(clip(m / max(γ·h, ε), 1) + λ·θ)";
    }

    @Override
    public String source() {
        return "H. Liu, Z. Li, D. Hall, P. Liang, T. Ma (2024): Sophia: A Scalable Stochastic Second-order Optimizer for "
                + "Language Model Pre-training";
    }

    private void estimate(Oracle oracle, double[] h) {
        RandomGenerator random = oracle.random();
        double[] z = new double[h.length];
        for (int j = 0; j < z.length; j++) {
            z[j] = random.nextBoolean() ? 1 : -1;
        }
        double[] product = oracle.hessianTimes(z);
        for (int j = 0; j < h.length; j++) {
            h[j] = beta2 * h[j] + (1 - beta2) * (z[j] * product[j]); // (2), (3)
        }
    }
}
