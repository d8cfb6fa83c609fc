package dev.limpid.algorithms.tree;

/**
 * When a tree stops growing.
 *
 * @param maxLeaves most leaves; the leaf with the largest gain is split first; ≥ 2
 * @param maxDepth most splits on a path from the root to a leaf; ≥ 1
 * @param minLeafWeight smallest sum of case weights (rows, where all weights are 1) in a leaf; &gt; 0
 * @param minGain a split must gain more than this; ≥ 0, in units of the criterion's score
 * @since 0.1.0
 */
public record TreeSettings(int maxLeaves, int maxDepth, double minLeafWeight, double minGain) {

    /** {@value}: most leaves unless set. */
    public static final int DEFAULT_MAX_LEAVES = 31;

    /** No limit on the depth. */
    public static final int UNLIMITED_DEPTH = Integer.MAX_VALUE;

    /** {@value}: smallest sum of case weights in a leaf unless set. */
    public static final double DEFAULT_MIN_LEAF_WEIGHT = 20;

    /** Checks the ranges. */
    public TreeSettings {
        if (!(maxLeaves >= 2)) {
            throw new IllegalArgumentException("maxLeaves must be >= 2, but was " + maxLeaves);
        }
        if (!(maxDepth >= 1)) {
            throw new IllegalArgumentException("maxDepth must be >= 1, but was " + maxDepth);
        }
        if (!(minLeafWeight > 0 && minLeafWeight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("minLeafWeight must be finite and > 0, but was " + minLeafWeight);
        }
        if (!(minGain >= 0 && minGain < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("minGain must be finite and >= 0, but was " + minGain);
        }
    }

    /**
     * Returns 31 leaves, no limit on the depth, 20 rows in a leaf, any gain.
     *
     * @return the settings that boosting begins with
     */
    public static TreeSettings defaults() {
        return new TreeSettings(DEFAULT_MAX_LEAVES, UNLIMITED_DEPTH, DEFAULT_MIN_LEAF_WEIGHT, 0);
    }

    /**
     * Returns a copy with another limit on the leaves.
     *
     * @param newMaxLeaves most leaves ≥ 2
     * @return the copy
     */
    public TreeSettings withMaxLeaves(int newMaxLeaves) {
        return new TreeSettings(newMaxLeaves, maxDepth, minLeafWeight, minGain);
    }

    /**
     * Returns a copy with another limit on the depth.
     *
     * @param newMaxDepth most splits on a path ≥ 1
     * @return the copy
     */
    public TreeSettings withMaxDepth(int newMaxDepth) {
        return new TreeSettings(maxLeaves, newMaxDepth, minLeafWeight, minGain);
    }

    /**
     * Returns a copy with another smallest leaf.
     *
     * @param newMinLeafWeight smallest sum of case weights in a leaf &gt; 0
     * @return the copy
     */
    public TreeSettings withMinLeafWeight(double newMinLeafWeight) {
        return new TreeSettings(maxLeaves, maxDepth, newMinLeafWeight, minGain);
    }

    /**
     * Returns a copy with another smallest gain.
     *
     * @param newMinGain what a split must gain more than, ≥ 0
     * @return the copy
     */
    public TreeSettings withMinGain(double newMinGain) {
        return new TreeSettings(maxLeaves, maxDepth, minLeafWeight, newMinGain);
    }
}
