package dev.limpid.algorithms.boosting;

import dev.limpid.algorithms.model.Model;
import dev.limpid.algorithms.tree.Tree;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Row;
import dev.limpid.core.data.Rows;
import dev.limpid.core.data.Schema;
import dev.limpid.core.explain.Explanation;
import dev.limpid.core.explain.Recipe;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.training.StopReason;
import dev.limpid.core.training.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Gradient-boosted trees: the score of a row is a start plus the values of the leaves it falls into.
 *
 * <pre>
 *   fₖ(x) = cₖ + Σ over rounds r of Tᵣₖ(x)          (the learning rate is in the trees' values)
 * </pre>
 *
 * <pre>{@code
 * GradientBoosting model = GradientBoosting.with(new LogisticLoss()).rounds(200).fit(data);
 * model.explain(data.row(17));
 * model.tree(0, 0);
 * }</pre>
 *
 * <p>The loss may have one score a row or several; with K scores, a round has K trees. What is fitted, and how, is the matter
 * of {@link BoostingSpec}. Immutable and safe for use by several threads.
 *
 * @since 0.1.0
 */
public final class GradientBoosting implements Model {

    private final Schema schema;
    private final Loss loss;
    private final double[] start;
    private final List<List<Tree>> trees; // by score, then by round
    private final Recipe recipe;
    private final Trace trace;
    private final StopReason stopReason;

    GradientBoosting(
            Schema schema,
            Loss loss,
            double[] start,
            List<List<Tree>> rounds,
            Recipe recipe,
            Trace trace,
            StopReason stopReason) {
        this.schema = schema;
        this.loss = loss;
        this.start = start.clone();
        this.trees = IntStream.range(0, start.length)
                .mapToObj(k -> rounds.stream().map(ofRound -> ofRound.get(k)).toList())
                .toList();
        this.recipe = recipe;
        this.trace = trace;
        this.stopReason = stopReason;
    }

    /**
     * Begins the description of a boosted model.
     *
     * @param loss what a wrong score costs: a {@code ScalarLoss} or a {@code VectorLoss}
     * @return a spec with the defaults
     * @throws IllegalArgumentException if the loss is neither
     */
    public static BoostingSpec with(Loss loss) {
        return BoostingSpec.of(loss);
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public Loss loss() {
        return loss;
    }

    /**
     * Returns the number of rounds.
     *
     * @return how many trees each score has, ≥ 0
     */
    public int rounds() {
        return trees.get(0).size();
    }

    /**
     * Returns the scores before the first tree.
     *
     * @return a copy, cₖ at k
     */
    public double[] start() {
        return start.clone();
    }

    /**
     * Returns a tree.
     *
     * @param round the round, from 0
     * @param output which score k
     * @return the tree; the learning rate is in its values
     * @throws IllegalArgumentException if there is no such round or score
     */
    public Tree tree(int round, int output) {
        if (round < 0 || round >= rounds()) {
            throw new IllegalArgumentException("round must be in [0, " + rounds() + "), but was " + round);
        }
        return trees(output).get(round);
    }

    /**
     * Returns the trees of a score.
     *
     * @param output which score k
     * @return one tree a round, unmodifiable
     * @throws IllegalArgumentException if there is no such score
     */
    public List<Tree> trees(int output) {
        if (output < 0 || output >= start.length) {
            throw new IllegalArgumentException("output must be in [0, " + start.length + "), but was " + output);
        }
        return trees.get(output);
    }

    @Override
    public double[][] scores(Dataset data) {
        Dataset rows = data.conform(schema);
        Rows X = rows.features();
        double[][] f = new double[start.length][X.size()];
        for (int k = 0; k < f.length; k++) {
            Arrays.fill(f[k], start[k]);
            new TreeSum(trees.get(k), X.columns()).addTo(X, 0, X.size(), f[k]);
        }
        if (!rows.offsets().isEmpty()) {
            FitChecks.requireOffsets(rows, loss);
            for (int k = 0; k < f.length; k++) {
                for (int i = 0; i < f[k].length; i++) {
                    f[k][i] += rows.offsets().get(k).at(i);
                }
            }
        }
        return f;
    }

    @Override
    public double[] scores(Row row) {
        double[] cells = row.conform(schema).toArray();
        double[] f = start.clone();
        for (int k = 0; k < f.length; k++) {
            for (Tree tree : trees.get(k)) {
                f[k] += tree.predict(cells);
            }
        }
        return f;
    }

    /**
     * Explains a row's score by its way through the trees.
     *
     * <pre>
     *   f = start + Σ value of the roots + Σ over features of [ Σ over the splits by it: value(child) − value(node) ]
     * </pre>
     *
     * <p>The value of a node is the mean of its tree over the training rows there, so the first two parts are the mean score of
     * the training rows, and each further part is by how much knowing that feature moved it. A feature's part depends on the
     * order in which the trees ask, as the features act together.
     *
     * @param row one row
     * @param output which score k, in [0, K)
     * @return the score as a sum: start, average of the trees, and features by size
     */
    @Override
    public Explanation explain(Row row, int output) {
        return PathSums.explain(row.conform(schema), start[checked(output)], trees.get(output), name(output));
    }

    /**
     * Explains what one tree gives a row, split by split.
     *
     * @param row one row
     * @param round the round, from 0
     * @param output which score k
     * @return the leaf's value as a sum: the root's value and a part for each split on the way, with its rule
     * @throws IllegalArgumentException if there is no such round or score, or the row doesn't fit
     */
    public Explanation explainTree(Row row, int round, int output) {
        return PathSums.explainTree(row.conform(schema), tree(round, output), "tree of round " + round);
    }

    private int checked(int output) {
        trees(output);
        return output;
    }

    private String name(int output) {
        return loss.classes() == start.length
                ? "score of " + classNames().get(output)
                : start.length == 1 ? "score" : "score of output " + output;
    }

    /**
     * Returns how much each feature's splits gained in all.
     *
     * @return gains by name of the column, the largest first; columns without a split are left out
     */
    public Map<String, Double> importance() {
        double[] gains = new double[schema.columns().size()];
        for (List<Tree> ofScore : trees) {
            for (Tree tree : ofScore) {
                for (int node = 0; node < tree.nodes(); node++) {
                    if (!tree.isLeaf(node)) {
                        gains[tree.feature(node)] += tree.gain(node);
                    }
                }
            }
        }
        List<Integer> order = new ArrayList<>();
        IntStream.range(0, gains.length).filter(j -> gains[j] > 0).forEach(order::add);
        order.sort(Comparator.comparingDouble((Integer j) -> -gains[j]));
        Map<String, Double> importance = new LinkedHashMap<>();
        order.forEach(j -> importance.put(schema.columns().get(j).name(), gains[j]));
        return importance;
    }

    @Override
    public Recipe recipe() {
        return recipe;
    }

    @Override
    public Trace trace() {
        return trace;
    }

    @Override
    public StopReason stopReason() {
        return stopReason;
    }

    /**
     * Says how many trees there are and why there are no more.
     *
     * @return one line
     */
    @Override
    public String toString() {
        return "GradientBoosting with " + loss.name() + ", " + rounds() + " rounds of " + start.length
                + (start.length == 1 ? " tree, " : " trees, ") + stopReason;
    }
}
