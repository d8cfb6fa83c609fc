package dev.limpid.core.optimizer.coordinate;

import dev.limpid.core.internal.optimizer.Checks;
import dev.limpid.core.internal.optimizer.LinearProblem;
import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.Curved;
import dev.limpid.core.objective.Objective;
import dev.limpid.core.optimizer.Need;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.penalty.SeparablePenalty;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;

/**
 * Prox-Newton: each step minimises the objective's local quadratic plus the penalty.
 *
 * <p>It minimises F = S + Ω, S with a local quadratic, Ω(θ) = Σⱼ ωⱼ(θⱼ). Step k = 1, 2, … from θ:
 *
 * <pre>
 *   S(θ + d) ≈ S(θ) + ⟨G, d⟩ + ½·dᵀ·B·d                                   (1)
 *   vⱼ ← Bⱼⱼ·|θⱼ − prox of ωⱼ at θⱼ − Gⱼ/Bⱼⱼ with step 1/Bⱼⱼ|             (2)  violation, 0 for all j at a minimum
 *   x ≈ argmin ⟨G, d⟩ + ½·dᵀ·B·d + Ω(x),  d = x − θ                       (3)  sweeps over coordinates with extrapolation
 *   D ← ⟨G, d⟩ + Ω(x) − Ω(θ);  α ← 1
 *   while F(θ + α·d) &gt; F(θ) + σ·α·D: α ← α/2                             (4)  σ = 10⁻⁴
 *   θ ← θ + α·d                                                           (5)
 * </pre>
 *
 * <p>It has converged when maxⱼ vⱼ ≤ tolerance·max(maxⱼ vⱼ at θ₀, ‖∇S(θ₀)‖∞). (3) ends where no move of a sweep is above a
 * hundredth of the largest violation.
 *
 * <p>Use it where p is at most a few thousand, for losses of any number of scores and for objectives that are no sum over
 * rows. Cost per step: the matrix B, and sweeps of p² multiplications.
 *
 * <p><b>Differences from the paper:</b> (3) ends by a part of the violation instead of the adaptive rule of section 2.3.
 *
 * <p><b>References</b>
 * <ol><li>J. D. Lee, Y. Sun, M. A. Saunders (2014): Proximal Newton-type Methods for Minimizing Composite Functions. SIAM Journal
 *     on Optimization 24, Algorithm 1.</ol>
 *
 * @param tolerance part of the first gradient at which to stop; in [0, 1)
 * @since 0.1.0
 */
public record ProxNewton(double tolerance) implements Optimizer<Objective> {

    /** Checks the range. */
    public ProxNewton {
        Checks.tolerance(tolerance);
    }

    /**
     * The usual settings.
     *
     * @return tolerance 10⁻⁸
     */
    public static ProxNewton defaults() {
        return new ProxNewton(1e-8);
    }

    /**
     * Returns a copy with another tolerance.
     *
     * @param newTolerance part of the first gradient at which to stop; in [0, 1)
     * @return the copy
     */
    public ProxNewton withTolerance(double newTolerance) {
        return new ProxNewton(newTolerance);
    }

    @Override
    public Need<Objective> needs() {
        return new Need<>(
                Objective.class,
                true,
                "a smooth objective with a local quadratic, with or without a penalty that is a sum over coordinates");
    }

    @Override
    public ParameterRun start(Objective objective, double[] theta0, long seed, Memory memory) {
        Objective smooth = objective instanceof Composite<?> composite ? composite.smooth() : objective;
        if (!(smooth instanceof Curved curved)) {
            throw needs().refusal(name(), "the objective offers no Curved view", objective);
        }
        if (!curved.kink().isEmpty()) {
            throw needs().refusal(name(), curved.kink() + " has kinks", objective);
        }
        Composite<?> whole = objective instanceof Composite<?> composite ? composite : Composite.of(curved);
        SeparablePenalty penalty = LinearProblem.separable(name(), needs(), whole);
        Checks.theta0(theta0, objective.blocks().size());
        return new ProxNewtonRun(this, whole, curved, penalty, theta0, memory);
    }

    @Override
    public String formula() {
        return "θ ← θ + α·d, θ + d the minimum of the local quadratic plus Ω";
    }

    @Override
    public String source() {
        return "J. D. Lee, Y. Sun, M. A. Saunders (2014): Proximal Newton-type Methods for Minimizing Composite Functions";
    }
}
