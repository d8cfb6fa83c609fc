package dev.limpid.core.optimizer.splitting;

import dev.limpid.core.internal.optimizer.Checks;
import dev.limpid.core.internal.optimizer.LinearProblem;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.objective.Objective;
import dev.limpid.core.optimizer.Need;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;

/**
 * The primal-dual hybrid gradient method: proxes of the loss and of the penalty in turn, so that both may have kinks.
 *
 * <p>It minimises F(θ) = Σᵢ aᵢ·ℓ(yᵢ, fᵢ) + Ω(θ), f = A·θ + o, ℓ and Ω convex, aᵢ = c·vᵢ, as the saddle
 *
 * <pre>
 *   min over θ, max over s:  Σᵢ aᵢ·(sᵢ·fᵢ − ℓ*(yᵢ, sᵢ)) + Ω(θ)               (1)  sᵢ is a slope of ℓ in the end
 * </pre>
 *
 * <p>from θ₀ and the slopes there. An iteration maps (θ, s) with g = Aᵀ·(a∘s) to (θ⁺, s⁺):
 *
 * <pre>
 *   θ⁺ ← prox of Ω at θ − τ·g with step τ                                    (2)
 *   zᵢ ← sᵢ/σ + 2·fᵢ⁺ − fᵢ,  xᵢ ← prox of ℓ at zᵢ with step 1/σ              (3)
 *   sᵢ⁺ ← σ·(zᵢ − xᵢ), a slope of ℓ at xᵢ                                    (4)  the prox of ℓ*, by Moreau
 *   r ← √(‖θ⁺ − θ‖²/τ − 2·⟨f⁺ − f, a∘(s⁺ − s)⟩ + Σᵢ aᵢ·(sᵢ⁺ − sᵢ)²/σ)         (5)  0 at a saddle alone
 *   (θ, s) ← (k + 1)/(k + 2)·(2·(θ⁺, s⁺) − (θ, s)) + 1/(k + 2)·(θ, s) at k = 0   (6)  Halpern, with reflection
 * </pre>
 *
 * <p>with k counted from the last restart. A restart, instead of (6), goes on from (θ⁺, s⁺), where r is at most 0.2 of that
 * at k = 0, or at most 0.8 of it and rising, or k is 0.36 of all iterations so far. The step lengths are τ = 1/(N·ω) and σ = ω/N,
 * N = ‖√a∘A‖ by power iteration and a little more, raised where an iteration shows more. A restart looks at what is left of
 * both optimality conditions:
 *
 * <pre>
 *   e ← (θ − θ⁺)/τ − g + Aᵀ·(a∘s⁺), a slope of Ω at θ⁺ plus Aᵀ·(a∘s⁺)         (7)
 *   q ← (‖√a∘(x − f⁺)‖ / ‖√a∘(A·θ)‖) / (‖e‖ / ‖Aᵀ·(a∘s)‖)                    (8)  of A·θ and Aᵀ·(a∘s) the largest so far
 *   ω ← c·ω,  c = √q within [1/10, 10]                                       (9)
 *   gap ← Σᵢ aᵢ·(ℓ(yᵢ, fᵢ⁺) − ℓ(yᵢ, xᵢ) − sᵢ⁺·(fᵢ⁺ − xᵢ)) ≥ 0               (10)
 * </pre>
 *
 * <p>For all t, F(θ⁺) ≤ F(t) + gap + ⟨e, θ⁺ − t⟩: the run has converged when gap ≤ tolerance·max(|F|, F(θ₀) − F) and ‖e‖ is at most
 * tolerance of the largest ‖Aᵀ·(a∘s⁺)‖ so far. It needs no conjugate of Ω, and holds with intercepts that nothing
 * penalises. θ is θ⁺: exactly sparse, or exactly inside a set, as the prox makes it.
 *
 * <p>Use it where the loss has kinks (quantiles, hinges) and the penalty has only a prox, or where there are too many parameters for a
 * matrix. Some hundred to some thousand iterations are usual; columns of like spread help much. A step is {@value
 * PdhgRun#ITERATIONS} iterations, each of them two passes over the data; about 7·n·K + 9·p numbers of state. The seed draws where
 * the power iteration starts.
 *
 * <p><b>Differences from the papers:</b> convex losses and penalties instead of linear programs; slopes are measured with the weights
 * of rows, so that a row of weight 2 counts as two rows; (7) and (10) instead of the gap of linear programs. (9) balances
 * residuals, as {@link Admm} does, where the second paper compares the ways of θ and s from one restart to the next: that rule
 * ran away to ω = 0 on a logistic regression of classes that can be parted, and was no faster throughout elsewhere.
 *
 * <p><b>References</b>
 * <ol><li>A. Chambolle, T. Pock (2011): A First-Order Primal-Dual Algorithm for Convex Problems with Applications to Imaging. Journal of
 *     Mathematical Imaging and Vision 40, Algorithm 1.
 * <li>H. Lu, J. Yang (2024): Restarted Halpern PDHG for Linear Programming. arXiv 2407.16144, for (5), (6) and the restarts.
 * <li>B. Wohlberg (2017): ADMM Penalty Parameter Selection by Residual Balancing. arXiv 1704.06209, for (9).</ol>
 *
 * @param tolerance part of the objective that the gap may be, and of the gradient that e may be; in [0, 1)
 * @since 0.1.0
 */
public record Pdhg(double tolerance) implements Optimizer<Objective> {

    /** Checks the range. */
    public Pdhg {
        Checks.tolerance(tolerance);
    }

    /**
     * The usual settings.
     *
     * @return tolerance 10⁻⁸
     */
    public static Pdhg defaults() {
        return new Pdhg(1e-8);
    }

    /**
     * Returns a copy with another tolerance.
     *
     * @param newTolerance part of the objective that the gap may be, and of the gradient that e may be; in [0, 1)
     * @return the copy
     */
    public Pdhg withTolerance(double newTolerance) {
        return new Pdhg(newTolerance);
    }

    @Override
    public Need<Objective> needs() {
        return new Need<>(
                Objective.class, false, "a convex loss of linear scores with a prox, and a convex penalty or none");
    }

    /**
     * Starts a run, or resumes one.
     *
     * @throws IllegalArgumentException if the loss or the penalty isn't convex, or the loss of several scores has no prox
     */
    @Override
    public ParameterRun start(Objective objective, double[] theta0, long seed, Memory memory) {
        LinearProblem problem = problem(objective);
        Checks.theta0(theta0, objective.blocks().size());
        return new PdhgRun(this, problem, theta0, seed, memory);
    }

    private LinearProblem problem(Objective objective) {
        LinearProblem problem = LinearProblem.of(name(), needs(), objective);
        Loss loss = problem.design().loss();
        if (!LinearProblem.hasProx(loss)) {
            throw needs().refusal(name(), loss.name() + " is none", objective);
        }
        if (!problem.objective().convexTerms()) {
            throw needs().refusal(name(), problem.objective().penaltyName() + " isn't convex", objective);
        }
        return problem;
    }

    @Override
    public String formula() {
        return "θ ← prox of τ·Ω at θ − τ·Aᵀ·(a∘s),  s ← prox of σ·ℓ* at s + σ·(2·f⁺ − f)";
    }

    @Override
    public String source() {
        return "A. Chambolle, T. Pock (2011): A First-Order Primal-Dual Algorithm for Convex Problems with Applications to Imaging";
    }
}
