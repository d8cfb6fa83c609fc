package dev.limpid.algorithms.tree;

import java.util.Arrays;

/** The splits of a tree, one number per node in each array; the right child of a node follows its left child. */
final class Nodes {

    /** The feature of a node that isn't split. */
    static final int LEAF = -1;

    final int[] feature;
    final double[] threshold;
    final boolean[] isLevel;
    final boolean[] missingLeft;
    final boolean[] sawMissing;
    final int[] child;
    final double[] gain;

    /** Leaves only. */
    Nodes(int size) {
        feature = new int[size];
        threshold = new double[size];
        isLevel = new boolean[size];
        missingLeft = new boolean[size];
        sawMissing = new boolean[size];
        child = new int[size];
        gain = new double[size];
        Arrays.fill(feature, LEAF);
    }

    /** Splits a node by a column, at a threshold or a level's code. */
    void split(int node, int column, boolean categorical, double at, int left) {
        feature[node] = column;
        threshold[node] = at;
        isLevel[node] = categorical;
        child[node] = left;
    }

    /** Says where a missing value goes, and whether training saw one. */
    void missing(int node, boolean left, boolean saw) {
        missingLeft[node] = left;
        sawMissing[node] = saw;
    }
}
