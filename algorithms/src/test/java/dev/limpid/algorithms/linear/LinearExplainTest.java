package dev.limpid.algorithms.linear;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Row;
import dev.limpid.core.explain.Explanation;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.penalty.L2Penalty;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LinearExplainTest {

    /** y = 2 + 3·size for oak, 2 + 3·size + 5 for pine. */
    private static final Dataset TREES = Dataset.of(
                    new double[][] {{1, 0}, {2, 0}, {4, 0}, {1, 1}, {3, 1}, {5, 1}}, 5, 8, 14, 10, 16, 22)
            .withNames("size", "kind")
            .withCategorical("kind", "oak", "pine");

    @Test
    void anExplanationReadsAsArithmetic() {
        LinearModel model = LinearModel.with(new SquaredLoss()).fit(TREES);

        assertThat(model.explain(TREES.row(4)).toString()).isEqualTo("""
                            16.00000  score, sum of:
                               2.00000  intercept
                               9.00000  size = 3, product of:
                                 3.00000  coefficient of size
                                 3.00000  size
                               5.00000  kind = pine\
                        """);
        assertThat(model.explain(TREES.row(0)).sentence()).isEqualTo("score (1 column adds 0)");
    }

    @Test
    void contributionsOfEveryRowSumToTheScore() {
        Dataset data = Sets.random(20, 500, 7).withOffsets(offsets(500));
        LinearModel model = LinearModel.with(new PoissonLoss()).fit(data);

        assertExplains(model, data, 0);
    }

    @Test
    void everyScoreOfSeveralIsExplained() {
        Dataset data = Sets.iris();
        LinearModel model =
                LinearModel.with(new SoftmaxLoss(3)).penalty(L2Penalty.of(0.1)).fit(data);

        for (int k = 0; k < 3; k++) {
            assertExplains(model, data, k);
        }
        assertThat(model.explain(data.row(0), 2).sentence()).isEqualTo("score of virginica");
    }

    /** The law of the issue: the parts sum to the score within 4·n·ulp·Σ|parts|, n the number of parts. */
    static void assertExplains(LinearModel model, Dataset data, int output) {
        double[][] scores = model.scores(data);
        for (int i = 0; i < data.size(); i++) {
            Explanation explanation = model.explain(data, i, output);
            double sizes = sizes(explanation);
            double bound = 4.0 * (model.coefficientNames().size() + 2) * Math.ulp(1.0) * sizes;

            assertThat(explanation.value()).as("score of row " + i).isEqualTo(scores[output][i]);
            assertThat(Math.abs(explanation.recompute() - scores[output][i]))
                    .as("sum of the parts of row " + i)
                    .isLessThanOrEqualTo(bound);
        }
    }

    private static double sizes(Explanation explanation) {
        return explanation.operation() == Explanation.Operation.SUM
                ? explanation.parts().stream()
                        .mapToDouble(LinearExplainTest::sizes)
                        .sum()
                : Math.abs(explanation.value());
    }

    @Test
    void aRowScoresTheSameAloneAndAmongOthers() {
        Dataset data = Sets.random(21, 1100, 9);
        LinearModel model = LinearModel.with(new SquaredLoss()).fit(data);
        double[] scores = model.scores(data)[0];

        for (int i = 0; i < data.size(); i++) {
            assertThat(model.scores(data.row(i))[0]).isEqualTo(scores[i]);
            assertThat(model.predict(data.row(i).toArray())).isEqualTo(scores[i]);
        }
    }

    @Test
    void theOffsetIsAPart() {
        Dataset data = TREES.withOffsets(new double[] {1, 2, 3, 4, 5, 6});
        LinearModel model = LinearModel.with(new SquaredLoss()).fit(data);

        Explanation explanation = model.explain(data, 3, 0);

        assertThat(explanation.sentence()).isEqualTo("score with offset");
        assertThat(explanation.parts().get(1).value()).isEqualTo(4);
        assertThat(explanation.parts().get(1).sentence()).isEqualTo("offset");
    }

    @Test
    void aPredictionIsTheLinkOfTheExplainedScore() {
        Dataset data = Sets.irisPair();
        LinearModel model =
                LinearModel.with(new LogisticLoss()).penalty(L2Penalty.of(0.1)).fit(data);
        Row row = data.row(3);

        Explanation explanation = model.explainPrediction(row);

        assertThat(explanation.sentence()).isEqualTo("probability of virginica, the link of the score");
        assertThat(explanation.value()).isEqualTo(model.predict(row));
        assertThat(Math.abs(explanation.recompute() - model.predict(row))).isLessThanOrEqualTo(1e-14);
    }

    @Test
    void aPredictionOfSeveralHoldsTheOtherScores() {
        Dataset data = Sets.iris();
        LinearModel model =
                LinearModel.with(new SoftmaxLoss(3)).penalty(L2Penalty.of(0.1)).fit(data);
        Row row = data.row(75);

        Explanation explanation = model.explainPrediction(row, 1);

        assertThat(explanation.sentence()).isEqualTo("probability of versicolor, the link of the score");
        assertThat(explanation.value()).isEqualTo(model.probabilities(row)[1]);
        assertThat(Math.abs(explanation.recompute() - explanation.value())).isLessThanOrEqualTo(1e-14);
    }

    private static double[] offsets(int n) {
        double[] offsets = new double[n];
        Arrays.setAll(offsets, i -> Math.sin(i));
        return offsets;
    }
}
