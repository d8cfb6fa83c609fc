package dev.limpid.algorithms.tree;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How the cells of one column become codes: 0 … size − 1 for values, {@code size} for a missing value.
 *
 * <p>A numeric column has cuts t₀ &lt; t₁ &lt; …; the code of x is the number of cuts below x, so "x ≤ t_b" and "code ≤ b" say
 * the same of every x. A categorical column has a code per level that is kept; levels beyond them share the last code.
 */
final class FeatureBins {

    private final double[] cuts;
    private final int[] binOfLevel;
    private final int[] levelOfBin;

    private FeatureBins(double[] cuts, int[] binOfLevel, int[] levelOfBin) {
        this.cuts = cuts;
        this.binOfLevel = binOfLevel;
        this.levelOfBin = levelOfBin;
    }

    /**
     * Cuts a numeric column at weighted quantiles.
     *
     * @param values distinct values, increasing, at 0 … count − 1
     * @param weights their weights &gt; 0
     * @param count number of distinct values
     * @param bins largest number of bins
     */
    static FeatureBins numeric(double[] values, double[] weights, int count, int bins) {
        double[] cuts = new double[Math.max(0, count - 1)];
        int made = 0;
        double rest = 0;
        for (int i = 0; i < count; i++) {
            rest += weights[i];
        }
        double filled = 0;
        for (int i = 0; i + 1 < count && made + 1 < bins; i++) {
            filled += weights[i];
            boolean enoughForAll = count <= bins;
            boolean full =
                    filled + 0.5 * weights[i + 1] >= rest / (bins - made); // nearer now than after the next value
            if (enoughForAll || full) {
                cuts[made++] = midpoint(values[i], values[i + 1]);
                rest -= filled;
                filled = 0;
            }
        }
        return new FeatureBins(Arrays.copyOf(cuts, made), new int[0], new int[0]);
    }

    /**
     * Gives each level a code of its own; if there are too many, or some never occur, the heaviest ones.
     *
     * @param weights sum of the weights of each level
     * @param bins largest number of bins
     */
    static FeatureBins categorical(double[] weights, int bins) {
        int[] seen = IntStream.range(0, weights.length)
                .filter(level -> weights[level] > 0)
                .toArray();
        int[] kept = seen.length <= bins && seen.length == weights.length
                ? seen
                : Arrays.stream(seen)
                        .boxed()
                        .sorted(Comparator.comparingDouble((Integer level) -> -weights[level])
                                .thenComparing(level -> level))
                        .limit(bins - 1L)
                        .mapToInt(level -> level)
                        .sorted()
                        .toArray();
        int[] binOfLevel = new int[weights.length];
        Arrays.fill(binOfLevel, kept.length);
        for (int b = 0; b < kept.length; b++) {
            binOfLevel[kept[b]] = b;
        }
        return new FeatureBins(new double[0], binOfLevel, kept);
    }

    /** Returns t with a ≤ t &lt; b, half way between. */
    static double midpoint(double a, double b) {
        double t = 0.5 * a + 0.5 * b;
        return t < b ? Math.max(a, t) : a;
    }

    boolean isCategorical() {
        return binOfLevel.length > 0;
    }

    /** Returns the number of codes for values; the code of a missing value is this number. */
    int size() {
        if (isCategorical()) {
            return levelOfBin.length == binOfLevel.length ? levelOfBin.length : levelOfBin.length + 1;
        }
        return cuts.length + 1;
    }

    /** Returns how many levels have a code of their own. */
    int levels() {
        return levelOfBin.length;
    }

    int code(double x) {
        if (Double.isNaN(x)) {
            return size();
        }
        if (isCategorical()) {
            return binOfLevel[(int) x];
        }
        int low = 0;
        int high = cuts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (x > cuts[middle]) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns what raw cells are compared with: t_b (+∞ after the last cut), or the level of code b (−1 for none). */
    double threshold(int bin) {
        if (isCategorical()) {
            return bin >= 0 ? levelOfBin[bin] : -1;
        }
        return bin < cuts.length ? cuts[bin] : Double.POSITIVE_INFINITY;
    }
}
