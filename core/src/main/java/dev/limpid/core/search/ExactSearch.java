package dev.limpid.core.search;

import dev.limpid.core.objective.Line;

/**
 * The minimum along the direction, up to a small part of the slope.
 *
 * <pre>
 *   |φ′(α)| ≤ tolerance·|φ′(0)|, φ(α) &lt; φ(0)
 * </pre>
 *
 * <p>It is {@link WolfeSearch} with c₂ = tolerance and c₁ = tolerance/2. Its cubic through two points is exact for a
 * quadratic, whose minimum is the second or third point. Methods whose theory asks for exact minima (nonlinear conjugate
 * gradients, steepest descent) can be compared with their theory; in practice a Wolfe search needs fewer evaluations.
 *
 * @param tolerance which part of the slope may be left; in (0, 1)
 * @param maxEvaluations how often φ is asked at most; ≥ 1
 * @since 0.1.0
 */
public record ExactSearch(double tolerance, int maxEvaluations) implements Search {

    /** Checks the ranges. */
    public ExactSearch {
        if (!(tolerance > 0 && tolerance < 1)) {
            throw new IllegalArgumentException("tolerance must be in (0, 1), but was " + tolerance);
        }
        if (!(maxEvaluations >= 1)) {
            throw new IllegalArgumentException("maxEvaluations must be >= 1, but was " + maxEvaluations);
        }
    }

    /**
     * The usual settings.
     *
     * @return tolerance 10⁻⁶, at most 60 evaluations
     */
    public static ExactSearch defaults() {
        return new ExactSearch(1e-6, 60);
    }

    @Override
    public Line.Point along(Line phi, double guess) {
        return new WolfeSearch(tolerance / 2, tolerance, maxEvaluations).along(phi, guess);
    }

    @Override
    public String formula() {
        return "φ′(α) = 0";
    }
}
