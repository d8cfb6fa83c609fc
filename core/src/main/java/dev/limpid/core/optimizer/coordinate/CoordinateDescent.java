package dev.limpid.core.optimizer.coordinate;

import dev.limpid.core.internal.optimizer.Checks;
import dev.limpid.core.internal.optimizer.LinearProblem;
import dev.limpid.core.objective.Objective;
import dev.limpid.core.optimizer.Need;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.penalty.SeparablePenalty;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;

/**
 * Coordinate descent on working sets: looks at all coordinates now and then, and moves those that matter, one at a time.
 *
 * <p>It minimises F = S + Ω, S a loss of linear scores f = A·θ + o, Ω(θ) = Σⱼ ωⱼ(θⱼ). Step k = 1, 2, … from θ:
 *
 * <pre>
 *   G ← ∇S(θ),  hᵢ ← curvature of row i                                      (1)  Lⱼ = h̄·Σᵢ aᵢⱼ², h̄ the mean of h
 *   vⱼ ← Lⱼ·|θⱼ − prox of ωⱼ at θⱼ − Gⱼ/Lⱼ with step 1/Lⱼ|                   (2)  violation, 0 for all j at a minimum
 *   W ← {j: θⱼ ≠ 0} and {j: vⱼ &gt; 0 if Gⱼ were larger by ¼·maxₖ vₖ}        (3)  working set; see below
 *   x ≈ argmin ⟨G, d⟩ + ½·Σᵢ hᵢ·(A·d)ᵢ² + Ω(x),  d = x − θ, dⱼ = 0 off W     (4)  sweeps over W with extrapolation
 *   D ← ⟨G, d⟩ + Ω(x) − Ω(θ);  α ← 1
 *   while F(θ + α·d) &gt; F(θ) + σ·α·D: α ← α/2                                (5)  σ = 10⁻⁴
 *   θ ← θ + α·d                                                              (6)
 * </pre>
 *
 * <p>It has converged when maxⱼ vⱼ ≤ tolerance·max(maxⱼ vⱼ at θ₀, ‖∇S(θ₀)‖∞). For the squared loss (4) is F itself, and α
 * is 1; for other losses this is prox-Newton.
 * If (3) has more than 64 coordinates and more than twice the support, it is cut to the largest violations. (4) ends where no move of
 * a sweep is above half the tolerance or, if that is more, a two-hundredth of the largest violation (a tenth of it if W was cut), and
 * no violation after the sweep above twice that: where columns have much in common, moves too small one by one add up.
 *
 * <p>Gⱼ in (1) is computed for columns that may be in W alone: what is known of earlier gradients bounds the others, see the
 * strong rule of the fourth paper and the safe rules of the fifth, of which (3) is the form that any prox allows (the
 * strong rule takes the whole of maxₖ vₖ; a quarter leaves fewer columns in W, and (2) finds what was left out). A penalty
 * need not be convex (MCP, SCAD): the run then ends at a point that no single coordinate can improve.
 *
 * <p>A run after another one on the same sum, with another penalty, takes over scores, columns and their products, and begins (4)
 * of its first step at θ + (θ − θ₀ of that run) if that is lower: along a path of penalties θ moves nearly in a straight line, for the lasso
 * in pieces of one (sixth paper).
 *
 * <p>Use it for lasso, elastic net and other penalties of coordinates with many columns, few of which have a part in the
 * answer. Cost per step: a pass over the columns for (1), which is mostly a small part of them after the first; a sweep costs |W| columns, or
 * |W|² where their products are known. Memory: a copy of the columns that
 * were in a working set or looked at among few (all of them if X is sparse), the products of up to 3,000, ten numbers a row and about
 * twelve a column; and with more than 64 columns the last six gradients, twice.
 *
 * <p><b>Differences from the papers:</b> (2) takes the prox for all penalties, which is the distance to the subdifferential
 * for those that are smooth next to θⱼ; losses other than squared are taken to second order in (4), where the second paper
 * bounds their curvature.
 *
 * <p><b>References</b>
 * <ol><li>M. Massias, A. Gramfort, J. Salmon (2018): Celer: a Fast Solver for the Lasso with Dual Extrapolation. ICML.
 * <li>Q. Bertrand, Q. Klopfenstein, P.-A. Bannier, G. Gidel, M. Massias (2022): Beyond L1: Faster and Better Sparse Models
 *     with skglm. NeurIPS, Algorithms 1 and 2.
 * <li>J. D. Lee, Y. Sun, M. A. Saunders (2014): Proximal Newton-type Methods for Minimizing Composite Functions. SIAM Journal
 *     on Optimization 24, for (5).
 * <li>R. Tibshirani, J. Bien, J. Friedman, T. Hastie, N. Simon, J. Taylor, R. J. Tibshirani (2012): Strong Rules for Discarding
 *     Predictors in Lasso-type Problems. Journal of the Royal Statistical Society B 74(2), for (3).
 * <li>E. Ndiaye, O. Fercoq, A. Gramfort, J. Salmon (2017): Gap Safe Screening Rules for Sparsity Enforcing Penalties. Journal
 *     of Machine Learning Research 18.
 * <li>M. R. Osborne, B. Presnell, B. A. Turlach (2000): A New Approach to Variable Selection in Least Squares Problems. IMA
 *     Journal of Numerical Analysis 20(3).</ol>
 *
 * @param tolerance part of the first gradient at which to stop; in [0, 1)
 * @since 0.1.0
 */
public record CoordinateDescent(double tolerance) implements Optimizer<Objective> {

    /** Checks the range. */
    public CoordinateDescent {
        Checks.tolerance(tolerance);
    }

    /**
     * The usual settings.
     *
     * @return tolerance 10⁻⁸
     */
    public static CoordinateDescent defaults() {
        return new CoordinateDescent(1e-8);
    }

    /**
     * Returns a copy with another tolerance.
     *
     * @param newTolerance part of the first gradient at which to stop; in [0, 1)
     * @return the copy
     */
    public CoordinateDescent withTolerance(double newTolerance) {
        return new CoordinateDescent(newTolerance);
    }

    @Override
    public Need<Objective> needs() {
        return new Need<>(
                Objective.class,
                true,
                "a smooth loss of linear scores, with or without a penalty that is a sum over coordinates");
    }

    @Override
    public ParameterRun start(Objective objective, double[] theta0, long seed, Memory memory) {
        LinearProblem problem = LinearProblem.of(name(), needs(), objective);
        Checks.theta0(theta0, objective.blocks().size());
        return run(problem, Beginning.at(theta0), landscape(problem), memory);
    }

    @Override
    public ParameterRun startAfter(ParameterRun earlier, Objective objective, long seed, Memory memory) {
        LinearProblem problem = LinearProblem.of(name(), needs(), objective);
        double[] theta0 = Checks.theta0(earlier.answer(), objective.blocks().size());
        return earlier instanceof CoordinateDescentRun run && run.isOn(problem.sum())
                ? run(problem, run.end(), run.landscape(), memory)
                : run(problem, Beginning.at(theta0), landscape(problem), memory);
    }

    private static Landscape landscape(LinearProblem problem) {
        return new Landscape(problem.design(), problem.sum().workers());
    }

    private ParameterRun run(LinearProblem problem, Beginning beginning, Landscape landscape, Memory memory) {
        SeparablePenalty penalty = LinearProblem.separable(name(), needs(), problem.objective());
        return new CoordinateDescentRun(this, problem, penalty, landscape, beginning, memory);
    }

    @Override
    public String formula() {
        return "θⱼ ← prox of ωⱼ at θⱼ − Gⱼ/Lⱼ, j by j over a working set";
    }

    @Override
    public String source() {
        return "Q. Bertrand, Q. Klopfenstein, P.-A. Bannier, G. Gidel, M. Massias (2022): Beyond L1: Faster and Better Sparse Models with skglm";
    }
}
