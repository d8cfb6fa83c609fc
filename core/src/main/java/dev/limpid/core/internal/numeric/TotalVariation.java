package dev.limpid.core.internal.numeric;

/**
 * The prox of the total variation of a sequence, exactly and in O(n), by Johnson's dynamic program.
 *
 * <pre>
 *   minimise ½·Σᵢ (xᵢ − yᵢ)² + t·Σᵢ |xᵢ₊₁ − xᵢ|
 *
 *   fᵢ(b): the least cost of x₁ … xᵢ with xᵢ = b; its slope fᵢ′ is continuous, piecewise linear and rising
 *   f₁′(b) = b − y₁                                                   (1)
 *   lᵢ, uᵢ ← where fᵢ′ is −t and t                                    (2)
 *   fᵢ₊₁′(b) = min(max(fᵢ′(b), −t), t) + b − yᵢ₊₁                     (3)  constant −t below lᵢ, t above uᵢ
 *   xₙ ← where fₙ′ is 0                                               (4)
 *   xᵢ ← min(max(xᵢ₊₁, lᵢ), uᵢ)  from the last but one to the first   (5)
 * </pre>
 *
 * <p>By (5), neighbours that are fused are equal to the last bit. The lines of fᵢ′ are kept as knots with the change of line at
 * each; (2) drops the knots outside of [lᵢ, uᵢ] and adds one at either end, so that each knot is made and dropped once. All is seen
 * from y₁, which costs no digits where a sequence is far from 0.
 *
 * <p>N. A. Johnson (2013): A Dynamic Programming Algorithm for the Fused Lasso and L0-Segmentation. Journal of Computational and
 * Graphical Statistics 22.
 */
public final class TotalVariation {

    private final double[] y;
    private final double t;
    private final double origin;
    private final double[] knots;
    private final double[] slopes; // by how much slope and intercept change at a knot, seen from left to right
    private final double[] intercepts;
    private int first; // the knots in use are first … last
    private int last;

    private TotalVariation(double[] y, double t) {
        this.y = y;
        this.t = t;
        this.origin = y[0];
        this.knots = new double[2 * y.length];
        this.slopes = new double[2 * y.length];
        this.intercepts = new double[2 * y.length];
        this.first = y.length;
        this.last = y.length - 1;
    }

    /**
     * Takes the prox.
     *
     * @param y the sequence; not changed; finite
     * @param t strength times step, ≥ 0
     * @return x
     */
    public static double[] prox(double[] y, double t) {
        return y.length < 2 || t == 0 ? y.clone() : new TotalVariation(y, t).solve();
    }

    private double[] solve() {
        int n = y.length;
        double[] low = new double[n - 1];
        double[] high = new double[n - 1];
        for (int i = 0; i < n - 1; i++) {
            double below = i == 0 ? 0 : -t; // the slope that comes from the left, far below and far above; (1) (3)
            double above = i == 0 ? 0 : t;
            low[i] = cutBelow(below - (y[i] - origin), -t); // (2)
            high[i] = cutAbove(above - (y[i] - origin), t);
        }
        double[] x = new double[n];
        x[n - 1] = cutBelow(-t - (y[n - 1] - origin), 0); // (4)
        for (int i = n - 2; i >= 0; i--) {
            x[i] = Math.min(Math.max(x[i + 1], low[i]), high[i]); // (5)
        }
        for (int i = 0; i < n; i++) {
            x[i] += origin;
        }
        return x;
    }

    /** Finds where the slope, a line b + intercept at the far left, reaches a level; makes it constant to the left. */
    private double cutBelow(double intercept, double level) {
        double a = 1;
        double c = intercept;
        while (first <= last && a * knots[first] + c <= level) {
            a += slopes[first];
            c += intercepts[first];
            first++;
        }
        double at = (level - c) / a;
        first--;
        knots[first] = at;
        slopes[first] = a;
        intercepts[first] = c - level;
        return at;
    }

    /** The same from the far right. */
    private double cutAbove(double intercept, double level) {
        double a = 1;
        double c = intercept;
        while (last >= first && a * knots[last] + c >= level) {
            a -= slopes[last];
            c -= intercepts[last];
            last--;
        }
        double at = (level - c) / a;
        last++;
        knots[last] = at;
        slopes[last] = -a;
        intercepts[last] = level - c;
        return at;
    }
}
