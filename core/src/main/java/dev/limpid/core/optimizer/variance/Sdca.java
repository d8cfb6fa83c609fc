package dev.limpid.core.optimizer.variance;

import dev.limpid.core.internal.optimizer.Checks;
import dev.limpid.core.internal.optimizer.LinearProblem;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.objective.Objective;
import dev.limpid.core.optimizer.Need;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.parameter.Block;
import dev.limpid.core.penalty.SeparablePenalty;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;

/**
 * SDCA: coordinate ascent on the dual problem, a number for each row; also for losses with kinks, such as the hinge.
 *
 * <p>It minimises F(θ) = c·Σᵢ vᵢ·ℓ(yᵢ, fᵢ) + Σⱼ ωⱼ(θⱼ), fᵢ = ⟨xᵢ, θ⟩ + oᵢ, ℓ convex, ωⱼ − μⱼ/2·θⱼ² convex with μⱼ &gt; 0, by maximising
 *
 * <pre>
 *   D(a) = c·Σᵢ vᵢ·(aᵢ·oᵢ − ℓ*(yᵢ, aᵢ)) − Σⱼ ωⱼ*(uⱼ),   u = −c·Σᵢ vᵢ·aᵢ·xᵢ     (1)  D(a) ≤ F(θ) for all a, θ
 *   θⱼ = argmax over t of uⱼ·t − ωⱼ(t)                                          (2)  the gradient of ωⱼ*
 * </pre>
 *
 * <p>At the start a = 0 if θ₀ is the θ of u = 0, the usual case; else aᵢ = ∂ℓ/∂fᵢ at θ₀. Step k = 1, 2, … makes sweeps, 20 at most,
 * over the rows that don't rest, in an order drawn anew for each, blocks of 16 neighbours and the rows in each:
 *
 * <pre>
 *   q ← c·vᵢ·Σⱼ xᵢⱼ²/μⱼ                                                         (3)
 *   x ← argmin over x of ℓ(yᵢ, x) + (x − z)²/(2q),  z = fᵢ + q·aᵢ                (4)  the prox of the loss
 *   a ← (z − x)/q, a slope of ℓ at x;  ℓ*(yᵢ, a) = a·x − ℓ(yᵢ, x)                (5)  Fenchel, Young
 *   u ← u − c·vᵢ·(a − aᵢ)·xᵢ,  aᵢ ← a,  and θ by (2)                             (6)
 * </pre>
 *
 * <p>(4) and (5) maximise a lower bound of D in aᵢ, exact for ridge. What the rows add to the gap between F and D says which of them
 * have something to do, and when a step may end. A row finds it at its turn, before (6):
 *
 * <pre>
 *   F(θ) − D(a) = Σᵢ gᵢ,  gᵢ = c·vᵢ·(ℓ(yᵢ, fᵢ) + ℓ*(yᵢ, aᵢ) − aᵢ·fᵢ) ≥ 0         (7)  gᵢ = 0 where aᵢ is a slope of ℓ at fᵢ
 *   i rests for a sweep if gᵢ ≤ 10⁻³/n·max(γ₋, tolerance·|D|),                     (8)  hardly anything to do
 *       for 2, 4, at most 8 sweeps if it is so again when it comes back
 *   the sweeps end when γ·min(1, γ/γ₋) ≤ tolerance·max(|F|, |D|)                 (9)  what (7) has come down to, as expected
 * </pre>
 *
 * <p>with γ the sum of gᵢ over a sweep and γ₋ that of the sweep before, 0 if there was none. Neither (8) nor (9) is relied on: after the sweeps u is summed anew, F and D are computed
 * from all rows, and F(θ) − D(a) ≥ F(θ) − min F is a certificate. The run has converged when it is at most tolerance·max(|F|, |D|); else
 * the next step begins with all rows awake.
 *
 * <p>Use it for linear support vector machines, sparse classification and other convex losses with a ridge or an elastic net. The
 * larger c·vᵢ·‖xᵢ‖²/μ, the more sweeps it takes: about ten at 1 (rows of length 1, C = 1 in the language of support vector
 * machines), hundreds at 100; where most rows rest, as beyond the margin of a support vector machine, a sweep is short. Cost per
 * step: the sweeps and two passes over the data ({@code Step.EPOCH} counts rows visited); 4·n + p numbers of state, and a copy of X by
 * rows unless X is sparse and Ω a ridge of one strength. All randomness of step k comes from (seed, k) alone.
 *
 * <p><b>Differences from the papers:</b> weights and offsets of rows; μ for each coordinate; the step (4) in the scores, which
 * needs no formula of the conjugate and, where the loss states its second derivative, is Newton's in one number, ended as soon as
 * its slope is down to a part of 10⁻⁴, since (5) holds at any x; blocks of rows in the order, whose cells lie side by side in memory
 * (a sweep took half the time, and there were as many). Rows rest by (7), which any loss has, rather than by the slope of a box as
 * in Hsieh et al., and they come back by themselves. (2) is the prox of ωⱼ at s·uⱼ with step s = 2⁵³/μⱼ: ωⱼ(t) + (t − s·uⱼ)²/(2s) = ωⱼ(t) − uⱼ·t +
 * t²/(2s) + const., whose square is rounding.
 *
 * <p><b>References</b>
 * <ol><li>S. Shalev-Shwartz, T. Zhang (2013): Stochastic Dual Coordinate Ascent Methods for Regularized Loss Minimization.
 *     Journal of Machine Learning Research 14.
 * <li>S. Shalev-Shwartz, T. Zhang (2016): Accelerated Proximal Stochastic Dual Coordinate Ascent for Regularized Loss
 *     Minimization. Mathematical Programming 155, section 2 (Prox-SDCA).
 * <li>C.-J. Hsieh, K.-W. Chang, C.-J. Lin, S. S. Keerthi, S. Sundararajan (2008): A Dual Coordinate Descent Method for Large-scale
 *     Linear SVM. ICML (the same for the hinge and its square, on sparse rows).
 * <li>H.-F. Yu, F.-L. Huang, C.-J. Lin (2011): Dual Coordinate Descent Methods for Logistic Regression and Maximum Entropy Models.
 *     Machine Learning 85 (Newton in one number).
 * <li>C. Dünner, T. Parnell, M. Jaggi (2017): Efficient Use of Limited-Memory Accelerators for Linear Learning on Heterogeneous
 *     Systems. NeurIPS (rows chosen by what they add to the gap).</ol>
 *
 * @param tolerance part of the objective that the duality gap may be; in [0, 1)
 * @since 0.1.0
 */
public record Sdca(double tolerance) implements Optimizer<Objective> {

    /** Checks the range. */
    public Sdca {
        Checks.tolerance(tolerance);
    }

    /**
     * The usual settings.
     *
     * @return tolerance 10⁻⁸
     */
    public static Sdca defaults() {
        return new Sdca(1e-8);
    }

    /**
     * Returns a copy with another tolerance.
     *
     * @param newTolerance part of the objective that the duality gap may be; in [0, 1)
     * @return the copy
     */
    public Sdca withTolerance(double newTolerance) {
        return new Sdca(newTolerance);
    }

    @Override
    public Need<Objective> needs() {
        return new Need<>(
                Objective.class,
                false,
                "a convex loss of one linear score and a strongly convex penalty, such as L2Penalty, on every block");
    }

    @Override
    public ParameterRun start(Objective objective, double[] theta0, long seed, Memory memory) {
        LinearProblem problem = LinearProblem.of(name(), needs(), objective);
        if (!(problem.design().loss() instanceof ScalarLoss loss) || !loss.convex()) {
            throw needs().refusal(name(), problem.design().loss().name() + " is none", objective);
        }
        SeparablePenalty penalty = LinearProblem.separable(name(), needs(), problem.objective());
        for (Block block : objective.blocks().list()) {
            for (int j = block.offset(); j < block.end(); j++) {
                if (!(penalty.convex() && penalty.strongConvexity(j) > 0)) {
                    throw needs().refusal(name(), "block '" + block.name() + "' has none", objective);
                }
            }
        }
        Checks.theta0(theta0, objective.blocks().size());
        return new SdcaRun(this, problem, loss, penalty, theta0, seed, memory);
    }

    @Override
    public String formula() {
        return "aᵢ ← argmax of the dual D(a), row by row; θ = ∇Ω*(−c·Σᵢ vᵢ·aᵢ·xᵢ)";
    }

    @Override
    public String source() {
        return "S. Shalev-Shwartz, T. Zhang (2013): Stochastic Dual Coordinate Ascent Methods for Regularized Loss Minimization";
    }
}
