package dev.limpid.algorithms.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.algorithms.tree.Tree;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.explain.Explanation;
import dev.limpid.core.explain.Recipe;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.regression.QuantileLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoostingExplainTest {

    private final Dataset data = Toys.numbers(500, 21);
    private final GradientBoosting model =
            GradientBoosting.with(new SquaredLoss()).rounds(50).fit(data);

    @Test
    void partsAddUpToTheScoreOfEachRow() {
        double[][] scores = model.scores(data);
        for (int i = 0; i < data.size(); i++) {
            assertAddsUp(model.explain(data.row(i), 0), scores[0][i]);
        }
    }

    @Test
    void partsAddUpToEachScoreOfThreeClasses() {
        Dataset classes = Toys.threeClasses(300, 22);
        GradientBoosting softmax =
                GradientBoosting.with(new SoftmaxLoss(3)).rounds(20).fit(classes);
        double[][] scores = softmax.scores(classes);
        for (int i = 0; i < classes.size(); i++) {
            for (int k = 0; k < 3; k++) {
                assertAddsUp(softmax.explain(classes.row(i), k), scores[k][i]);
            }
        }
        assertThat(softmax.explain(classes.row(0), 2).sentence()).isEqualTo("score of 2");
    }

    @Test
    void partsAddUpWithAnOffset() {
        double[] offset = new double[500];
        offset[7] = 3;
        Dataset shifted = data.withOffsets(offset);

        Explanation score = model.explain(shifted, 7, 0);

        assertAddsUp(score, model.scores(shifted)[0][7]);
        assertThat(score.value()).isEqualTo(model.scores(data)[0][7] + 3);
    }

    private static void assertAddsUp(Explanation score, double expected) {
        double size = score.parts().stream()
                .mapToDouble(part -> Math.abs(part.value()))
                .sum();
        double tolerance = 4 * score.parts().size() * Math.ulp(1.0) * size;
        assertThat(score.value()).isEqualTo(expected);
        assertThat(score.recompute()).isCloseTo(expected, within(tolerance));
    }

    @Test
    void firstPartsAreTheMeanScoreOfTheTrainingRows() {
        Explanation score = model.explain(data.row(3), 0);
        double[] scores = model.scores(data)[0];
        double mean = java.util.Arrays.stream(scores).average().orElseThrow();

        assertThat(score.parts().get(0).value() + score.parts().get(1).value()).isCloseTo(mean, within(1e-12));
    }

    @Test
    void featuresAreNamedWithTheirCellsLargestFirst() {
        Explanation score = model.explain(data.row(3), 0);

        assertThat(score.parts().get(0).sentence()).isEqualTo("start, the best constant");
        assertThat(score.parts().get(1).sentence()).isEqualTo("average of 50 trees over the training rows");
        assertThat(score.parts().subList(2, score.parts().size()))
                .extracting(Explanation::sentence)
                .containsExactlyInAnyOrder(
                        data.row(3).print(0), data.row(3).print(1), data.row(3).print(2));
        assertThat(score.parts().subList(2, score.parts().size()))
                .isSortedAccordingTo((a, b) -> Double.compare(Math.abs(b.value()), Math.abs(a.value())));
    }

    @Test
    void treeIsExplainedSplitBySplit() {
        for (int i = 0; i < 100; i++) {
            Explanation path = model.explainTree(data.row(i), 4, 0);
            Tree tree = model.tree(4, 0);

            assertThat(path.value()).isEqualTo(tree.predict(data.row(i).toArray()));
            assertThat(path.recompute()).isCloseTo(path.value(), within(1e-14));
            assertThat(path.parts()).hasSize(tree.path(data.row(i).toArray()).length);
            assertThat(path.sentence()).isEqualTo("tree of round 4");
            assertThat(path.parts().get(0).sentence()).isEqualTo("average over the training rows");
        }
    }

    @Test
    void valueOfANodeIsTheMeanOfTheTreeOverItsTrainingRows() {
        Tree tree = model.tree(0, 0);
        double[] sum = new double[tree.nodes()];
        double[] count = new double[tree.nodes()];
        for (int i = 0; i < data.size(); i++) {
            for (int node : tree.path(data.row(i).toArray())) {
                sum[node] += tree.predict(data.row(i).toArray());
                count[node]++;
            }
        }
        for (int node = 0; node < tree.nodes(); node++) {
            assertThat(tree.value(node)).isCloseTo(sum[node] / count[node], within(1e-14));
            assertThat(tree.weight(node)).isEqualTo(count[node]);
        }
    }

    @Test
    void importanceIsTheGainOfEachColumnsSplits() {
        double total = 0;
        for (Tree tree : model.trees(0)) {
            for (int node = 0; node < tree.nodes(); node++) {
                total += tree.gain(node);
            }
        }
        assertThat(model.importance().keySet()).containsExactlyInAnyOrder("a", "count", "kind");
        assertThat(model.importance().values().stream().mapToDouble(g -> g).sum())
                .isCloseTo(total, within(1e-9));
        assertThat(List.copyOf(model.importance().values())).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void recipeTellsEveryPartAndWhyLeavesAreRefitted() {
        String quantile =
                GradientBoosting.with(new QuantileLoss(0.9)).rounds(7).recipe().toString();

        assertThat(quantile)
                .contains("rounds = 7, learningRate = 0.1, maxLeaves = 31, maxDepth = none, minLeafWeight = 20.0")
                .contains("loss: QuantileLoss(level = 0.9): ½|r| + (½ − τ)r,  r = f − y")
                .contains("curvature: in units of the typical one: g/h̄, min(h/h̄, w),  h̄ = (Σw / Σ w·h^(−½))²")
                .contains("criterion: NewtonCriterion(l2 = 1.0)")
                .contains("leaf: best shift: argmin over c of Σ w·ℓ(y, f + c) over the leaf's rows")
                .contains("because QuantileLoss has kinks, where no quadratic is a local copy of it")
                .contains("sampler: FullSampler: all units");
        assertThat(model.recipe().toString()).contains("leaf: value of the criterion");
    }

    @Test
    void recipesDifferInWhatWasChanged() {
        BoostingSpec spec = GradientBoosting.with(new LogisticLoss());

        assertThat(Recipe.diff(spec.recipe(), spec.rounds(7).l2(3).recipe()))
                .isEqualTo("algorithm, rounds: 7  instead of  100\ncriterion, l2: 3.0  instead of  1.0");
    }

    @Test
    void modelSaysHowManyTreesItHas() {
        assertThat(model)
                .hasToString("GradientBoosting with SquaredLoss, 50 rounds of 1 tree, LIMIT: All 50 rounds were made.");
    }
}
