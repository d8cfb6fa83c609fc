package dev.limpid.core.loss;

/**
 * What a loss's {@code curvature} is.
 *
 * @since 0.1.0
 */
public enum Curvature {
    /** The second derivative where that is positive, else 0. */
    EXACT,
    /** The weight h of a quadratic that touches the loss at f and lies nowhere below it:
     * ℓ(y, f + d) ≤ ℓ(y, f) + g·d + ½h·d² for all d. */
    MAJORISER,
    /** The expectation of the second derivative under the model's own distribution of the target. */
    FISHER,
    /** A number that says nothing about the loss, for a loss that states none. */
    CONSTANT
}
