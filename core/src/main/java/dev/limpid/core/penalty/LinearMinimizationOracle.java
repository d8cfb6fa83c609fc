package dev.limpid.core.penalty;

import dev.limpid.core.parameter.Block;

/**
 * A constraint to a convex set C whose lowest point along a direction is cheap to find: Ω(x) = 0 in C, +∞ outside.
 *
 * <pre>
 *   s = argmin over s ∈ C of ⟨g, s⟩      (1)  an extreme point of C
 * </pre>
 *
 * <p>Frank–Wolfe asks for nothing else, where a projection, which is what the prox of a constraint is, may be dear.
 *
 * <p><b>References</b>
 * <ol><li>M. Jaggi (2013): Revisiting Frank–Wolfe: Projection-Free Sparse Convex Optimization. International Conference on
 *     Machine Learning 30.</ol>
 *
 * @since 0.1.0
 */
public interface LinearMinimizationOracle extends Penalty {

    /**
     * Finds the lowest point of the set along a direction. Of several, always the same is returned.
     *
     * @param g the direction, for all parameters; not changed; finite
     * @param b the block that is constrained
     * @param s receives argmin over C of ⟨g, s⟩ inside the block
     */
    void linearMinimum(double[] g, Block b, double[] s);

    /**
     * Tells whether the set is bounded, so that every direction has a lowest point.
     *
     * @return true unless overridden
     */
    default boolean bounded() {
        return true;
    }
}
