package dev.limpid.core.search;

import dev.limpid.core.objective.Line;

/**
 * The condition of Armijo (1966), in two forms that agree on parabolas:
 *
 * <pre>
 *   φ(α) ≤ φ(0) + c₁·α·φ′(0), φ(α) &lt; φ(0)    by values
 *   φ′(0) &lt; φ′(α) ≤ (2·c₁ − 1)·φ′(0)         by slopes: enough where |φ(α) − φ(0)| ≤ ε·|φ(0)|, so that values may tell rounding
 * </pre>
 *
 * <p>Where values don't fall though the slope is still that at 0, or steeper, the gradient is wrong or the step is none.
 *
 * <p>The second form is the approximate condition of W. W. Hager, H. Zhang (2005): A New Conjugate Gradient Method with
 * Guaranteed Descent and an Efficient Line Search. SIAM Journal on Optimization 16, equation (4.1).
 */
final class SufficientDecrease {

    /** ε: sums over millions of rows have about this relative rounding error, with room to spare. */
    static final double ROUNDING = 1e-11;

    private final double c1;
    private final Line.Point zero;

    SufficientDecrease(double c1, Line.Point zero) {
        this.c1 = c1;
        this.zero = zero;
    }

    boolean holds(Line.Point p) {
        return byValues(p) || (isRounding(p) && bySlopes(p));
    }

    private boolean byValues(Line.Point p) {
        return p.value() < zero.value() && p.value() <= zero.value() + c1 * p.alpha() * zero.slope();
    }

    private boolean bySlopes(Line.Point p) {
        return p.slope() > zero.slope() && p.slope() <= (2 * c1 - 1) * zero.slope();
    }

    /** Tells whether values at 0 and p differ by no more than rounding. */
    boolean isRounding(Line.Point p) {
        return Math.abs(p.value() - zero.value()) <= ROUNDING * Math.abs(zero.value());
    }

    static boolean isFinite(Line.Point p) {
        return Double.isFinite(p.value()) && Double.isFinite(p.slope());
    }

    static Line.Point requireDescent(Line.Point zero) {
        if (!(isFinite(zero) && zero.slope() < 0)) {
            throw new IllegalArgumentException("phi must be finite with a slope < 0 at 0, but phi(0) was "
                    + zero.value() + " with slope " + zero.slope() + "; search along a direction of descent");
        }
        return zero;
    }

    static void requireGuess(double guess) {
        if (!(guess > 0 && Double.isFinite(guess))) {
            throw new IllegalArgumentException("guess must be finite and > 0, but was " + guess);
        }
    }
}
