package dev.limpid.core.update.adaptive;

import static java.lang.Math.sqrt;

import dev.limpid.core.internal.update.Settings;
import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.training.Memory;
import dev.limpid.core.update.Oracle;
import dev.limpid.core.update.Update;
import java.util.Objects;

/**
 * RAdam: Adam that takes plain steps of its first moment until the second one rests on enough gradients.
 *
 * <pre>
 *   m ← β₁·m + (1 − β₁)·g                                        (1)  first moment, 0 at the start
 *   v ← β₂·v + (1 − β₂)·g²                                       (2)  second moment, 0 at the start
 *   ρ∞ = 2/(1 − β₂) − 1,  ρ = ρ∞ − 2·t·β₂ᵗ/(1 − β₂ᵗ)             (3)  how many gradients v rests on
 *   r = √((ρ − 4)(ρ − 2)ρ∞ / ((ρ∞ − 4)(ρ∞ − 2)ρ))                (4)
 *   m̂ = m / (1 − β₁ᵗ)                                            (5)
 *   θ ← θ − α·r·m̂·√(1 − β₂ᵗ) / (√v + ε)   if ρ &gt; 5               (6)
 *   θ ← θ − α·m̂                           otherwise              (7)
 * </pre>
 *
 * <p>With β₂ = 0.999 the first five steps are plain: they are as long as the gradient, not as α. Coordinate by coordinate. Cost per
 * step: O(p) time, 2·p + 1 numbers of state.
 *
 * <p><b>Differences from the paper:</b> the bound of (6) is 5, as in the authors' code and PyTorch, 4 in the paper; ε, which the
 * paper leaves out, is added before the bias of v is undone, as there.
 *
 * <p><b>References</b>
 * <ol><li>L. Liu and others (2020): On the Variance of the Adaptive Learning Rate and Beyond. ICLR. arXiv:1908.03265,
 *     Algorithm 2.</ol>
 *
 * @param learningRate α
 * @param beta1 decay β₁ of the first moment; in [0, 1)
 * @param beta2 decay β₂ of the second moment; in (⅔, 1), below which v never rests on five gradients
 * @param epsilon ε, keeps the quotient finite where the gradient is 0; finite and &gt; 0
 * @since 0.1.0
 */
public record Radam(Schedule learningRate, double beta1, double beta2, double epsilon) implements Update {

    /** Checks the ranges. */
    public Radam {
        Objects.requireNonNull(learningRate, "learningRate");
        Settings.decay("beta1", beta1);
        if (!(beta2 > 2.0 / 3 && beta2 < 1)) {
            throw new IllegalArgumentException("beta2 must be in (2/3, 1), but was " + beta2);
        }
        Settings.positive("epsilon", epsilon);
    }

    /**
     * The usual settings.
     *
     * @param learningRate α; finite and &gt; 0
     * @return β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸
     */
    public static Radam withLearningRate(double learningRate) {
        return new Radam(Schedule.constant(learningRate), 0.9, 0.999, 1e-8);
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
        double rho = rho(t[0], beta2Power); // (3)
        double r = rectification(rho); // (4), NaN and not used in (7)
        for (int j = 0; j < g.length; j++) {
            m[j] = beta1 * m[j] + (1 - beta1) * g[j]; // (1)
            v[j] = beta2 * v[j] + (1 - beta2) * g[j] * g[j]; // (2)
            double mHat = m[j] / (1 - beta1Power); // (5)
            delta[j] = rho > 5
                    ? -alpha * r * mHat * sqrt(1 - beta2Power) / (sqrt(v[j]) + epsilon) // (6)
                    : -alpha * mHat; // (7)
        }
    }

    @Override
    public double proxStep(double alpha) {
        return Double.NaN; // each parameter has a step length of its own
    }

    @Override
    public boolean scalesParameters() {
        return true;
    }

    @Override
    public void proxSteps(Oracle oracle, Memory memory, double[] s) {
        double alpha = oracle.learningRate();
        double[] v = memory.array("v", s.length);
        double t = memory.number("t", 0);
        double beta2Power = Math.pow(beta2, t);
        double rho = rho(t, beta2Power);
        double r = rectification(rho);
        for (int j = 0; j < s.length; j++) {
            s[j] = rho > 5 ? alpha * r * sqrt(1 - beta2Power) / (sqrt(v[j]) + epsilon) : alpha;
        }
    }

    @Override
    public String formula() {
        return "θ ← θ − α·r·m̂·√(1 − β₂ᵗ) / (√v + ε), or θ ← θ − α·m̂ in the first steps";
    }

    @Override
    public String source() {
        return "L. Liu and others (2020): On the Variance of the Adaptive Learning Rate and Beyond";
    }

    private double rho(double t, double beta2Power) {
        return rhoMax() - 2 * t * beta2Power / (1 - beta2Power);
    }

    private double rhoMax() {
        return 2 / (1 - beta2) - 1;
    }

    private double rectification(double rho) {
        double max = rhoMax();
        return sqrt((rho - 4) * (rho - 2) * max / ((max - 4) * (max - 2) * rho));
    }
}
