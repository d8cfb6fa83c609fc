package dev.limpid.algorithms.tree;

import dev.limpid.core.data.Column;
import java.util.Arrays;
import java.util.List;

/**
 * A binary tree that gives each row a number.
 *
 * <p>Nodes are numbered from 0, the root; the right child of a node follows its left child. A row goes left
 *
 * <pre>
 *   numeric column:      if x ≤ threshold          (threshold +∞: if x is there)
 *   categorical column:  if x is the one level     (threshold: its code; −1: no level)
 *   missing value:       as the node says
 * </pre>
 *
 * <p>Where training saw no missing value, a missing one goes to the child that was heavier. Each node has a value; a row's
 * prediction is the value of its leaf. {@link #toString} prints the rules. Immutable.
 *
 * @since 0.1.0
 */
public final class Tree {

    private static final int FIELDS = 7; // numbers per node in toArray

    private final List<Column> columns;
    private final Nodes at;
    private final double[] value;
    private final double[] weight;

    /** Takes the nodes over; nobody may change them from here on. */
    Tree(List<Column> columns, Nodes at, double[] value, double[] weight) {
        this.columns = columns;
        this.at = at;
        this.value = value;
        this.weight = weight;
    }

    /**
     * Returns the number of nodes, leaves included.
     *
     * @return the number ≥ 1
     */
    public int nodes() {
        return at.feature.length;
    }

    /**
     * Returns the number of leaves.
     *
     * @return the number ≥ 1
     */
    public int leaves() {
        return (at.feature.length + 1) / 2;
    }

    /**
     * Returns the length of the longest path.
     *
     * @return number of splits on it, 0 for a single leaf
     */
    public int depth() {
        int[] depth = new int[nodes()];
        for (int node = 0; node < nodes(); node++) {
            if (!isLeaf(node)) {
                depth[left(node)] = depth[node] + 1;
                depth[right(node)] = depth[node] + 1;
            }
        }
        return Arrays.stream(depth).max().orElse(0);
    }

    /**
     * Tells whether a node is a leaf.
     *
     * @param node the node
     * @return true if it isn't split
     */
    public boolean isLeaf(int node) {
        return at.feature[node] == Nodes.LEAF;
    }

    /**
     * Returns the column that a node is split by.
     *
     * @param node the node
     * @return position of the column; −1 for a leaf
     */
    public int feature(int node) {
        return at.feature[node];
    }

    /**
     * Returns what the cells of a split's column are compared with.
     *
     * @param node the node
     * @return the largest value that goes left, or the code of the level that goes left
     */
    public double threshold(int node) {
        return at.threshold[node];
    }

    /**
     * Tells where a missing value goes.
     *
     * @param node the node
     * @return true for left
     */
    public boolean missingLeft(int node) {
        return at.missingLeft[node];
    }

    /**
     * Returns the left child.
     *
     * @param node a node that is split
     * @return its left child
     */
    public int left(int node) {
        return at.child[node];
    }

    /**
     * Returns the right child.
     *
     * @param node a node that is split
     * @return its right child
     */
    public int right(int node) {
        return at.child[node] + 1;
    }

    /**
     * Returns the value of a node.
     *
     * @param node the node
     * @return the prediction, for a leaf; what the node would predict, else
     */
    public double value(int node) {
        return value[node];
    }

    /**
     * Returns the weight of a node.
     *
     * @param node the node
     * @return sum of the case weights of its training rows
     */
    public double weight(int node) {
        return weight[node];
    }

    /**
     * Returns what the split of a node gained.
     *
     * @param node the node
     * @return the gain; 0 for a leaf
     */
    public double gain(int node) {
        return at.gain[node];
    }

    /**
     * Finds the leaf of a row.
     *
     * @param cells numbers or codes of levels, one per column; NaN is a missing value
     * @return number of the leaf
     */
    public int leaf(double... cells) {
        int node = 0;
        while (at.feature[node] >= 0) {
            node = at.child[node] + side(node, cells[at.feature[node]]);
        }
        return node;
    }

    /**
     * Predicts for a row.
     *
     * @param cells numbers or codes of levels, one per column; NaN is a missing value
     * @return the value of its leaf
     */
    public double predict(double... cells) {
        return value[leaf(cells)];
    }

    /**
     * Follows a row from the root to its leaf.
     *
     * @param cells numbers or codes of levels, one per column; NaN is a missing value
     * @return the nodes on its way, the root first
     */
    public int[] path(double... cells) {
        int[] path = new int[nodes()];
        int length = 1;
        for (int node = 0; at.feature[node] >= 0; path[length++] = node) {
            node = at.child[node] + side(node, cells[at.feature[node]]);
        }
        return Arrays.copyOf(path, length);
    }

    /**
     * Adds the predictions for a block of rows.
     *
     * @param n number of rows
     * @param X cells by column, shape [d][≥ n]; columns that no split looks at may be empty; not changed
     * @param out the prediction for row i is added at i
     */
    public void addTo(int n, double[][] X, double[] out) {
        for (int i = 0; i < n; i++) {
            int node = 0;
            while (at.feature[node] >= 0) {
                node = at.child[node] + side(node, X[at.feature[node]][i]);
            }
            out[i] += value[node];
        }
    }

    private int side(int node, double x) {
        boolean left = at.isLevel[node] ? x == at.threshold[node] : x <= at.threshold[node]; // both false for NaN
        return left || (at.missingLeft[node] && Double.isNaN(x)) ? 0 : 1;
    }

    /**
     * Returns a tree with the same splits and other values. A node that is split gets the mean of its children, by weight,
     * so that every value is the mean prediction over the training rows of the node.
     *
     * @param leafValues new value of each leaf, by number of the node; the entries of other nodes aren't looked at
     * @param leafWeights sum of the case weights of the training rows of each leaf, likewise; ≥ 0
     * @return the tree
     */
    public Tree withLeaves(double[] leafValues, double[] leafWeights) {
        double[] values = leafValues.clone();
        double[] weights = leafWeights.clone();
        for (int node = nodes() - 1; node >= 0; node--) { // children have larger numbers
            if (!isLeaf(node)) {
                int l = left(node);
                int r = right(node);
                weights[node] = weights[l] + weights[r];
                double share = weights[node] > 0 ? weights[l] / weights[node] : 0.5;
                values[node] = share * values[l] + (1 - share) * values[r];
            }
        }
        return new Tree(columns, at, values, weights);
    }

    /**
     * Says in words what sends a row from a node to one of its children.
     *
     * @param node a node that is split
     * @param left which child
     * @return for instance {@code hour ≤ 6.5}, {@code season ≠ winter or missing}
     */
    public String rule(int node, boolean left) {
        return new TreeRules(columns, at).rule(node, left);
    }

    /**
     * Writes the tree as numbers, for {@link #of}.
     *
     * @return a new array
     */
    public double[] toArray() {
        double[] array = new double[nodes() * FIELDS];
        for (int node = 0; node < nodes(); node++) {
            int i = node * FIELDS;
            array[i] = at.feature[node];
            array[i + 1] = at.threshold[node];
            array[i + 2] = (at.missingLeft[node] ? 1 : 0) + (at.sawMissing[node] ? 2 : 0);
            array[i + 3] = at.child[node];
            array[i + 4] = value[node];
            array[i + 5] = weight[node];
            array[i + 6] = at.gain[node];
        }
        return array;
    }

    /**
     * Reads what {@link #toArray} wrote.
     *
     * @param columns the columns the tree was grown on
     * @param array the numbers
     * @return the tree
     */
    public static Tree of(List<Column> columns, double[] array) {
        if (array.length == 0 || array.length % FIELDS != 0) {
            throw new IllegalArgumentException(
                    "array must hold " + FIELDS + " numbers per node, but has length " + array.length);
        }
        Nodes nodes = new Nodes(array.length / FIELDS);
        double[] value = new double[array.length / FIELDS];
        double[] weight = new double[value.length];
        for (int node = 0; node < value.length; node++) {
            int i = node * FIELDS;
            value[node] = array[i + 4];
            weight[node] = array[i + 5];
            if (array[i] >= 0) {
                int feature = (int) array[i];
                int flags = (int) array[i + 2];
                nodes.split(node, feature, columns.get(feature).isCategorical(), array[i + 1], (int) array[i + 3]);
                nodes.missing(node, (flags & 1) != 0, (flags & 2) != 0);
                nodes.gain[node] = array[i + 6];
            }
        }
        return new Tree(List.copyOf(columns), nodes, value, weight);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tree that && columns.equals(that.columns) && Arrays.equals(toArray(), that.toArray());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(toArray());
    }

    /**
     * Prints the rules, one line a node, children below their parent.
     *
     * @return the text
     */
    @Override
    public String toString() {
        return new TreeRules(columns, at).print(value, weight);
    }
}
