package dev.limpid.core.loss.regression;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The quantile of weighted numbers: a minimiser q of Σᵢ wᵢ·ρ_τ(xᵢ − q).
 *
 * <p>Sorted ascending, with C(k) the weight of the first k numbers and W of all of them:
 *
 * <pre>
 *   q = x₍ₖ₎                      for the first k with C(k) &gt; τ·W       (1)
 *   q = ½·(x₍ₖ₎ + x₍ₖ₊₁₎)          if C(k) = τ·W                        (2)
 * </pre>
 *
 * <p>In (2) every number from x₍ₖ₎ to x₍ₖ₊₁₎ is a minimiser; the middle makes the median of an even number of rows what
 * everyone expects, and turns into itself when all signs are. With equal weights this is definition 2 of Hyndman and Fan.
 * Weight 2 is the number twice. C(k) = τ·W is decided within the rounding error of a sum of n weights.
 *
 * <p><b>References</b>
 * <ol><li>R. J. Hyndman, Y. Fan (1996): Sample Quantiles in Statistical Packages. The American Statistician 50(4).</li></ol>
 *
 * @since 0.1.0
 */
public final class WeightedQuantile {

    private WeightedQuantile() {}

    /**
     * Returns the quantile.
     *
     * @param x numbers, length n ≥ 1, without NaN; not changed
     * @param w weights &gt; 0, length n; not changed
     * @param level τ in (0, 1)
     * @return q; O(n log n)
     */
    public static double of(double[] x, double[] w, double level) {
        Integer[] order = new Integer[x.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> x[i]));
        double total = 0;
        for (int i : order) {
            total += w[i];
        }
        double goal = level * total;
        double tolerance = 2 * x.length * Math.ulp(total);
        double below = 0;
        for (int k = 0; k < order.length - 1; k++) {
            below += w[order[k]];
            if (Math.abs(below - goal) <= tolerance) {
                return 0.5 * x[order[k]] + 0.5 * x[order[k + 1]]; // (2)
            }
            if (below > goal) {
                return x[order[k]]; // (1)
            }
        }
        return x[order[order.length - 1]]; // (1)
    }
}
