package dev.limpid.algorithms.tree;

/** A way to split a node: what goes left, what it gains, and the statistics of both sides. */
final class Split {

    private final int feature;
    private final int bin;
    private final boolean missingLeft;
    private final boolean sawMissing;
    private final double gain;
    private final double noise;
    private final double[] left;
    private final double[] right;

    /**
     * Describes a split.
     *
     * @param feature the column
     * @param bin numeric: the last bin on the left; categorical: the only bin on the left, −1 for none
     * @param missingLeft whether missing values go left
     * @param sawMissing whether the node had missing values in this column
     * @param gain score of the left side + score of the right side − score of the node
     * @param noise how much of the gain may be rounding
     * @param left statistics of the left side
     * @param right statistics of the right side
     */
    Split(
            int feature,
            int bin,
            boolean missingLeft,
            boolean sawMissing,
            double gain,
            double noise,
            double[] left,
            double[] right) {
        this.feature = feature;
        this.bin = bin;
        this.missingLeft = missingLeft;
        this.sawMissing = sawMissing;
        this.gain = gain;
        this.noise = noise;
        this.left = left;
        this.right = right;
    }

    int feature() {
        return feature;
    }

    int bin() {
        return bin;
    }

    boolean missingLeft() {
        return missingLeft;
    }

    boolean sawMissing() {
        return sawMissing;
    }

    double gain() {
        return gain;
    }

    double[] left() {
        return left;
    }

    double[] right() {
        return right;
    }

    /**
     * Tells whether this split is better by more than rounding. Of splits that are as good, the one looked at first
     * stays, so that neither the order of a sum nor a row's weight against its copies chooses.
     */
    boolean beats(double otherGain) {
        return gain > otherGain + noise;
    }
}
