package dev.limpid.algorithms.boosting;

import dev.limpid.algorithms.tree.GrownTree;
import dev.limpid.algorithms.tree.Tree;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.training.Workers;

/**
 * The values of the leaves of a new tree, before the learning rate.
 *
 * <pre>
 *   v = argmin over c of Σ w·ℓ(y, f + c)        over all training rows of the leaf, sampled or not
 * </pre>
 *
 * <p>where leaves are refitted, the criterion's value elsewhere. A leaf whose best shift lies at infinity (all its rows of
 * one class, say) keeps the criterion's value and is counted.
 */
final class LeafValues {

    private LeafValues() {}

    /** Returns a value per node, with the entries of the leaves set. */
    static double[] ofCriterion(Tree tree) {
        double[] values = new double[tree.nodes()];
        for (int node = 0; node < values.length; node++) {
            values[node] = tree.value(node);
        }
        return values;
    }

    /**
     * Refits the leaves.
     *
     * @param values the criterion's values; those of leaves are replaced
     * @return how many leaves kept the criterion's value
     */
    static int refit(GrownTree grown, ScalarLoss loss, ScoredRows rows, Workers workers, double[] values) {
        int nodes = values.length;
        int[] from = new int[nodes + 1];
        int[] order = sortByLeaf(grown.leaves(), from);
        boolean[] kept = new boolean[nodes];
        workers.forEach(nodes, node -> {
            if (from[node] < from[node + 1]) {
                try {
                    values[node] = loss.bestShift(rows.sample(order, from[node], from[node + 1]));
                } catch (IllegalArgumentException unbounded) { // as bestShift says: the loss falls without end
                    kept[node] = true;
                }
            }
        });
        int count = 0;
        for (boolean leaf : kept) {
            count += leaf ? 1 : 0;
        }
        return count;
    }

    /** Lists the rows leaf by leaf, keeping their order; those of a node stand at from[node] … from[node + 1] − 1. */
    private static int[] sortByLeaf(int[] leaves, int[] from) {
        for (int leaf : leaves) {
            from[leaf + 1]++;
        }
        for (int node = 1; node < from.length; node++) {
            from[node] += from[node - 1];
        }
        int[] next = from.clone();
        int[] order = new int[leaves.length];
        for (int row = 0; row < leaves.length; row++) {
            order[next[leaves[row]]++] = row;
        }
        return order;
    }
}
