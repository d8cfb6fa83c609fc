package dev.limpid.algorithms.boosting;

import dev.limpid.algorithms.tree.Tree;
import dev.limpid.core.data.Row;
import dev.limpid.core.explain.Explanation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Explains scores by the paths of a row through trees. */
final class PathSums {

    private PathSums() {}

    static Explanation explain(Row row, double start, List<Tree> trees, String name) {
        double[] cells = row.toArray();
        Sum roots = new Sum();
        Sum[] byFeature = new Sum[cells.length];
        double score = start;
        for (Tree tree : trees) {
            int[] path = tree.path(cells);
            roots.add(tree.value(0));
            for (int step = 1; step < path.length; step++) {
                int feature = tree.feature(path[step - 1]);
                if (byFeature[feature] == null) {
                    byFeature[feature] = new Sum();
                }
                byFeature[feature].add(tree.value(path[step]));
                byFeature[feature].add(-tree.value(path[step - 1]));
            }
            score += tree.value(path[path.length - 1]);
        }
        List<Explanation> features = new ArrayList<>();
        for (int j = 0; j < byFeature.length; j++) {
            if (byFeature[j] != null) {
                features.add(Explanation.given(byFeature[j].value(), row.print(j)));
            }
        }
        features.sort(Comparator.comparingDouble(part -> -Math.abs(part.value())));
        List<Explanation> parts = new ArrayList<>();
        parts.add(Explanation.given(start, "start, the best constant"));
        parts.add(Explanation.given(roots.value(), "average of " + trees.size() + " trees over the training rows"));
        parts.addAll(features);
        return Explanation.sum(score, name, parts);
    }

    static Explanation explainTree(Row row, Tree tree, String name) {
        int[] path = tree.path(row.toArray());
        List<Explanation> parts = new ArrayList<>();
        parts.add(Explanation.given(tree.value(0), "average over the training rows"));
        for (int step = 1; step < path.length; step++) {
            int node = path[step - 1];
            boolean left = path[step] == tree.left(node);
            parts.add(Explanation.given(
                    tree.value(path[step]) - tree.value(node),
                    tree.rule(node, left) + " (" + row.print(tree.feature(node)) + ")"));
        }
        return Explanation.sum(tree.value(path[path.length - 1]), name, parts);
    }

    /**
     * A sum whose rounding does not grow with the number of its terms, since large ones may cancel.
     *
     * <p><b>References</b>
     * <ol><li>A. Neumaier (1974): Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen. ZAMM 54.</ol>
     */
    private static final class Sum {

        private double sum;
        private double lost;

        void add(double term) {
            double next = sum + term;
            lost += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
            sum = next;
        }

        double value() {
            return sum + lost;
        }
    }
}
