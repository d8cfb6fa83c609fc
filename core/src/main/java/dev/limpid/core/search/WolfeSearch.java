package dev.limpid.core.search;

import dev.limpid.core.objective.Line;

/**
 * A search for a step that meets the strong Wolfe conditions.
 *
 * <pre>
 *   φ(α) ≤ φ(0) + c₁·α·φ′(0)                                     (W1) enough decrease
 *   |φ′(α)| ≤ c₂·|φ′(0)|                                         (W2) flat enough
 *
 *   lo ← 0, hi ← none, α ← guess; repeat
 *     α ↦ φ(α), φ′(α)                                            (1)
 *     if φ(α) isn't finite, or (W1) fails:        hi ← α         (2)
 *     else if (W2) holds:                         accept α       (3)
 *     else if φ′(α) &gt; 0:                          hi ← α         (4)
 *     else:                                       lo ← α         (5)
 *     α ← beyond lo if there is no hi, else a point in (lo, hi)  (6)
 * </pre>
 *
 * <p>At lo, φ − φ(0) − c₁·α·φ′(0) is ≤ 0 and falls; at hi it is &gt; 0 or rises; so a point that meets both conditions always lies
 * between them when φ is continuously differentiable. Line (6) goes to the minimum of the cubic through lo and hi, kept off
 * the ends, and halves the interval when two cuts have not.
 *
 * <p>Where φ(α) differs from φ(0) by rounding only, (W1) is met by slopes too: φ′(0) &lt; φ′(α) ≤ (2·c₁ − 1)·φ′(0). So a search goes on
 * finding better points where the objective's digits end, and reaches gradients of full relative accuracy.
 *
 * <p>If evaluations run out, lo is returned, which meets (W1), or 0 if φ(lo) isn't below φ(0).
 *
 * <p><b>References</b>
 * <ol><li>J. Nocedal, S. J. Wright (2006): Numerical Optimization, 2nd edition, section 3.5.
 * <li>W. W. Hager, H. Zhang (2005): A New Conjugate Gradient Method with Guaranteed Descent and an Efficient Line Search.
 *     SIAM Journal on Optimization 16, section 4.</ol>
 *
 * @param c1 c₁, which part of the decrease that the slope promises is enough; 0 &lt; c₁ &lt; ½
 * @param c2 c₂, which part of the slope may be left; c₁ &lt; c₂ &lt; 1
 * @param maxEvaluations how often φ is asked at most; ≥ 1
 * @since 0.1.0
 */
public record WolfeSearch(double c1, double c2, int maxEvaluations) implements Search {

    /** Checks the ranges. */
    public WolfeSearch {
        if (!(c1 > 0 && c1 < 0.5)) {
            throw new IllegalArgumentException("c1 must be in (0, 0.5), but was " + c1);
        }
        if (!(c2 > c1 && c2 < 1)) {
            throw new IllegalArgumentException("c2 must be in (c1, 1) with c1 = " + c1 + ", but was " + c2);
        }
        if (!(maxEvaluations >= 1)) {
            throw new IllegalArgumentException("maxEvaluations must be >= 1, but was " + maxEvaluations);
        }
    }

    /**
     * The usual settings.
     *
     * @return c₁ = 10⁻⁴, c₂ = 0.9, at most 40 evaluations
     */
    public static WolfeSearch defaults() {
        return new WolfeSearch(1e-4, 0.9, 40);
    }

    @Override
    public Line.Point along(Line phi, double guess) {
        SufficientDecrease.requireGuess(guess);
        Line.Point zero = SufficientDecrease.requireDescent(phi.at(0));
        SufficientDecrease decrease = new SufficientDecrease(c1, zero);
        Bracket bracket = new Bracket(zero);
        double alpha = guess;
        for (int evaluation = 0; evaluation < maxEvaluations && bracket.isInside(alpha); evaluation++) {
            Line.Point p = phi.at(alpha); // (1)
            if (!SufficientDecrease.isFinite(p) || !decrease.holds(p)) {
                bracket.hi(p); // (2)
            } else if (Math.abs(p.slope()) <= c2 * -zero.slope()) {
                return p; // (3)
            } else if (p.slope() > 0) {
                bracket.hi(p); // (4)
            } else {
                bracket.lo(p); // (5)
            }
            alpha = bracket.next(); // (6)
        }
        return bracket.lo().value() < zero.value() ? bracket.lo() : zero;
    }

    @Override
    public String formula() {
        return "φ(α) ≤ φ(0) + c₁·α·φ′(0) and |φ′(α)| ≤ c₂·|φ′(0)|";
    }

    @Override
    public String source() {
        return "J. Nocedal, S. J. Wright (2006): Numerical Optimization; W. W. Hager, H. Zhang (2005)";
    }
}
