package dev.limpid.core.penalty;

/**
 * Smoothly clipped absolute deviation (SCAD): a lasso up to λ whose slope then falls to 0 at a·λ, so that large coordinates are not
 * shrunk. Not convex.
 *
 * <pre>
 *   ω(x) = λ·|x|                                   if |x| ≤ λ             (1)
 *        = (2·a·λ·|x| − x² − λ²)/(2·(a − 1))       if |x| ≤ a·λ           (2)
 *        = λ²·(a + 1)/2                            beyond                 (3)
 *
 *   prox(z), m = |z|, s the step:
 *     s &lt; a − 1:  sign(z)·max(m − λ·s, 0)                  if m ≤ λ·(1 + s)   (4)
 *                 sign(z)·((a − 1)·m − a·λ·s)/(a − 1 − s)  if m ≤ a·λ         (5)
 *                 z                                        beyond             (6)
 *     s ≥ a − 1:  x₁ ← min(max(m − λ·s, 0), λ)                                (7)  the best point in (1)
 *                 x₃ ← max(m, a·λ)                                            (8)  the best point in (3)
 *                 sign(z)·x₁ or sign(z)·x₃, whichever costs less              (9)
 * </pre>
 *
 * <p>With s &lt; a − 1 the function that prox minimises, ω(x) + (x − z)²/(2·s), is convex. With s ≥ a − 1 it is concave in (2), whose
 * best points are its ends, and those belong to (1) and (3) too. The prox is the global minimum for every step.
 *
 * <p><b>References</b>
 * <ol><li>J. Fan, R. Li (2001): Variable Selection via Nonconcave Penalized Likelihood and Its Oracle Properties. Journal of the
 *     American Statistical Association 96, equation (2.8) for s = 1.</ol>
 *
 * @param strength λ, the slope at 0; finite, ≥ 0
 * @param a where the slope has fallen to 0, in units of λ; finite, &gt; 2
 * @since 0.1.0
 */
public record ScadPenalty(double strength, double a) implements SeparablePenalty {

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException if the strength isn't finite and ≥ 0, or a not finite and &gt; 2
     */
    public ScadPenalty {
        Strengths.check(strength);
        if (!(a > 2 && Double.isFinite(a))) {
            throw new IllegalArgumentException("a must be finite and > 2, but was " + a);
        }
    }

    /**
     * Returns the penalty with a = 3.7, which the paper recommends.
     *
     * @param strength λ, the slope at 0; finite, ≥ 0
     * @return the penalty
     */
    public static ScadPenalty of(double strength) {
        return new ScadPenalty(strength, 3.7);
    }

    /**
     * Returns the penalty.
     *
     * @param strength λ, the slope at 0; finite, ≥ 0
     * @param a where the slope has fallen to 0, in units of λ; finite, &gt; 2
     * @return the penalty
     */
    public static ScadPenalty of(double strength, double a) {
        return new ScadPenalty(strength, a);
    }

    @Override
    public double value(double x, int j) {
        double m = Math.abs(x);
        if (m <= strength) {
            return strength * m; // (1)
        }
        if (m <= a * strength) {
            return (2 * a * strength * m - m * m - strength * strength) / (2 * (a - 1)); // (2)
        }
        return Double.isNaN(x) ? x : strength * strength * (a + 1) / 2; // (3)
    }

    @Override
    public double prox(double z, int j, double step) {
        double x = magnitude(Math.abs(z), step);
        return z < 0 ? 0 - x : x; // 0 − 0 is 0, not −0
    }

    private double magnitude(double m, double step) {
        if (step >= a - 1) {
            double inner = Math.min(Math.max(m - strength * step, 0), strength); // (7)
            double outer = Math.max(m, a * strength); // (8)
            return cost(inner, m, step) <= cost(outer, m, step) ? inner : outer; // (9)
        }
        if (m <= strength * (1 + step)) {
            return Math.max(m - strength * step, 0); // (4)
        }
        return m <= a * strength
                ? ((a - 1) * m - a * strength * step) / (a - 1 - step) // (5)
                : m; // (6)
    }

    private double cost(double x, double m, double step) {
        return value(x, 0) + (x - m) * (x - m) / (2 * step);
    }

    @Override
    public boolean convex() {
        return false;
    }

    @Override
    public String formula() {
        return "Σⱼ λ·|xⱼ| up to λ, constant beyond a·λ, a parabola between";
    }

    @Override
    public String formula(String x) {
        return "SCAD(" + x + "; λ = " + strength + ", a = " + a + ")";
    }

    @Override
    public String source() {
        return "J. Fan, R. Li (2001): Variable Selection via Nonconcave Penalized Likelihood and Its Oracle Properties";
    }
}
