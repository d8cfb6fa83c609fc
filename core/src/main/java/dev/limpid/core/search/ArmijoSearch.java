package dev.limpid.core.search;

import dev.limpid.core.objective.Line;

/**
 * Backtracking: the first of ever shorter steps that lowers the objective enough.
 *
 * <pre>
 *   α ← guess; repeat
 *     accept α if φ(α) ≤ φ(0) + c₁·α·φ′(0)                             (1)
 *     α* ← −φ′(0)·α² / (2·(φ(α) − φ(0) − φ′(0)·α))                     (2) minimum of the parabola through φ(0), φ′(0), φ(α)
 *     α ← α* kept in [α/10, α/2]                                       (3)
 * </pre>
 *
 * <p>Where φ(α) differs from φ(0) by rounding only, (1) is met by slopes too: φ′(0) &lt; φ′(α) ≤ (2·c₁ − 1)·φ′(0). A value that is not
 * finite is never accepted, and (3) then takes α/10.
 *
 * <p><b>References</b>
 * <ol><li>L. Armijo (1966): Minimization of functions having Lipschitz continuous first partial derivatives. Pacific Journal of
 *     Mathematics 16.
 * <li>J. Nocedal, S. J. Wright (2006): Numerical Optimization, 2nd edition, section 3.5.</ol>
 *
 * @param c1 c₁, which part of the decrease that the slope promises is enough; 0 &lt; c₁ &lt; ½
 * @param maxEvaluations how often φ is asked at most; ≥ 1
 * @since 0.1.0
 */
public record ArmijoSearch(double c1, int maxEvaluations) implements Search {

    /** Checks the ranges. */
    public ArmijoSearch {
        if (!(c1 > 0 && c1 < 0.5)) {
            throw new IllegalArgumentException("c1 must be in (0, 0.5), but was " + c1);
        }
        if (!(maxEvaluations >= 1)) {
            throw new IllegalArgumentException("maxEvaluations must be >= 1, but was " + maxEvaluations);
        }
    }

    /**
     * The usual settings.
     *
     * @return c₁ = 10⁻⁴, at most 40 evaluations
     */
    public static ArmijoSearch defaults() {
        return new ArmijoSearch(1e-4, 40);
    }

    @Override
    public Line.Point along(Line phi, double guess) {
        SufficientDecrease.requireGuess(guess);
        Line.Point zero = SufficientDecrease.requireDescent(phi.at(0));
        SufficientDecrease decrease = new SufficientDecrease(c1, zero);
        double alpha = guess;
        for (int evaluation = 0; evaluation < maxEvaluations; evaluation++) {
            Line.Point p = phi.at(alpha);
            if (SufficientDecrease.isFinite(p) && decrease.holds(p)) {
                return p; // (1)
            }
            double best =
                    -zero.slope() * alpha * alpha / (2 * (p.value() - zero.value() - zero.slope() * alpha)); // (2)
            alpha = best > 0.1 * alpha ? Math.min(best, 0.5 * alpha) : 0.1 * alpha; // (3)
        }
        return zero;
    }

    @Override
    public String formula() {
        return "φ(α) ≤ φ(0) + c₁·α·φ′(0)";
    }

    @Override
    public String source() {
        return "L. Armijo (1966): Minimization of functions having Lipschitz continuous first partial derivatives";
    }
}
