package dev.limpid.core.optimizer;

import dev.limpid.core.internal.optimizer.Checks;
import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;

/**
 * FISTA: accelerated steps along the gradient of the smooth part, each followed by the prox of the penalty.
 *
 * <p>It minimises F = S + Ω. Step k = 1, 2, … from x (the point), z (ahead of it, z = x at the start), t (t = 1 at the start) and
 * an estimate L of the Lipschitz constant of ∇S:
 *
 * <pre>
 *   x⁺ ← prox of Ω at z − ∇S(z)/L with step 1/L                          (1)
 *   while S(x⁺) &gt; S(z) + ⟨∇S(z), x⁺ − z⟩ + L/2·‖x⁺ − z‖²: L ← 2·L, (1)   (2)  backtracking
 *   G ← L·(z − x⁺)                                                       (3)  prox-gradient mapping, 0 at a minimum
 *   if ⟨z − x⁺, x⁺ − x⟩ &gt; 0: t ← 1, L ← L/2                              (4)  restart: the momentum points uphill
 *   t⁺ ← (1 + √(1 + 4·t²)) / 2                                           (5)
 *   z ← x⁺ + (t − 1)/t⁺·(x⁺ − x),  x ← x⁺,  t ← t⁺                       (6)
 * </pre>
 *
 * <p>It has converged when ‖G‖∞ ≤ tolerance·max(‖G₁‖∞, ‖∇S(θ₀)‖∞): a rule that a factor on the objective doesn't change.
 *
 * <p>Use it for penalties with a prox (L1, elastic net) on objectives of any size. Cost per step: one gradient, one value or a
 * few; 3·p numbers of state.
 *
 * <p><b>Differences from the paper:</b> L begins at the change of ∇S over a short way down the gradient; it is halved at a
 * restart, where a smaller L breaks no bound. Values in (2) are compared up to their rounding.
 *
 * <p><b>References</b>
 * <ol><li>A. Beck, M. Teboulle (2009): A Fast Iterative Shrinkage-Thresholding Algorithm for Linear Inverse Problems. SIAM
 *     Journal on Imaging Sciences 2, FISTA with backtracking.
 * <li>B. O'Donoghue, E. Candès (2015): Adaptive Restart for Accelerated Gradient Schemes. Foundations of Computational
 *     Mathematics 15, gradient scheme.</ol>
 *
 * @param tolerance part of the first gradient at which to stop; in [0, 1)
 * @since 0.1.0
 */
public record Fista(double tolerance) implements Optimizer<Composite<? extends Smooth>> {

    /** Checks the range. */
    public Fista {
        Checks.tolerance(tolerance);
    }

    /**
     * The usual settings.
     *
     * @return tolerance 10⁻⁸
     */
    public static Fista defaults() {
        return new Fista(1e-8);
    }

    /**
     * Returns a copy with another tolerance.
     *
     * @param newTolerance part of the first gradient at which to stop; in [0, 1)
     * @return the copy
     */
    public Fista withTolerance(double newTolerance) {
        return new Fista(newTolerance);
    }

    @Override
    @SuppressWarnings("unchecked") // a class literal can't say what is composed; any smooth part will do
    public Need<Composite<? extends Smooth>> needs() {
        Class<?> composite = Composite.class;
        return new Need<>(
                (Class<Composite<? extends Smooth>>) composite, true, "a smooth objective plus a penalty with a prox");
    }

    @Override
    public ParameterRun start(Composite<? extends Smooth> objective, double[] theta0, long seed, Memory memory) {
        needs().require(name(), objective);
        Checks.theta0(theta0, objective.blocks().size());
        return new FistaRun(this, objective, theta0, memory);
    }

    @Override
    public String formula() {
        return "θ ← prox(z − ∇S(z)/L), z = θ plus momentum";
    }

    @Override
    public String source() {
        return "A. Beck, M. Teboulle (2009): A Fast Iterative Shrinkage-Thresholding Algorithm for Linear Inverse Problems";
    }
}
