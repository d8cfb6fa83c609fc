package dev.limpid.algorithms.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.margin.SquaredHingeLoss;
import dev.limpid.core.loss.ranking.PairwiseLogisticLoss;
import org.junit.jupiter.api.Test;

/** What is known of a loss before any column is looked at. */
class CommonScoresTest {

    /** Rounding of sums of a few numbers near 1. */
    private static final double ROUNDING = 1e-12;

    private static final double[][] ANY = {{1}, {2}, {3}, {4}};

    @Test
    void aLogisticLossHasThePosteriorsVariance() {
        CommonScores scores = new CommonScores(new LogisticLoss(), Dataset.of(ANY, 1, 0, 0, 0));

        assertThat(scores.best()[0]).isCloseTo(Math.log(1.0 / 3), within(ROUNDING));
        assertThat(scores.curvature(scores.best())).isCloseTo(0.25 * 0.75, within(ROUNDING));
        assertThat(scores.curvature(new double[1])).isCloseTo(0.25, within(ROUNDING));
    }

    @Test
    void weightsCountRowsAndOffsetsAreAdded() {
        Dataset data = Dataset.of(ANY, 1, 2, 5, 1).withWeights(1, 2, 1, 3).withExposure(1, 2, 4, 1);
        CommonScores scores = new CommonScores(new PoissonLoss(), data);

        // c = log(Σv·y / Σv·e) with exposures e, and the mean curvature is that of the counts: Σv·e·exp(c)/Σv
        double rate = (1 + 4 + 5 + 3) / (1 + 4 + 4 + 3.0);
        assertThat(scores.best()[0]).isCloseTo(Math.log(rate), within(ROUNDING));
        assertThat(scores.curvature(scores.best())).isCloseTo(12 * rate / 7, within(ROUNDING));
    }

    @Test
    void severalScoresAreAveraged() {
        CommonScores scores = new CommonScores(new SoftmaxLoss(3), Dataset.of(ANY, 0, 1, 2, 2));

        assertThat(scores.curvature(scores.best())).isCloseTo((2 * 0.25 * 0.75 + 0.5 * 0.5) / 3, within(ROUNDING));
    }

    @Test
    void someRowsTellForMany() {
        double[][] x = new double[2500][1];
        double[] y = new double[2500];
        for (int i = 0; i < y.length; i++) {
            y[i] = i % 2;
        }

        assertThat(new CommonScores(new LogisticLoss(), Dataset.of(x, y)).curvature(new double[] {1}))
                .isCloseTo(1 / ((1 + Math.exp(-1)) * (1 + Math.exp(1))), within(ROUNDING));
    }

    @Test
    void noCurvatureCountsAsOne() {
        Dataset right = Dataset.of(ANY, 1, 1, 1, 1);

        assertThat(new CommonScores(new SquaredHingeLoss(), right).curvature(new double[] {2}))
                .isEqualTo(1);
        assertThat(new CommonScores(new PairwiseLogisticLoss(), right).curvature(new double[1]))
                .isEqualTo(1);
    }

    @Test
    void aMissingClassHasNoBest() {
        CommonScores scores = new CommonScores(new LogisticLoss(), Dataset.of(ANY, 1, 1, 1, 1));

        assertThatThrownBy(scores::best).isInstanceOf(IllegalArgumentException.class);
        assertThat(scores.bestOrZero()).containsExactly(0);
    }
}
