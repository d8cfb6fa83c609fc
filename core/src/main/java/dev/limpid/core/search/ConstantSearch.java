package dev.limpid.core.search;

import dev.limpid.core.objective.Line;

/**
 * No search: always the same length.
 *
 * <pre>
 *   α = length
 * </pre>
 *
 * <p>Along −∇F any length below 2/L lowers an objective whose gradient has the Lipschitz constant L; along a Newton direction
 * 1 is the pure method. Where the objective is higher there, or not finite, 0 is returned, so that the run ends and says so.
 *
 * @param length α; finite, &gt; 0
 * @since 0.1.0
 */
public record ConstantSearch(double length) implements Search {

    /** Checks the range. */
    public ConstantSearch {
        if (!(length > 0 && Double.isFinite(length))) {
            throw new IllegalArgumentException("length must be finite and > 0, but was " + length);
        }
    }

    @Override
    public Line.Point along(Line phi, double guess) {
        SufficientDecrease.requireGuess(guess);
        Line.Point zero = SufficientDecrease.requireDescent(phi.at(0));
        Line.Point p = phi.at(length);
        boolean rises = p.value() > zero.value() + SufficientDecrease.ROUNDING * Math.abs(zero.value());
        return SufficientDecrease.isFinite(p) && !rises ? p : zero;
    }

    @Override
    public String formula() {
        return "α = " + length;
    }
}
