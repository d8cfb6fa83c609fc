package dev.limpid.core.optimizer;

import dev.limpid.core.internal.optimizer.Checks;
import dev.limpid.core.objective.Curved;
import dev.limpid.core.search.ArmijoSearch;
import dev.limpid.core.search.Search;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import java.util.Objects;

/**
 * Majorise–minimise: each step minimises a quadratic that the objective offers. With exact curvature it is Newton's method,
 * with a generalised linear model iteratively reweighted least squares, with the curvature of a majoriser the MM algorithm.
 *
 * <p>Step k = 0, 1, … from θ:
 *
 * <pre>
 *   F(θ + d) ≈ F(θ) + ⟨g, d⟩ + ½·dᵀ·B·d    (1)  the local quadratic; curvatures of rows capped at c
 *   B·d = −g                               (2)  its minimum; 0 in columns that depend on others
 *   λ = √(−⟨g, d⟩)                         (3)  Newton decrement: ½·λ² is the decrease that (1) promises
 *   α ≈ argmin F(θ + α·d)                  (4)  by the search, first try 1
 *   while F(θ + 2·α·d) is lower: α ← 2·α   (5)  for losses with kinks alone, if (4) took the whole step
 *   θ ← θ + α·d                            (6)
 * </pre>
 *
 * <p>It has converged when λ ≤ tolerance·λ₀ with λ₀ that of the first step, a rule that neither a factor on the objective nor
 * linear changes of the parameters affect; the step that meets it is still made.
 *
 * <p>What the first try of (4) computes, gradient and B, serves the next step. Newton's method squares the ratio of decrements
 * from step to step; where that makes the next step the last one,
 *
 * <pre>
 *   (λ/λ₋)²·λ ≤ tolerance·λ₀,   λ₋ the decrement of the step before            (7)
 * </pre>
 *
 * <p>it is made with the B of this one, which hardly changes any more: the gradient alone is computed anew.
 *
 * <p>Losses with kinks (absolute, quantile) have majorisers whose curvature grows without bound near the kink. For them c
 * begins at 10 typical curvatures and is raised tenfold whenever the objective's progress gets small, until the objective falls
 * by its rounding only: so the run ends at the kinks where the optimum lies. Rows that must leave a kink do so slowly; (5) speeds
 * them up. Several scores would hold each other up at their kinks, as they share c and α: a loss of several scores with kinks is
 * refused, and so is one without a majoriser.
 *
 * <p>Use it where p is at most a few thousand. Cost per step: one pass over the data for B, O(n·p²), and O(p³).
 *
 * <p><b>References</b>
 * <ol><li>D. R. Hunter, K. Lange (2000): Quantile Regression via an MM Algorithm. Journal of Computational and Graphical
 *     Statistics 9.
 * <li>P. J. Green (1984): Iteratively Reweighted Least Squares for Maximum Likelihood Estimation. Journal of the Royal
 *     Statistical Society B 46.</ol>
 *
 * @param search how far to go along the direction
 * @param tolerance part of the first Newton decrement at which to stop; in [0, 1)
 * @since 0.1.0
 */
public record MajorizeMinimize(Search search, double tolerance) implements Optimizer<Curved> {

    /** Checks the range. */
    public MajorizeMinimize {
        Objects.requireNonNull(search, "search");
        Checks.tolerance(tolerance);
    }

    /**
     * The usual settings.
     *
     * @return backtracking, tolerance 10⁻⁸
     */
    public static MajorizeMinimize defaults() {
        return new MajorizeMinimize(ArmijoSearch.defaults(), 1e-8);
    }

    /**
     * Returns a copy with another tolerance.
     *
     * @param newTolerance part of the first Newton decrement at which to stop; in [0, 1)
     * @return the copy
     */
    public MajorizeMinimize withTolerance(double newTolerance) {
        return new MajorizeMinimize(search, newTolerance);
    }

    @Override
    public Need<Curved> needs() {
        return new Need<>(Curved.class, false, "an objective with a local quadratic");
    }

    /**
     * Starts a run, or resumes one.
     *
     * @throws IllegalArgumentException if the objective has kinks, and no majoriser of one score to take them by
     */
    @Override
    public ParameterRun start(Curved objective, double[] theta0, long seed, Memory memory) {
        needs().require(name(), objective);
        if (!objective.kink().isEmpty() && !objective.needsCap()) {
            throw needs().refusal(
                            name(),
                            objective.kink() + " has kinks and is no loss of one score with a majoriser",
                            objective);
        }
        Checks.theta0(theta0, objective.blocks().size());
        return new MajorizeMinimizeRun(this, objective, theta0, memory);
    }

    @Override
    public String formula() {
        return "θ ← θ − α·B⁻¹·∇F(θ), B from the curvature of the loss";
    }

    @Override
    public String source() {
        return "D. R. Hunter, K. Lange (2000): Quantile Regression via an MM Algorithm";
    }
}
