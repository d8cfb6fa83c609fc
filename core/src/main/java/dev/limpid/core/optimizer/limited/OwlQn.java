package dev.limpid.core.optimizer.limited;

import dev.limpid.core.internal.optimizer.Checks;
import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.optimizer.Need;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;

/**
 * OWL-QN: limited-memory BFGS for a smooth objective plus absolute values, one orthant at a time.
 *
 * <p>It minimises F(θ) = S(θ) + Σⱼ λⱼ·|θⱼ|, λⱼ ≥ 0. Step k = 0, 1, … from θ with g = ∇S(θ) and pairs (s, y) of {@code Lbfgs}:
 *
 * <pre>
 *   vⱼ ← −(gⱼ + λⱼ·sign θⱼ) where θⱼ ≠ 0 or λⱼ = 0,                     (1)  the way down; 0 at a minimum
 *        else −gⱼ moved by λⱼ towards 0, at most to 0
 *   d ← H·v, and 0 where its sign isn't that of v and λⱼ &gt; 0             (2)  H of the pairs
 *   ξⱼ ← sign θⱼ, or sign vⱼ where θⱼ = 0                                (3)  the orthant
 *   θ(α) ← θ + α·d, and 0 where that leaves the orthant and λⱼ &gt; 0        (4)
 *   α ← 1, ½, ¼ … until F(θ(α)) ≤ F(θ) − c₁·⟨v, θ(α) − θ⟩               (5)  from 1/‖v‖ without pairs
 *   s ← θ(α) − θ,  y ← ∇S(θ(α)) − g                                     (6)  left out if ⟨s, y⟩ isn't clearly &gt; 0
 * </pre>
 *
 * <p>It has converged when ‖v‖∞ ≤ tolerance·‖v₀‖∞ with v₀ that at the start, and ½·⟨v, d⟩ is at most tolerance² of the decrease so
 * far.
 *
 * <p>Use it for L1 penalties on many parameters, where {@code Fista} needs more gradients; zeros are exact. Cost per step: about
 * one gradient, O(m·p) time and 2·m·p numbers of state.
 *
 * <p><b>Differences from the paper:</b> each coordinate has a strength of its own; those of strength 0 (the intercept) know no
 * orthant, and (2) leaves their sign alone. Where F(θ(α)) and F(θ) differ by rounding only, (5) is met by
 * ⟨∇S(θ(α)) − g, s⟩ ≤ 2·(1 − c₁)·⟨v, s⟩. When no α is accepted, the pairs are dropped and the step is tried once more.
 *
 * <p><b>References</b>
 * <ol><li>G. Andrew, J. Gao (2007): Scalable Training of L1-Regularized Log-Linear Models. ICML.</ol>
 *
 * @param memory number m of pairs; ≥ 1
 * @param tolerance part of the first slope, and root of the part of the decrease, at which to stop; in [0, 1)
 * @since 0.1.0
 */
public record OwlQn(int memory, double tolerance) implements Optimizer<Composite<? extends Smooth>> {

    /** Checks the ranges. */
    public OwlQn {
        if (!(memory >= 1)) {
            throw new IllegalArgumentException("memory must be >= 1, but was " + memory);
        }
        Checks.tolerance(tolerance);
    }

    /**
     * The usual settings.
     *
     * @return 10 pairs, tolerance 10⁻⁸
     */
    public static OwlQn defaults() {
        return new OwlQn(10, 1e-8);
    }

    /**
     * Returns a copy with another tolerance.
     *
     * @param newTolerance part of the first slope at which to stop; in [0, 1)
     * @return the copy
     */
    public OwlQn withTolerance(double newTolerance) {
        return new OwlQn(memory, newTolerance);
    }

    @Override
    @SuppressWarnings("unchecked") // a class literal can't say what is composed; any smooth part will do
    public Need<Composite<? extends Smooth>> needs() {
        Class<?> composite = Composite.class;
        return new Need<>(
                (Class<Composite<? extends Smooth>>) composite, true, "a smooth objective plus absolute values (L1)");
    }

    /**
     * Starts a run, or resumes one.
     *
     * @throws IllegalArgumentException if the penalty isn't a sum of absolute values
     */
    @Override
    public ParameterRun start(Composite<? extends Smooth> objective, double[] theta0, long seed, Memory runMemory) {
        needs().require(name(), objective);
        Checks.theta0(theta0, objective.blocks().size());
        return new OwlQnRun(this, objective, PenaltyShape.strengths(this, objective), theta0, runMemory);
    }

    @Override
    public String formula() {
        return "θ ← θ − α·H·(∇S(θ) + λ∘sign θ) within an orthant, H ≈ (∇²S)⁻¹ from the last " + memory + " steps";
    }

    @Override
    public String source() {
        return "G. Andrew, J. Gao (2007): Scalable Training of L1-Regularized Log-Linear Models";
    }
}
