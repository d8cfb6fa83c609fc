package dev.limpid.algorithms.tree;

import dev.limpid.core.data.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

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

    private static final int LEAF = -1;
    private static final int FIELDS = 7; // numbers per node in toArray

    private final List<Column> columns;
    private final int[] feature;
    private final double[] threshold;
    private final boolean[] isLevel;
    private final boolean[] missingLeft;
    private final boolean[] sawMissing;
    private final int[] child;
    private final double[] value;
    private final double[] weight;
    private final double[] gain;

    private Tree(Builder builder, double[] value, double[] weight) {
        this.columns = builder.columns;
        this.feature = builder.feature;
        this.threshold = builder.threshold;
        this.isLevel = builder.isLevel;
        this.missingLeft = builder.missingLeft;
        this.sawMissing = builder.sawMissing;
        this.child = builder.child;
        this.gain = builder.gain;
        this.value = value;
        this.weight = weight;
    }

    private Tree(Tree shape, double[] value, double[] weight) {
        this.columns = shape.columns;
        this.feature = shape.feature;
        this.threshold = shape.threshold;
        this.isLevel = shape.isLevel;
        this.missingLeft = shape.missingLeft;
        this.sawMissing = shape.sawMissing;
        this.child = shape.child;
        this.gain = shape.gain;
        this.value = value;
        this.weight = weight;
    }

    /**
     * Returns the number of nodes, leaves included.
     *
     * @return the number ≥ 1
     */
    public int nodes() {
        return feature.length;
    }

    /**
     * Returns the number of leaves.
     *
     * @return the number ≥ 1
     */
    public int leaves() {
        return (feature.length + 1) / 2;
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
        return feature[node] == LEAF;
    }

    /**
     * Returns the column that a node is split by.
     *
     * @param node the node
     * @return position of the column; −1 for a leaf
     */
    public int feature(int node) {
        return feature[node];
    }

    /**
     * Returns what the cells of a split's column are compared with.
     *
     * @param node the node
     * @return the largest value that goes left, or the code of the level that goes left
     */
    public double threshold(int node) {
        return threshold[node];
    }

    /**
     * Tells where a missing value goes.
     *
     * @param node the node
     * @return true for left
     */
    public boolean missingLeft(int node) {
        return missingLeft[node];
    }

    /**
     * Returns the left child.
     *
     * @param node a node that is split
     * @return its left child
     */
    public int left(int node) {
        return child[node];
    }

    /**
     * Returns the right child.
     *
     * @param node a node that is split
     * @return its right child
     */
    public int right(int node) {
        return child[node] + 1;
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
        return gain[node];
    }

    /**
     * Finds the leaf of a row.
     *
     * @param cells numbers or codes of levels, one per column; NaN is a missing value
     * @return number of the leaf
     */
    public int leaf(double... cells) {
        int node = 0;
        while (feature[node] >= 0) {
            node = child[node] + side(node, cells[feature[node]]);
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
        for (int node = 0; feature[node] >= 0; path[length++] = node) {
            node = child[node] + side(node, cells[feature[node]]);
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
            while (feature[node] >= 0) {
                node = child[node] + side(node, X[feature[node]][i]);
            }
            out[i] += value[node];
        }
    }

    private int side(int node, double x) {
        boolean left = isLevel[node] ? x == threshold[node] : x <= threshold[node]; // both false for NaN
        return left || (missingLeft[node] && Double.isNaN(x)) ? 0 : 1;
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
        return new Tree(this, values, weights);
    }

    /**
     * Says in words what sends a row from a node to one of its children.
     *
     * @param node a node that is split
     * @param left which child
     * @return for instance {@code hour ≤ 6.5}, {@code season ≠ winter or missing}
     */
    public String rule(int node, boolean left) {
        Column column = columns.get(feature[node]);
        boolean alone = isLevel[node] ? threshold[node] < 0 : threshold[node] == Double.POSITIVE_INFINITY;
        if (alone) {
            return column.name() + (missingLeft[node] == left ? " is missing" : " is not missing");
        }
        String relation = isLevel[node] ? (left ? " = " : " ≠ ") : (left ? " ≤ " : " > ");
        String orMissing = sawMissing[node] && missingLeft[node] == left ? " or missing" : "";
        return column.name() + relation + column.print(threshold[node]) + orMissing;
    }

    /**
     * Writes the tree as numbers, for {@link #of}.
     *
     * @return a new array
     */
    public double[] toArray() {
        double[] array = new double[nodes() * FIELDS];
        for (int node = 0; node < nodes(); node++) {
            int at = node * FIELDS;
            array[at] = feature[node];
            array[at + 1] = threshold[node];
            array[at + 2] = (missingLeft[node] ? 1 : 0) + (sawMissing[node] ? 2 : 0);
            array[at + 3] = child[node];
            array[at + 4] = value[node];
            array[at + 5] = weight[node];
            array[at + 6] = gain[node];
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
        Builder tree = new Builder(columns, array.length / FIELDS);
        for (int node = 0; node < tree.feature.length; node++) {
            int at = node * FIELDS;
            int flags = (int) array[at + 2];
            tree.node(node, array[at + 4], array[at + 5]);
            if (array[at] >= 0) {
                double[] none = {};
                boolean left = (flags & 1) != 0;
                Split split = new Split((int) array[at], 0, left, (flags & 2) != 0, array[at + 6], 0, none, none);
                tree.split(node, split, array[at + 1], (int) array[at + 3]);
            }
        }
        return tree.build();
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
        List<String> lines = new ArrayList<>();
        print(0, "all rows", "", lines);
        return String.join("\n", lines);
    }

    private void print(int node, String rule, String indent, List<String> lines) {
        String leaf = isLeaf(node) ? "leaf " : "";
        lines.add(String.format(
                Locale.ROOT, "%s%s: %s%.6g (weight %.6g)", indent, rule, leaf, value[node], weight[node]));
        if (!isLeaf(node)) {
            print(left(node), rule(node, true), indent + "  ", lines);
            print(right(node), rule(node, false), indent + "  ", lines);
        }
    }

    /** Collects the nodes of a tree. */
    static final class Builder {

        private final List<Column> columns;
        private final int[] feature;
        private final double[] threshold;
        private final boolean[] isLevel;
        private final boolean[] missingLeft;
        private final boolean[] sawMissing;
        private final int[] child;
        private final double[] value;
        private final double[] weight;
        private final double[] gain;

        Builder(List<Column> columns, int nodes) {
            this.columns = List.copyOf(columns);
            this.feature = new int[nodes];
            this.threshold = new double[nodes];
            this.isLevel = new boolean[nodes];
            this.missingLeft = new boolean[nodes];
            this.sawMissing = new boolean[nodes];
            this.child = new int[nodes];
            this.value = new double[nodes];
            this.weight = new double[nodes];
            this.gain = new double[nodes];
            Arrays.fill(feature, LEAF);
        }

        void node(int node, double nodeValue, double nodeWeight) {
            value[node] = nodeValue;
            weight[node] = nodeWeight;
        }

        void split(int node, Split split, double at, int left) {
            feature[node] = split.feature();
            threshold[node] = at;
            isLevel[node] = columns.get(split.feature()).isCategorical();
            missingLeft[node] = split.missingLeft();
            sawMissing[node] = split.sawMissing();
            gain[node] = split.gain();
            child[node] = left;
        }

        Tree build() {
            return new Tree(this, value, weight);
        }
    }
}
