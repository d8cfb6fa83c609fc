package dev.limpid.core.optimizer.splitting;

import dev.limpid.core.objective.Line;

/**
 * The minimum of a line over a segment [0, α_max], by its slope.
 *
 * <pre>
 *   α ← α_max; accept it if φ′(α) ≤ 0 and φ(α) ≤ φ(0)                              (1)  up to rounding, here and below
 *   lo ← 0, hi ← α_max; repeat
 *     α ← where the secant of φ′ through lo and hi is 0, or the middle              (2)
 *     if |φ′(α)| ≤ 10⁻⁴·|φ′(0)| and φ(α) ≤ φ(0): accept α                           (3)
 *     lo ← α if φ′(α) &lt; 0 and φ(α) ≤ φ(0), else hi ← α                              (4)
 *     when the same end moves twice running, the slope at the other is halved       (5)  for (2) alone
 * </pre>
 *
 * <p>On a parabola the first secant hits. Line (5) is the Illinois rule of M. Dowell, P. Jarratt (1971): A Modified Regula Falsi Method for
 * Computing the Root of an Equation. BIT 11.
 */
final class Segment {

    private static final double FLAT = 1e-4;

    private static final int EVALUATIONS = 60;

    /** Part of φ(0) that its rounding may be. */
    private static final double ROUNDING = 1e-14;

    private Segment() {}

    /** Returns the minimum; the point at 0, which is given, if none lower can be told. */
    static Line.Point minimum(Line phi, Line.Point zero, double most) {
        if (!(zero.slope() < 0)) {
            return zero;
        }
        double start = zero.value() + ROUNDING * Math.abs(zero.value());
        Line.Point p = phi.at(most);
        if (p.slope() <= 0 && p.value() <= start) {
            return p; // (1)
        }
        Line.Point lo = zero;
        Line.Point hi = p;
        double loSlope = lo.slope();
        double hiSlope = hi.slope();
        int moved = 0; // −1: lo, 1: hi
        for (int evaluation = 0; evaluation < EVALUATIONS; evaluation++) {
            p = phi.at(between(lo.alpha(), loSlope, hi.alpha(), hiSlope)); // (2)
            if (Math.abs(p.slope()) <= FLAT * -zero.slope() && p.value() <= start) {
                return p; // (3)
            }
            if (p.slope() < 0 && p.value() <= start) { // (4)
                lo = p;
                loSlope = p.slope();
                hiSlope = moved == -1 ? hiSlope / 2 : hiSlope; // (5)
                moved = -1;
            } else {
                hi = p;
                hiSlope = p.slope();
                loSlope = moved == 1 ? loSlope / 2 : loSlope; // (5)
                moved = 1;
            }
        }
        return lo;
    }

    private static double between(double lo, double loSlope, double hi, double hiSlope) {
        double secant = lo - loSlope * (hi - lo) / (hiSlope - loSlope);
        return hiSlope > 0 && secant > lo && secant < hi ? secant : lo + (hi - lo) / 2;
    }
}
