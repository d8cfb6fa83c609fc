package dev.limpid.core.objective;

/**
 * A smooth objective over a bounded set whose lowest point along a direction is cheap to find: what Frank–Wolfe asks for. An objective
 * is one when each of its blocks has a bounded {@link dev.limpid.core.penalty.LinearMinimizationOracle} for its penalty.
 *
 * @param <S> what the smooth part offers
 * @since 0.1.0
 */
public interface Constrained<S extends Smooth> extends Composite<S> {

    /**
     * Finds the lowest point of the set along a direction.
     *
     * @param g the direction; not changed; finite
     * @param s receives argmin over the set of ⟨g, s⟩; overwritten
     */
    void linearMinimum(double[] g, double[] s);
}
