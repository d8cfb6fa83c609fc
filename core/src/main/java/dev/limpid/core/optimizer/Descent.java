package dev.limpid.core.optimizer;

import dev.limpid.core.internal.optimizer.Checks;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.search.Search;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import java.util.Objects;

/**
 * Descent: a direction says where to go, a search how far.
 *
 * <p>It minimises a smooth F(θ). Step k = 0, 1, … from θ with gradient g:
 *
 * <pre>
 *   d with ⟨g, d⟩ &lt; 0, from the direction        (1)
 *   α ≈ argmin F(θ + α·d), from the search       (2)
 *   θ ← θ + α·d                                  (3)
 *   the direction learns s = α·d and y = ∇F(θ) − g    (4)
 * </pre>
 *
 * <p>It has converged when ‖g‖∞ ≤ tolerance·‖g₀‖∞ with g₀ the gradient at the start, and the next step promises a decrease of at
 * most tolerance² of that so far, −½·α·⟨g, d⟩ ≤ tolerance²·(F₀ − F) with α its first try. A factor on the objective or a constant
 * added to it doesn't change these rules. Where digits end before, it says {@code STALLED} and why.
 *
 * <p>When the search finds no better point, or d doesn't descend, the direction forgets what it learned and the step is tried
 * once more, along −g if need be.
 *
 * <pre>{@code
 * Descent.along(new PolakRibiere())                                    // with the search that suits it
 * Descent.along(new SteepestDescent()).with(BarzilaiBorweinSearch.defaults())
 * }</pre>
 *
 * <p><b>References</b>
 * <ol><li>J. Nocedal, S. J. Wright (2006): Numerical Optimization, 2nd edition, chapter 3.</ol>
 *
 * @param direction where to go
 * @param search how far
 * @param tolerance part of the first gradient, and root of the part of the decrease, at which to stop; in [0, 1)
 * @param <V> what the direction needs the objective to offer
 * @since 0.1.0
 */
public record Descent<V extends Smooth>(Direction<V> direction, Search search, double tolerance)
        implements Optimizer<V> {

    /** Checks that the parts are there, and the range. */
    public Descent {
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(search, "search");
        Checks.tolerance(tolerance);
    }

    /**
     * Returns descent along a direction with the usual settings.
     *
     * @param direction where to go
     * @param <V> what the direction needs the objective to offer
     * @return with the search that suits the direction, tolerance 10⁻⁸
     */
    public static <V extends Smooth> Descent<V> along(Direction<V> direction) {
        return new Descent<>(direction, direction.search(), 1e-8);
    }

    /**
     * Returns a copy with another search.
     *
     * @param newSearch how far to go
     * @return the copy
     */
    public Descent<V> with(Search newSearch) {
        return new Descent<>(direction, newSearch, tolerance);
    }

    /**
     * Returns a copy with another tolerance.
     *
     * @param newTolerance part of the first gradient at which to stop; in [0, 1)
     * @return the copy
     */
    public Descent<V> withTolerance(double newTolerance) {
        return new Descent<>(direction, search, newTolerance);
    }

    @Override
    public Need<V> needs() {
        return direction.needs();
    }

    @Override
    public ParameterRun start(V objective, double[] theta0, long seed, Memory memory) {
        needs().require(name(), objective);
        Checks.theta0(theta0, objective.blocks().size());
        return new DescentRun<>(this, objective, theta0, memory);
    }

    @Override
    public String name() {
        return direction.name();
    }

    @Override
    public String formula() {
        return "θ ← θ + α·d, " + direction.formula();
    }

    @Override
    public String source() {
        return direction.source();
    }
}
