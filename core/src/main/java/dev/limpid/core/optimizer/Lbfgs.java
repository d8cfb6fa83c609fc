package dev.limpid.core.optimizer;

import dev.limpid.core.internal.optimizer.Checks;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.search.Search;
import dev.limpid.core.search.WolfeSearch;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import java.util.Objects;

/**
 * Limited-memory BFGS: a quasi-Newton step whose inverse Hessian is kept as the last m moves and changes of gradient.
 *
 * <p>It minimises a smooth F(θ). Step k = 0, 1, … from θ with gradient g and pairs (sᵢ, yᵢ), ρᵢ = 1/⟨sᵢ, yᵢ⟩:
 *
 * <pre>
 *   q ← g
 *   aᵢ ← ρᵢ·⟨sᵢ, q⟩,  q ← q − aᵢ·yᵢ        (1)  from the newest pair to the oldest
 *   q ← q·⟨s, y⟩ / ⟨y, y⟩                   (2)  with the newest pair
 *   b ← ρᵢ·⟨yᵢ, q⟩,  q ← q + (aᵢ − b)·sᵢ    (3)  from the oldest pair to the newest
 *   d = −q                                  (4)  direction
 *   α ≈ argmin F(θ + α·d)                   (5)  by the search, first try 1
 *   θ ← θ + α·d                             (6)
 *   s = α·d,  y = ∇F(θ) − g                 (7)  the new pair; left out if ⟨s, y⟩ isn't clearly &gt; 0
 * </pre>
 *
 * <p>It has converged when ‖g‖∞ ≤ tolerance·‖g₀‖∞ with g₀ the gradient at the start, and the next step promises a decrease of at
 * most tolerance² of that so far, −½·⟨g, d⟩ ≤ tolerance²·(F₀ − F): the rules of {@link Descent}, of which this is one. A factor on the objective or a constant added to it doesn't
 * change these rules. Where digits end before, it says {@code STALLED} and why.
 *
 * <p>Use it for smooth objectives of any size. Cost per step: about one gradient, O(m·p) time and 2·m·p numbers of state.
 *
 * <p><b>Differences from the paper:</b> without pairs, the first try in (5) is 1/‖g‖, a move of length 1. When the search finds
 * no better point, or d doesn't descend, the pairs are dropped and the step is tried once more along −g.
 *
 * <p><b>References</b>
 * <ol><li>J. Nocedal (1980): Updating Quasi-Newton Matrices with Limited Storage. Mathematics of Computation 35.
 * <li>D. C. Liu, J. Nocedal (1989): On the Limited Memory BFGS Method for Large Scale Optimization. Mathematical Programming
 *     45.</ol>
 *
 * @param memory number m of pairs; ≥ 1
 * @param search how far to go along the direction
 * @param tolerance part of the first gradient, and root of the part of the decrease, at which to stop; in [0, 1)
 * @since 0.1.0
 */
public record Lbfgs(int memory, Search search, double tolerance) implements Optimizer<Smooth> {

    /** Checks the ranges. */
    public Lbfgs {
        if (!(memory >= 1)) {
            throw new IllegalArgumentException("memory must be >= 1, but was " + memory);
        }
        Objects.requireNonNull(search, "search");
        Checks.tolerance(tolerance);
    }

    /**
     * The usual settings.
     *
     * @return 10 pairs, a Wolfe search, tolerance 10⁻⁸
     */
    public static Lbfgs defaults() {
        return new Lbfgs(10, WolfeSearch.defaults(), 1e-8);
    }

    /**
     * Returns a copy with another tolerance.
     *
     * @param newTolerance part of the first gradient at which to stop; in [0, 1)
     * @return the copy
     */
    public Lbfgs withTolerance(double newTolerance) {
        return new Lbfgs(memory, search, newTolerance);
    }

    @Override
    public Need<Smooth> needs() {
        return new LbfgsDirection(memory).needs();
    }

    @Override
    public ParameterRun start(Smooth objective, double[] theta0, long seed, Memory runMemory) {
        needs().require(name(), objective);
        Checks.theta0(theta0, objective.blocks().size());
        return new DescentRun<>(
                new Descent<>(new LbfgsDirection(memory), search, tolerance), objective, theta0, runMemory);
    }

    @Override
    public String formula() {
        return "θ ← θ − α·H·∇F(θ), H ≈ (∇²F)⁻¹ from the last " + memory + " steps";
    }

    @Override
    public String source() {
        return "D. C. Liu, J. Nocedal (1989): On the Limited Memory BFGS Method for Large Scale Optimization";
    }
}
