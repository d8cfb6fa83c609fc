package dev.limpid.core.objective;

/**
 * An objective along a direction, φ(α) = F(θ + α·d).
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface Line {

    /**
     * A point of φ.
     *
     * @param alpha step length α
     * @param value φ(α)
     * @param slope φ′(α) = ⟨∇F(θ + α·d), d⟩
     */
    record Point(double alpha, double value, double slope) {}

    /**
     * Evaluates φ.
     *
     * @param alpha step length α
     * @return α, φ(α), φ′(α)
     */
    Point at(double alpha);

    /**
     * Hands over ∇F(θ + α·d), if it is still at hand from the last evaluation.
     *
     * @param alpha step length α that was evaluated last
     * @param g receives the gradient, if it is at hand; else not changed
     * @return whether it was at hand; false unless overridden
     */
    default boolean gradient(double alpha, double[] g) {
        return false;
    }
}
