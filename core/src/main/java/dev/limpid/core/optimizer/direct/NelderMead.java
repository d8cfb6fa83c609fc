package dev.limpid.core.optimizer.direct;

import dev.limpid.core.internal.optimizer.Checks;
import dev.limpid.core.objective.Objective;
import dev.limpid.core.objective.Split;
import dev.limpid.core.optimizer.Need;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;

/**
 * Nelder–Mead: a simplex that turns, stretches and shrinks by comparing values.
 *
 * <p>It minimises any F(θ) of a few parameters; values of +∞ or NaN are worse than all others, so constraints may be walls. With
 * the vertices x₀ … x_p in the order of their values, x̄ the mean of all but the worst, and n = max(p, 2), a step is
 *
 * <pre>
 *   reflect:   x_r = x̄ + (x̄ − x_p);  taken if F(x₀) ≤ F(x_r) &lt; F(x_p₋₁)                       (1)
 *   expand:    if F(x_r) &lt; F(x₀): x_e = x̄ + β·(x_r − x̄), β = 1 + 2/n;  the better of the two      (2)
 *   contract:  if F(x_r) &lt; F(x_p): x_c = x̄ + γ·(x_r − x̄), γ = ¾ − 1/(2n);  taken if F(x_c) ≤ F(x_r)  (3)
 *              else x_c = x̄ − γ·(x_r − x̄);  taken if F(x_c) &lt; F(x_p)                            (4)
 *   shrink:    else xᵢ ← x₀ + δ·(xᵢ − x₀) for all i &gt; 0, δ = 1 − 1/n                             (5)
 *   restart:   if F(x_p) − F(x₀) ≤ tolerance·(F₀ − F(x₀)) and the simplex is small: a new simplex at x₀   (6)
 * </pre>
 *
 * <p>with F₀ the value at the start, and small meaning that no edge at x₀ is longer than √tolerance of the first simplex's. The
 * first simplex goes from θ₀ along each axis by 5 % of the coordinate, or 0.00025 where it is 0. It has converged when two restarts
 * in a row, the second with a simplex ten times as large and turned round, lower F(x₀) by no more than tolerance·(F₀ − F(x₀))
 * each: a collapsed simplex alone proves nothing, as McKinnon showed. Where nothing below the start is found, it says
 * {@code STALLED}.
 *
 * <p>Use it for up to about ten parameters, where F has no gradient. A set is refused: a simplex that meets its border goes flat
 * there, and values alone don't tell the way along it. Cost per step: one or two values, p for a shrink; p² numbers of
 * state.
 *
 * <p><b>Differences from the paper:</b> the restart.
 *
 * <p><b>References</b>
 * <ol><li>J. A. Nelder, R. Mead (1965): A Simplex Method for Function Minimization. The Computer Journal 7.
 * <li>F. Gao, L. Han (2012): Implementing the Nelder–Mead Simplex Algorithm with Adaptive Parameters. Computational
 *     Optimization and Applications 51.
 * <li>K. I. M. McKinnon (1998): Convergence of the Nelder–Mead Simplex Method to a Nonstationary Point. SIAM Journal on
 *     Optimization 9.</ol>
 *
 * @param tolerance part of the decrease so far that a restart must gain to go on; in [0, 1)
 * @since 0.1.0
 */
public record NelderMead(double tolerance) implements Optimizer<Objective> {

    /** A coordinate so large that sets end before, but no penalty overflows. */
    private static final double FAR = 1e9;

    /** Checks the range. */
    public NelderMead {
        Checks.tolerance(tolerance);
    }

    /**
     * The usual settings.
     *
     * @return tolerance 10⁻⁸
     */
    public static NelderMead defaults() {
        return new NelderMead(1e-8);
    }

    /**
     * Returns a copy with another tolerance.
     *
     * @param newTolerance part of the decrease so far that a restart must gain to go on; in [0, 1)
     * @return the copy
     */
    public NelderMead withTolerance(double newTolerance) {
        return new NelderMead(newTolerance);
    }

    @Override
    public Need<Objective> needs() {
        return new Need<>(Objective.class, false, "an objective that is finite all round a point");
    }

    /**
     * Starts a run, or resumes one.
     *
     * @throws IllegalArgumentException if a penalty is +∞ outside of a set
     */
    @Override
    public ParameterRun start(Objective objective, double[] theta0, long seed, Memory memory) {
        Checks.theta0(theta0, objective.blocks().size());
        if (objective instanceof Split<?> split && keepsToASet(split, theta0)) {
            throw needs().refusal(name(), split.penaltyName() + " is +Infinity outside of a set", objective);
        }
        return new NelderMeadRun(this, objective, theta0, memory);
    }

    /** A convex set that isn't all of ℝᵖ has an end along some axis. */
    private static boolean keepsToASet(Split<?> split, double[] theta0) {
        for (int i = 0; i < split.terms(); i++) {
            for (int j = 0; j < theta0.length; j++) {
                if (isOutside(split, i, theta0, j, FAR) || isOutside(split, i, theta0, j, -FAR)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isOutside(Split<?> split, int term, double[] theta0, int j, double x) {
        double[] far = theta0.clone();
        far[j] = x;
        return split.term(term, far) == Double.POSITIVE_INFINITY;
    }

    @Override
    public String formula() {
        return "the worst vertex of a simplex ← its reflection at the mean of the others";
    }

    @Override
    public String source() {
        return "F. Gao, L. Han (2012): Implementing the Nelder–Mead Simplex Algorithm with Adaptive Parameters";
    }
}
