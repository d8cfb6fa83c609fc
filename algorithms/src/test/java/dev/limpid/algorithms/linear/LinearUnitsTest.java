package dev.limpid.algorithms.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.survival.CoxLoss;
import dev.limpid.core.loss.survival.Ties;
import dev.limpid.core.objective.EmpiricalRisk;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.L2Penalty;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Losses of whole units, and scores of which one alone depends on the row. */
class LinearUnitsTest {

    /** The six rows of statistics' best-known example of ties. */
    private static final Dataset SIX = Dataset.unlabeled(new double[][] {{0}, {1}, {1}, {1}, {0}, {0}})
            .withTargets(new double[] {9, 1, 1, 6, 6, 8}, new double[] {1, 1, 0, 1, 1, 0});

    /** Four groups of six rows. */
    private static Dataset groups() {
        double[][] x = new double[24][3];
        double[] y = new double[24];
        int[] group = new int[24];
        for (int i = 0; i < 24; i++) {
            for (int j = 0; j < 3; j++) {
                x[i][j] = Math.sin(1 + 3 * i + 7 * j);
            }
            y[i] = i * 7 % 3;
            group[i] = i / 6;
        }
        return Dataset.of(x, y).withGroups(group);
    }

    @Test
    void coxRegressionHasTheNumbersOfR() { // R 4.2.2, survival 3.5-3, coxph; Breslow's is log((3 + √33)/2)
        double breslow = Math.log((3 + Math.sqrt(33)) / 2);
        assertThat(CoxRegression.of(Ties.BRESLOW).fit(SIX).coefficient("x0")).isCloseTo(breslow, within(1e-7));
        assertThat(CoxRegression.of().fit(SIX).coefficient("x0")).isCloseTo(1.676857486, within(1e-7));
    }

    @Test
    void withoutGroupsAllRowsAreOneStratum() {
        LinearModel bare = CoxRegression.of().fit(SIX);
        LinearModel grouped = CoxRegression.of().fit(SIX.withGroups(7, 7, 7, 7, 7, 7));

        assertThat(bare.coefficients()).isDeepEqualTo(grouped.coefficients());
        assertThat(bare.intercept()).isZero();
    }

    @Test
    void aWeightOfTwoIsTheRowTwice() {
        LinearSpec spec = CoxRegression.of().penalty(L2Penalty.of(0.01));
        LinearWeightsTest.assertClose(
                spec.fit(SIX.withWeights(2, 1, 1, 1, 2, 1)), spec.fit(SIX.select(0, 0, 1, 2, 3, 4, 4, 5)), 1e-7);
    }

    @Test
    void pairwiseRankingMinimisesItsFormula() { // scipy 1.10.1, minimize of the formula written out in numpy
        LinearModel model = LinearRanker.pairwise().penalty(L2Penalty.of(0.1)).fit(groups());
        FrontDoorsTest.assertFit(model, 1e-7, 0, -0.024475200333, 0.001710145444, 0.027053725815);
    }

    @Test
    void listNetMinimisesItsFormula() { // scipy 1.10.1, as above
        LinearModel model = LinearRanker.listNet().penalty(L2Penalty.of(0.1)).fit(groups());
        FrontDoorsTest.assertFit(model, 1e-7, 0, 0.002850143278, 0.018747495083, 0.025417456931);
    }

    @Test
    void lambdaRankOrdersWhatCanBeOrdered() {
        Dataset data = groups();
        double[] y = new double[24];
        Arrays.setAll(y, i -> Math.rint(1 + data.features().get(i, 0)));
        LinearModel model = LinearRanker.lambdaRank().seed(3).fit(data.withTargets(y));

        assertThat(rightPairs(model.scores(data)[0], y)).isGreaterThan(0.9);
        assertThat(model.stopReason().sentence()).contains("50");
        assertThat(LinearRanker.lambdaRank().seed(3).fit(data.withTargets(y)).coefficients())
                .isDeepEqualTo(model.coefficients());
    }

    /** The share of pairs of a group with different targets that stand in the right order. */
    private static double rightPairs(double[] f, double[] y) {
        int right = 0;
        int all = 0;
        for (int i = 0; i < f.length; i++) {
            for (int j = 6 * (i / 6); j < 6 * (i / 6) + 6; j++) {
                all += y[i] > y[j] ? 1 : 0;
                right += y[i] > y[j] && f[i] > f[j] ? 1 : 0;
            }
        }
        return (double) right / all;
    }

    @Test
    void rankingNeedsGroups() {
        assertThatThrownBy(() -> LinearRanker.pairwise().fit(Dataset.of(new double[][] {{1}, {2}}, 0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "PairwiseLogisticLoss needs data with groups, but the data has none: name the column that tells"
                                + " which rows belong together");
    }

    @Test
    void ordinalRegressionHasTheNumbersOfStatsmodels() { // statsmodels 0.13.5, OrderedModel(distr=logit)
        Dataset iris = Sets.iris();
        double[][] sepals = new double[150][];
        Arrays.setAll(sepals, i -> Arrays.copyOf(iris.features().row(i), 2));
        Dataset data = Dataset.of(sepals, iris.targets().get(0).toArray());

        LinearModel model = OrdinalRegression.of(3).fit(data);

        assertThat(model.coefficients()[0])
                .containsExactly(new double[] {3.864019514889, -3.168597882272}, within(1e-5));
        assertThat(model.coefficients()[1]).containsExactly(0, 0);
        assertThat(OrdinalRegression.thresholds(model))
                .containsExactly(new double[] {10.933174421132, 15.036585444279}, within(1e-4));
        assertThat(logLikelihood(model, data)).isCloseTo(-75.92462023442603, within(1e-9));
        assertThat(model.explain(data.row(3), 1).value()).isEqualTo(model.intercepts()[1]);
    }

    private static double logLikelihood(LinearModel model, Dataset data) {
        double[][] p = OrdinalRegression.probabilities(model, data);
        double sum = 0;
        for (int i = 0; i < data.size(); i++) {
            assertThat(p[0][i] + p[1][i] + p[2][i]).isCloseTo(1, within(1e-14));
            sum += Math.log(p[(int) data.targets().get(0).at(i)][i]);
        }
        return sum;
    }

    @Test
    void ordinalModelsStartWhereTheyEnded() {
        Dataset iris = Sets.iris();
        LinearSpec spec = OrdinalRegression.of(3).penalty(L2Penalty.of(0.01));
        Dataset data = Dataset.of(
                iris.features(),
                dev.limpid.core.data.Missing.REFUSE,
                iris.targets().get(0).toArray());
        LinearModel model = spec.fit(data);

        LinearModel again = spec.startingAt(model).fit(data);

        assertThat(again.trace().size()).isLessThanOrEqualTo(2);
        LinearWeightsTest.assertClose(again, model, 1e-6);
        assertThat(spec.penalty(L1Penalty.of(0.05)).fit(data).coefficients()[0]).contains(0.0);
    }

    @Test
    void locationOnlyNeedsSeveralScoresAndAnIntercept() {
        assertThatThrownBy(() -> LinearRegression.of().locationOnly().fit(Sets.random(1, 20, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "locationOnly needs a loss of two scores at least and an intercept, but SquaredLoss has 1 score");
        assertThatThrownBy(() -> OrdinalRegression.of(3)
                        .intercept(false)
                        .fit(Dataset.of(new double[][] {{1}, {2}, {3}}, 0, 1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "locationOnly needs a loss of two scores at least and an intercept, but CumulativeLogitLoss has 2"
                                + " scores and there is no intercept");
    }

    @Test
    void aRiskOfCoxNeedsNoGroupsEither() {
        assertThat(EmpiricalRisk.of(new dev.limpid.core.hypothesis.LinearHypothesis(1, 1, false), new CoxLoss(), SIX)
                        .value(new double[] {0}))
                .isCloseTo(4.276666119 / 4, within(1e-9)); // R 4.2.2, coxph with Efron's ties, −loglik at 0; 4 events
    }
}
