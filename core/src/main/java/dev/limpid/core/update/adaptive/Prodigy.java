package dev.limpid.core.update.adaptive;

import static java.lang.Math.sqrt;

import dev.limpid.core.internal.update.Settings;
import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.training.Memory;
import dev.limpid.core.update.Oracle;
import dev.limpid.core.update.Update;
import java.util.Objects;

/**
 * Prodigy: Adam that finds its own learning rate, from how far the run has come against its gradients.
 *
 * <pre>
 *   m ← β₁·m + (1 − β₁)·d·g                              (1)  0 at the start
 *   v ← β₂·v + (1 − β₂)·d²·g²                            (2)  0 at the start
 *   r ← √β₂·r + (1 − √β₂)·α·d²·⟨g, θ₀ − θ⟩               (3)  0 at the start
 *   s ← √β₂·s + (1 − √β₂)·α·d²·g                         (4)  0 at the start
 *   θ ← θ − α·d·m / (√v + d·ε)                           (5)
 *   d ← max(d, r/‖s‖₁)                                   (6)  d₀ at the start; as it is while s = 0
 * </pre>
 *
 * <p>θ₀ is where the run began. d is the estimate of the distance from there to the minimum, in the norm that fits Adam's steps; α
 * stays at 1 or falls from it by a schedule. Cost per step: O(p) time, 4·p + 2 numbers of state.
 *
 * <p><b>Differences from the paper:</b> none.
 *
 * <p><b>References</b>
 * <ol><li>K. Mishchenko, A. Defazio (2024): Prodigy: An Expeditiously Adaptive Parameter-Free Learner. ICML. arXiv:2306.06101,
 *     Algorithm 4.</ol>
 *
 * @param learningRate α, a factor on the rate that is found
 * @param beta1 decay β₁ of the first moment; in [0, 1)
 * @param beta2 decay β₂ of the second moment; in (0, 1)
 * @param epsilon ε; finite and &gt; 0
 * @param start d₀, an estimate that is too small for certain; finite and &gt; 0
 * @since 0.1.0
 */
public record Prodigy(Schedule learningRate, double beta1, double beta2, double epsilon, double start)
        implements Update {

    /** Checks the ranges. */
    public Prodigy {
        Objects.requireNonNull(learningRate, "learningRate");
        Settings.decay("beta1", beta1);
        Settings.inside("beta2", beta2);
        Settings.positive("epsilon", epsilon);
        Settings.positive("start", start);
    }

    /**
     * The paper's settings.
     *
     * @return α = 1, β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸, d₀ = 10⁻⁶
     */
    public static Prodigy defaults() {
        return withSchedule(Schedule.constant(1));
    }

    /**
     * The paper's settings with a schedule that begins at 1.
     *
     * @param factor α
     * @return β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸, d₀ = 10⁻⁶
     */
    public static Prodigy withSchedule(Schedule factor) {
        return new Prodigy(factor, 0.9, 0.999, 1e-8, 1e-6);
    }

    @Override
    public void delta(Oracle oracle, Memory memory, double[] delta) {
        double alpha = oracle.learningRate();
        double[] g = oracle.gradient();
        double[] theta = oracle.theta();
        if (!memory.has("theta0")) {
            memory.put("theta0", theta);
        }
        double[] theta0 = memory.array("theta0", g.length);
        double[] m = memory.array("m", g.length);
        double[] v = memory.array("v", g.length);
        double[] s = memory.array("s", g.length);
        double d = memory.number("d", start);
        double root = sqrt(beta2);
        double travelled = 0;
        double size = 0;
        for (int j = 0; j < g.length; j++) {
            m[j] = beta1 * m[j] + (1 - beta1) * d * g[j]; // (1)
            v[j] = beta2 * v[j] + (1 - beta2) * d * d * g[j] * g[j]; // (2)
            travelled += g[j] * (theta0[j] - theta[j]);
            s[j] = root * s[j] + (1 - root) * alpha * d * d * g[j]; // (4)
            size += Math.abs(s[j]);
            delta[j] = -alpha * d * m[j] / (sqrt(v[j]) + d * epsilon); // (5)
        }
        double r = root * memory.number("r", 0) + (1 - root) * alpha * d * d * travelled; // (3)
        memory.put("r", r);
        memory.put("d", size == 0 ? d : Math.max(d, r / size)); // (6)
    }

    @Override
    public double proxStep(double alpha) {
        return Double.NaN; // each parameter has a step length of its own
    }

    @Override
    public String formula() {
        return "θ ← θ − α·d·m / (√v + d·ε),  d ← max(d, r/‖s‖₁)";
    }

    @Override
    public String source() {
        return "K. Mishchenko, A. Defazio (2024): Prodigy: An Expeditiously Adaptive Parameter-Free Learner";
    }
}
