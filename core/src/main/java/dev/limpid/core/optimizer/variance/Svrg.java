package dev.limpid.core.optimizer.variance;

import dev.limpid.core.internal.optimizer.Checks;
import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.FiniteSum;
import dev.limpid.core.objective.Objective;
import dev.limpid.core.optimizer.Need;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;

/**
 * SVRG: stochastic steps, each corrected by what its batch said at a snapshot where the full gradient is known.
 *
 * <p>It minimises F = S + Ω, S a finite sum over n units, Ω with a prox. Step k = 1, 2, …, an epoch, from the snapshot θ with
 * G = ∇S(θ); at the start x = θ:
 *
 * <pre>
 *   ⌈2n/b⌉ times:
 *     batch ← b units, drawn with replacement                           (1)
 *     e ← ∇S_batch(x) − ∇S_batch(θ)                                     (2)
 *     L ← max(L, ‖e‖ / ‖x − θ‖)                                         (3)  a lower bound of the batch's smoothness
 *     x ← prox of Ω at x − α·(e + G) with step α,  α = 1/(c·L)          (4)  e + G is ∇S(x) in the mean
 *   if F(x) ≤ F(θ): θ ← x, L ← L/2                                      (5)
 *   else c ← 2·c                                                        (6)  the epoch is undone
 * </pre>
 *
 * <p>c = 4 at the start. It has converged when the prox-gradient mapping's largest entry at θ is at most tolerance times the
 * first one, or ‖∇S(θ₀)‖∞ if that is larger. The objective of a step is that of its snapshot, so it never rises.
 *
 * <p>Use it for finite sums of many units, of any hypothesis, also with penalties that mix coordinates. Cost per step: five
 * passes over the data; 2·p numbers of state. All randomness of step k comes from (seed, k) alone.
 *
 * <p><b>Differences from the papers:</b> they take the step length from a constant L that is known beforehand; (3) and (6)
 * find one. Batches of b units stand where the papers have one.
 *
 * <p><b>References</b>
 * <ol><li>R. Johnson, T. Zhang (2013): Accelerating Stochastic Gradient Descent using Predictive Variance Reduction. NIPS,
 *     option I.
 * <li>L. Xiao, T. Zhang (2014): A Proximal Stochastic Gradient Method with Progressive Variance Reduction. SIAM Journal on
 *     Optimization 24.</ol>
 *
 * @param batchSize units b in a batch; ≥ 1
 * @param tolerance part of the first gradient at which to stop; in [0, 1)
 * @since 0.1.0
 */
public record Svrg(int batchSize, double tolerance) implements Optimizer<Objective> {

    /** Checks the ranges. */
    public Svrg {
        if (!(batchSize >= 1)) {
            throw new IllegalArgumentException("batchSize must be >= 1, but was " + batchSize);
        }
        Checks.tolerance(tolerance);
    }

    /**
     * The usual settings.
     *
     * @return batches of 8 units, tolerance 10⁻⁸
     */
    public static Svrg defaults() {
        return new Svrg(8, 1e-8);
    }

    /**
     * Returns a copy with another batch size.
     *
     * @param newBatchSize units in a batch; ≥ 1
     * @return the copy
     */
    public Svrg withBatchSize(int newBatchSize) {
        return new Svrg(newBatchSize, tolerance);
    }

    /**
     * Returns a copy with another tolerance.
     *
     * @param newTolerance part of the first gradient at which to stop; in [0, 1)
     * @return the copy
     */
    public Svrg withTolerance(double newTolerance) {
        return new Svrg(batchSize, newTolerance);
    }

    @Override
    public Need<Objective> needs() {
        return new Need<>(Objective.class, true, "a smooth finite sum, with or without a penalty that has a prox");
    }

    @Override
    public ParameterRun start(Objective objective, double[] theta0, long seed, Memory memory) {
        Objective smooth = objective instanceof Composite<?> composite ? composite.smooth() : objective;
        if (!(smooth instanceof FiniteSum sum)) {
            throw needs().refusal(name(), "the objective offers no FiniteSum view", objective);
        }
        if (!sum.kink().isEmpty()) {
            throw needs().refusal(name(), sum.kink() + " has kinks", objective);
        }
        Checks.theta0(theta0, objective.blocks().size());
        Composite<?> whole = objective instanceof Composite<?> composite ? composite : Composite.of(sum);
        return new SvrgRun(this, whole, sum, theta0, seed, memory);
    }

    @Override
    public String formula() {
        return "x ← prox(x − α·(∇S_batch(x) − ∇S_batch(θ) + ∇S(θ)))";
    }

    @Override
    public String source() {
        return "R. Johnson, T. Zhang (2013): Accelerating Stochastic Gradient Descent using Predictive Variance Reduction";
    }
}
