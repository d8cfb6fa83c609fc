package dev.limpid.core.optimizer.splitting;

import dev.limpid.core.internal.optimizer.Checks;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.objective.Split;
import dev.limpid.core.optimizer.Lbfgs;
import dev.limpid.core.optimizer.Need;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import java.util.Objects;

/**
 * The alternating direction method of multipliers: each part of the objective is minimised apart from the others, with copies of the
 * parameters that are pulled together.
 *
 * <p>It minimises F = S + Ω₁ + … + Ωₘ in its consensus form, S(x) + Σᵢ Ωᵢ(zᵢ) with zᵢ = x. Step k = 0, 1, … from x, copies zᵢ, scaled
 * multipliers uᵢ, and a weight ρ:
 *
 * <pre>
 *   x ← argmin S(x) + ρ/2·Σᵢ ‖x − zᵢ + uᵢ‖²       (1)  by the inner optimizer, from x
 *   x̂ᵢ ← α·x + (1 − α)·zᵢ                         (2)  over-relaxation
 *   zᵢ⁺ ← prox of Ωᵢ at x̂ᵢ + uᵢ with step 1/ρ     (3)
 *   uᵢ ← uᵢ + x̂ᵢ − zᵢ⁺                            (4)
 *   r ← √Σᵢ ‖x − zᵢ⁺‖²,  s ← ‖∇S(x) + ρ·Σᵢ uᵢ‖     (5)  primal and dual residual
 *   X ← max(√m·‖x‖, ‖z⁺‖),  G ← ρ·‖Σᵢ uᵢ‖         (6)  sizes of θ and of ∇S; R and D the largest so far, ‖∇S(θ₀)‖ among those of D
 *   converged if r ≤ tolerance·R, s ≤ tolerance·D (7)
 *   q ← (r/X)/(s/G); unless ½ ≤ q ≤ 2:
 *     c ← √q within [1/10, 10],  ρ ← c·ρ,  u ← u/c (8)  balances the residuals, in every fifth of the first 1000 steps
 * </pre>
 *
 * <p>By (3) and (4), ρ·uᵢ is a subgradient of Ωᵢ at zᵢ⁺, so r = s = 0 is the minimum, however well (1) was solved. Factors on the objective or the parameters don't change (7) and (8). A run begins with zᵢ = θ₀, uᵢ = −∇S(θ₀)/(m·ρ), and ρ from the
 * change of ∇S over a short way, so that a start at the minimum stays there.
 *
 * <p>θ is the copy zᵢ with the least F: it is exactly sparse, or exactly inside a constraint, as its term makes it. Where each copy misses
 * a constraint of another term, F is +∞ at all of them; then θ is z₁ and the step reports an objective of NaN, while residuals still
 * show how far the run has come.
 *
 * <p>Use it for a sum of penalties whose prox isn't known (see {@link Split#split}); where it is, {@code Fista} needs no inner runs. The
 * penalties must be convex. Cost per step: one inner run, a gradient, m proxes; (2·m + 2)·p numbers of state.
 *
 * <p><b>Differences from the paper:</b> its dual residual ρ·‖Σᵢ (zᵢ⁺ − zᵢ)‖ is s where (1) is solved exactly and α = 1; its absolute tolerance is
 * replaced by the largest norms so far; residuals are balanced relative to
 * the present norms, as Wohlberg proposes, which takes some hundred times fewer steps where S curves much more one way than another; ρ is
 * fixed in the end, since convergence is proved for a fixed one.
 *
 * <p><b>References</b>
 * <ol><li>S. Boyd, N. Parikh, E. Chu, B. Peleato, J. Eckstein (2011): Distributed Optimization and Statistical Learning via the Alternating
 *     Direction Method of Multipliers. Foundations and Trends in Machine Learning 3(1), sections 3.3, 3.4 and 7.1.
 * <li>B. Wohlberg (2017): ADMM Penalty Parameter Selection by Residual Balancing. arXiv 1704.06209.</ol>
 *
 * @param inner minimises (1); about 4 digits are enough, as each run begins where the last one ended
 * @param relaxation α; in [1, 2)
 * @param tolerance relative residual at which to stop; in [0, 1)
 * @since 0.1.0
 */
public record Admm(Optimizer<? super Smooth> inner, double relaxation, double tolerance)
        implements Optimizer<Split<? extends Smooth>> {

    /** Checks the ranges. */
    public Admm {
        Objects.requireNonNull(inner, "inner");
        if (!(relaxation >= 1 && relaxation < 2)) {
            throw new IllegalArgumentException("relaxation must be in [1, 2), but was " + relaxation);
        }
        Checks.tolerance(tolerance);
    }

    /**
     * The usual settings.
     *
     * @return L-BFGS to 4 digits inside, α = 1.6, tolerance 10⁻⁸
     */
    public static Admm defaults() {
        return new Admm(Lbfgs.defaults().withTolerance(1e-4), 1.6, 1e-8);
    }

    /**
     * Returns a copy with another tolerance.
     *
     * @param newTolerance relative residual at which to stop; in [0, 1)
     * @return the copy
     */
    public Admm withTolerance(double newTolerance) {
        return new Admm(inner, relaxation, newTolerance);
    }

    @Override
    @SuppressWarnings("unchecked") // a class literal can't say what is split; any smooth part will do
    public Need<Split<? extends Smooth>> needs() {
        Class<?> split = Split.class;
        return new Need<>(
                (Class<Split<? extends Smooth>>) split,
                true,
                "a smooth objective plus convex penalties with a prox each");
    }

    /**
     * Starts a run, or resumes one.
     *
     * @throws IllegalArgumentException if a penalty isn't convex
     */
    @Override
    public ParameterRun start(Split<? extends Smooth> objective, double[] theta0, long seed, Memory memory) {
        needs().require(name(), objective);
        if (!objective.convexTerms()) {
            throw needs().refusal(name(), objective.penaltyName() + " isn't convex", objective);
        }
        Checks.theta0(theta0, objective.blocks().size());
        return new AdmmRun(this, objective, theta0, seed, memory);
    }

    @Override
    public String formula() {
        return "x ← argmin S(x) + ρ/2·Σᵢ ‖x − zᵢ + uᵢ‖²,  zᵢ ← prox of Ωᵢ at x + uᵢ,  uᵢ ← uᵢ + x − zᵢ";
    }

    @Override
    public String source() {
        return "S. Boyd, N. Parikh, E. Chu, B. Peleato, J. Eckstein (2011): Distributed Optimization and Statistical Learning via"
                + " the Alternating Direction Method of Multipliers";
    }
}
