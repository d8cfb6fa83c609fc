package dev.limpid.algorithms.tree;

import java.util.Arrays;
import java.util.List;

/**
 * A tree as it comes from the grower, with the leaf of every row: of those it was grown on and of all others.
 *
 * @since 0.1.0
 */
public final class GrownTree {

    private final Tree tree;
    private final int[] leaves;

    GrownTree(BinnedRows X, Tree tree, List<OpenNode> nodes, int[] rows, int sampled) {
        this.tree = tree;
        this.leaves = new int[X.size()];
        Arrays.fill(leaves, -1);
        for (OpenNode node : nodes) {
            if (!node.isSplit()) {
                for (int k = node.from; k < node.to; k++) {
                    leaves[rows[k]] = node.id;
                }
            }
        }
        if (sampled < leaves.length) {
            routeOthers(X, nodes);
        }
    }

    private void routeOthers(BinnedRows X, List<OpenNode> nodes) {
        for (int i = 0; i < leaves.length; i++) {
            if (leaves[i] < 0) {
                OpenNode node = nodes.get(0);
                while (node.goesLeft != null) {
                    int column = tree.feature(node.id);
                    node = nodes.get(node.child + 1 - node.goesLeft[X.code(i, column)]);
                }
                leaves[i] = node.id;
            }
        }
    }

    /**
     * Returns the tree, with the criterion's value in every node.
     *
     * @return the tree
     */
    public Tree tree() {
        return tree;
    }

    /**
     * Returns the leaf that each row falls into.
     *
     * @return numbers of leaves, one per row of the binned rows; the array itself
     */
    public int[] leaves() {
        return leaves;
    }
}
