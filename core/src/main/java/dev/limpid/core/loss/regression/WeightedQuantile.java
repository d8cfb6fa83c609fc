package dev.limpid.core.loss.regression;

import java.util.Arrays;

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

    /** Runs up to this length are sorted by insertion. */
    private static final int INSERTION = 16;

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
        double[] sorted = x.clone();
        double[] weights = w.clone();
        sort(sorted, weights);
        int n = sorted.length;
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double goal = level * total;
        double tolerance = 2 * n * Math.ulp(total);
        double below = 0;
        for (int k = 0; k < n - 1; k++) {
            below += weights[k];
            if (Math.abs(below - goal) <= tolerance) {
                return 0.5 * sorted[k] + 0.5 * sorted[k + 1]; // (2)
            }
            if (below > goal) {
                return sorted[k]; // (1)
            }
        }
        return sorted[n - 1]; // (1)
    }

    /** Sorts x ascending and takes w along; equal numbers keep their order, so that sums of weights keep their bits. */
    private static void sort(double[] x, double[] w) {
        if (allEqual(w)) {
            Arrays.sort(x);
            return;
        }
        double[] fromX = x.clone();
        double[] fromW = w.clone();
        mergeSort(fromX, fromW, x, w, 0, x.length);
    }

    private static boolean allEqual(double[] w) {
        boolean equal = true;
        for (double weight : w) {
            equal &= weight == w[0];
        }
        return equal;
    }

    /** Sorts places [low, high) of (fromX, fromW) into (x, w); both hold the same numbers there at the start. */
    private static void mergeSort(double[] fromX, double[] fromW, double[] x, double[] w, int low, int high) {
        if (high - low <= INSERTION) {
            insertionSort(x, w, low, high);
            return;
        }
        int middle = (low + high) >>> 1;
        mergeSort(x, w, fromX, fromW, low, middle);
        mergeSort(x, w, fromX, fromW, middle, high);
        int left = low;
        int right = middle;
        for (int k = low; k < high; k++) {
            boolean takeLeft = right == high || (left < middle && Double.compare(fromX[left], fromX[right]) <= 0);
            int from = takeLeft ? left++ : right++;
            x[k] = fromX[from];
            w[k] = fromW[from];
        }
    }

    private static void insertionSort(double[] x, double[] w, int low, int high) {
        for (int i = low + 1; i < high; i++) {
            double number = x[i];
            double weight = w[i];
            int k = i;
            for (; k > low && Double.compare(x[k - 1], number) > 0; k--) {
                x[k] = x[k - 1];
                w[k] = w[k - 1];
            }
            x[k] = number;
            w[k] = weight;
        }
    }
}
