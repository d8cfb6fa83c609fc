package dev.limpid.algorithms.tree;

import dev.limpid.core.criterion.Criterion;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the best split of a node by one column, from the column's histogram.
 *
 * <pre>
 *   numeric:      left = bins 0 … b,      right = bins b+1 …         for each b
 *   categorical:  left = bin b,           right = the other bins     for each level b
 *   missing:      joins the side that gains more; or is a side of its own
 *   gain          = score(left) + score(right) − score(node)
 * </pre>
 *
 * <p>Both sides are sums of bins, never differences, so a side without rows has statistics of exactly 0. Where the node has
 * no missing values, they are sent to the heavier side (left, if both weigh the same).
 */
final class SplitSearch {

    /** A gain within this share of the scores that it is the difference of may be rounding. */
    static final double TIE = 1e-10;

    /** A side lighter than this share of its node may have no row at all, just rounding. */
    private static final double NOTHING = 1e-9;

    private final int feature;
    private final FeatureBins bins;
    private final Criterion criterion;
    private final double minLeafWeight;
    private final int width;
    private final double[] before; // sum of the bins 0 … b
    private final double[] after; // sum of the bins b … at b·width; bins of values only
    private final double[] others; // categorical: all bins but one
    private final double[] side; // a side with the missing values
    private double minWeight;
    private double nodeScore;
    private double bestGain;
    private @Nullable Split best;

    SplitSearch(int feature, FeatureBins bins, Criterion criterion, double minLeafWeight) {
        this.feature = feature;
        this.bins = bins;
        this.criterion = criterion;
        this.minLeafWeight = minLeafWeight;
        this.width = criterion.width();
        this.before = new double[width];
        this.after = new double[(bins.size() + 1) * width];
        this.others = new double[width];
        this.side = new double[width];
    }

    /**
     * Looks at all splits.
     *
     * @param histogram statistics of the bins one after another, the one of missing values last; not changed
     * @param node statistics of the node; not changed
     * @param minGain the gain to exceed
     * @return the best, or null if none gains more than {@code minGain} with enough weight on both sides
     */
    @Nullable
    Split best(double[] histogram, double[] node, double minGain) {
        minWeight = Math.max(minLeafWeight, NOTHING * node[0]);
        nodeScore = criterion.score(node, 0);
        bestGain = minGain;
        best = null;
        for (int at = bins.size() * width - 1; at >= 0; at--) {
            after[at] = histogram[at] + after[at + width];
        }
        Arrays.fill(before, 0);
        if (bins.isCategorical()) {
            lookAtLevels(histogram);
        } else {
            lookAtCuts(histogram);
        }
        return best;
    }

    private void lookAtCuts(double[] histogram) {
        int missing = bins.size() * width;
        for (int b = 0; b + 1 < bins.size(); b++) {
            add(histogram, b * width, before);
            if (histogram[b * width] > 0) { // else the two sides are those of the bin before
                look(b, before, 0, after, (b + 1) * width, histogram, missing);
            }
        }
        if (histogram[missing] > 0) { // x is there | x is missing
            consider(bins.size() - 1, after, 0, histogram, missing, false, true);
        }
    }

    private void lookAtLevels(double[] histogram) {
        int missing = bins.size() * width;
        for (int b = 0; b < bins.levels(); b++) {
            System.arraycopy(before, 0, others, 0, width);
            add(after, (b + 1) * width, others);
            look(b, histogram, b * width, others, 0, histogram, missing);
            add(histogram, b * width, before);
        }
        if (histogram[missing] > 0) { // x is missing | x is there
            consider(-1, histogram, missing, after, 0, true, true);
        }
    }

    /** Considers two sides, with the missing values on either. */
    private void look(
            int bin, double[] left, int leftAt, double[] right, int rightAt, double[] histogram, int missing) {
        if (!(histogram[missing] > 0)) {
            consider(bin, left, leftAt, right, rightAt, left[leftAt] >= right[rightAt], false);
            return;
        }
        System.arraycopy(right, rightAt, side, 0, width);
        add(histogram, missing, side);
        consider(bin, left, leftAt, side, 0, false, true);
        System.arraycopy(left, leftAt, side, 0, width);
        add(histogram, missing, side);
        consider(bin, side, 0, right, rightAt, true, true);
    }

    private void consider(
            int bin, double[] left, int leftAt, double[] right, int rightAt, boolean missingLeft, boolean sawMissing) {
        if (!(left[leftAt] >= minWeight && right[rightAt] >= minWeight)) {
            return;
        }
        double scoreLeft = criterion.score(left, leftAt);
        double scoreRight = criterion.score(right, rightAt);
        double gain = scoreLeft + scoreRight - nodeScore;
        double noise = TIE * (Math.abs(scoreLeft) + Math.abs(scoreRight));
        if (gain > bestGain + noise) {
            double[] leftSum = Arrays.copyOfRange(left, leftAt, leftAt + width);
            double[] rightSum = Arrays.copyOfRange(right, rightAt, rightAt + width);
            best = new Split(feature, bin, missingLeft, sawMissing, gain, noise, leftSum, rightSum);
            bestGain = gain;
        }
    }

    private void add(double[] from, int at, double[] sum) {
        for (int c = 0; c < width; c++) {
            sum[c] += from[at + c];
        }
    }
}
