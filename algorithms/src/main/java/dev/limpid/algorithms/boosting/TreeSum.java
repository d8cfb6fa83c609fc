package dev.limpid.algorithms.boosting;

import dev.limpid.algorithms.tree.Tree;
import dev.limpid.core.data.Rows;
import java.util.List;

/** Adds up the predictions of trees over blocks of rows, whose cells are copied column by column first. */
final class TreeSum {

    static final int BLOCK = 512;

    private final List<Tree> trees;
    private final boolean[] used;

    /**
     * Looks up which columns the trees read.
     *
     * @param trees the trees, in the order of addition
     * @param columns number of columns
     */
    TreeSum(List<Tree> trees, int columns) {
        this.trees = trees;
        this.used = new boolean[columns];
        for (Tree tree : trees) {
            for (int node = 0; node < tree.nodes(); node++) {
                if (!tree.isLeaf(node)) {
                    used[tree.feature(node)] = true;
                }
            }
        }
    }

    /**
     * Adds the trees to the scores of a range of rows.
     *
     * @param X the rows
     * @param from first row
     * @param n number of rows
     * @param scores of those rows; added to
     */
    void addTo(Rows X, int from, int n, double[] scores) {
        double[][] cells = new double[used.length][];
        double[] sums = new double[BLOCK];
        for (int j = 0; j < used.length; j++) {
            cells[j] = new double[used[j] ? BLOCK : 0];
        }
        for (int begin = 0; begin < n; begin += BLOCK) {
            int size = Math.min(BLOCK, n - begin);
            for (int j = 0; j < used.length; j++) {
                if (used[j]) {
                    X.copyColumn(j, from + begin, from + begin + size, cells[j]);
                }
            }
            System.arraycopy(scores, begin, sums, 0, size);
            for (Tree tree : trees) {
                tree.addTo(size, cells, sums);
            }
            System.arraycopy(sums, 0, scores, begin, size);
        }
    }
}
