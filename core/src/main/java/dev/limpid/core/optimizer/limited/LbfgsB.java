package dev.limpid.core.optimizer.limited;

import dev.limpid.core.internal.optimizer.Checks;
import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.optimizer.Need;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.search.Search;
import dev.limpid.core.search.WolfeSearch;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import java.util.Objects;

/**
 * L-BFGS-B: limited-memory BFGS between bounds.
 *
 * <p>It minimises S(θ) over lⱼ ≤ θⱼ ≤ uⱼ: a smooth objective penalised by {@code Box} or {@code NonNegative}. Step k = 0, 1, … from θ with
 * g = ∇S(θ) and the model m(x) = ⟨g, x − θ⟩ + ½·⟨x − θ, B·(x − θ)⟩, B ≈ ∇²S from the last pairs (s, y):
 *
 * <pre>
 *   x_c ← the first local minimum of m along P(θ − t·g), t ≥ 0          (1)  generalised Cauchy point, P clamps to the bounds
 *   x̄ ← argmin of m over x with x = x_c where x_c lies on a bound        (2)  bounds of the others ignored,
 *   x̄ ← the last feasible point on the way from x_c to x̄                 (3)  then kept
 *   d ← x̄ − θ                                                            (4)
 *   α ≈ argmin S(θ + α·d) over feasible α, from the search, first try 1  (5)
 *   θ ← θ + α·d;  the new pair s = α·d,  y = ∇S(θ) − g                     (6)  left out if ⟨s, y⟩ isn't clearly &gt; 0
 * </pre>
 *
 * <p>It has converged when ‖P(θ − g) − θ‖∞ ≤ tolerance of that at the start, and −½·⟨g, d⟩ is at most tolerance² of the decrease so far.
 *
 * <p>Use it for bounds on any number of parameters. Cost per step: about one gradient, O(m·p) time (with many bounds
 * met at once O(m²·p)), 2·m·p numbers of state. Parameters that end on a bound are exactly there. A start outside the bounds is
 * clamped.
 *
 * <p><b>Differences from the paper:</b> the search is that of {@code Lbfgs}; without pairs, its first try is 1/‖d‖ if that is
 * shorter. When it finds no better point, the pairs are dropped and the step is tried once more.
 *
 * <p><b>References</b>
 * <ol><li>R. H. Byrd, P. Lu, J. Nocedal, C. Zhu (1995): A Limited Memory Algorithm for Bound Constrained Optimization. SIAM
 *     Journal on Scientific Computing 16, sections 3 to 5.</ol>
 *
 * @param memory number m of pairs; ≥ 1
 * @param search how far to go along the direction
 * @param tolerance part of the first projected gradient, and root of the part of the decrease, at which to stop; in [0, 1)
 * @since 0.1.0
 */
public record LbfgsB(int memory, Search search, double tolerance) implements Optimizer<Composite<? extends Smooth>> {

    /** Checks the ranges. */
    public LbfgsB {
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
    public static LbfgsB defaults() {
        return new LbfgsB(10, WolfeSearch.defaults(), 1e-8);
    }

    /**
     * Returns a copy with another tolerance.
     *
     * @param newTolerance part of the first projected gradient at which to stop; in [0, 1)
     * @return the copy
     */
    public LbfgsB withTolerance(double newTolerance) {
        return new LbfgsB(memory, search, newTolerance);
    }

    @Override
    @SuppressWarnings("unchecked") // a class literal can't say what is composed; any smooth part will do
    public Need<Composite<? extends Smooth>> needs() {
        Class<?> composite = Composite.class;
        return new Need<>(
                (Class<Composite<? extends Smooth>>) composite, true, "a smooth objective with bounds on parameters");
    }

    /**
     * Starts a run, or resumes one.
     *
     * @throws IllegalArgumentException if the penalty isn't a pair of bounds for each parameter
     */
    @Override
    public ParameterRun start(Composite<? extends Smooth> objective, double[] theta0, long seed, Memory runMemory) {
        needs().require(name(), objective);
        Checks.theta0(theta0, objective.blocks().size());
        return new LbfgsBRun(this, objective, PenaltyShape.bounds(this, objective), theta0, runMemory);
    }

    @Override
    public String formula() {
        return "θ ← θ + α·(x̄ − θ), x̄ the minimum of ⟨g, x − θ⟩ + ½⟨x − θ, B·(x − θ)⟩ between the bounds";
    }

    @Override
    public String source() {
        return "R. H. Byrd, P. Lu, J. Nocedal, C. Zhu (1995): A Limited Memory Algorithm for Bound Constrained Optimization";
    }
}
