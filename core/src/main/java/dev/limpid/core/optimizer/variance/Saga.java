package dev.limpid.core.optimizer.variance;

import dev.limpid.core.internal.optimizer.Checks;
import dev.limpid.core.internal.optimizer.LinearProblem;
import dev.limpid.core.objective.Objective;
import dev.limpid.core.optimizer.Need;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;

/**
 * SAGA: a step for each row, corrected by the slope that the row had when it was last seen.
 *
 * <p>It minimises F = S + Ω, S(θ) = c·Σᵢ vᵢ·ℓ(yᵢ, fᵢ) over n rows with linear scores fᵢ, Ω with a prox. It remembers a slope aᵢ for
 * each row (K of them for K scores) and their sum m = c·Σᵢ vᵢ·aᵢ·∂fᵢ/∂θ; at the start aᵢ = ∂ℓ/∂fᵢ at θ₀. Step k = 1, 2, …, an
 * epoch of n times:
 *
 * <pre>
 *   i ← a row, drawn with replacement;  g ← ∂ℓ/∂fᵢ at θ                             (1)
 *   while ℓ(fᵢ − g/H) &gt; ℓ(fᵢ) − ‖g‖²/(2H): H ← 2·H                                 (2)  H bounds the loss's curvature
 *   e ← c·vᵢ·(g − aᵢ)·∂fᵢ/∂θ,  aᵢ ← g                                               (3)
 *   θ ← prox of Ω at θ − α·(n·e + m) with step α                                    (4)  n·e + m is ∇S(θ) in the mean
 *   m ← m + e                                                                        (5)
 * </pre>
 *
 * <p>α = 1/(3·H·maxᵢ n·c·vᵢ·‖∂fᵢ/∂θ‖²), the paper's 1/(3L). H is that of the rows at θ₀ at first; an epoch that raised F doubles it.
 * After each epoch the full gradient is computed: the run has converged when the prox-gradient mapping's largest entry is at
 * most tolerance times the first one, or ‖∇S(θ₀)‖∞ if that is larger.
 *
 * <p>Use it for many rows of few columns of similar size. Cost per step: two passes over the data and n times the prox of all p
 * parameters; n·K + p numbers of state and a copy of X by rows. All randomness of step k comes from (seed, k) alone.
 *
 * <p><b>Differences from the paper:</b> (2), the search for L of the second reference, section 4.6, made on scores.
 *
 * <p><b>References</b>
 * <ol><li>A. Defazio, F. Bach, S. Lacoste-Julien (2014): SAGA: A Fast Incremental Gradient Method With Support for
 *     Non-Strongly Convex Composite Objectives. NIPS.
 * <li>M. Schmidt, N. Le Roux, F. Bach (2017): Minimizing Finite Sums with the Stochastic Average Gradient. Mathematical
 *     Programming 162.</ol>
 *
 * @param tolerance part of the first gradient at which to stop; in [0, 1)
 * @since 0.1.0
 */
public record Saga(double tolerance) implements Optimizer<Objective> {

    /** Checks the range. */
    public Saga {
        Checks.tolerance(tolerance);
    }

    /**
     * The usual settings.
     *
     * @return tolerance 10⁻⁸
     */
    public static Saga defaults() {
        return new Saga(1e-8);
    }

    /**
     * Returns a copy with another tolerance.
     *
     * @param newTolerance part of the first gradient at which to stop; in [0, 1)
     * @return the copy
     */
    public Saga withTolerance(double newTolerance) {
        return new Saga(newTolerance);
    }

    @Override
    public Need<Objective> needs() {
        return new Need<>(
                Objective.class, true, "a smooth loss of linear scores, with or without a penalty that has a prox");
    }

    @Override
    public ParameterRun start(Objective objective, double[] theta0, long seed, Memory memory) {
        LinearProblem problem = LinearProblem.of(name(), needs(), objective);
        Checks.theta0(theta0, objective.blocks().size());
        return new SagaRun(this, problem, theta0, seed, memory);
    }

    @Override
    public String formula() {
        return "θ ← prox(θ − α·(n·(∇ᵢ − remembered ∇ᵢ) + mean of the remembered))";
    }

    @Override
    public String source() {
        return "A. Defazio, F. Bach, S. Lacoste-Julien (2014): SAGA: A Fast Incremental Gradient Method With Support for Non-Strongly Convex Composite Objectives";
    }
}
