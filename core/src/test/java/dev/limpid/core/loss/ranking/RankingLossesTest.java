package dev.limpid.core.loss.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Missing;
import dev.limpid.core.data.Rows;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.Scores;
import dev.limpid.core.loss.Unit;
import dev.limpid.core.loss.UnitLoss;
import dev.limpid.core.objective.EmpiricalRisk;
import dev.limpid.core.objective.FiniteSum;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RankingLossesTest {

    private static final double ROUNDING = 1e-14;

    private static Unit unit(double[] y, double... f) {
        double[] w = new double[y.length];
        Arrays.fill(w, 1);
        return new Unit(new double[][] {y}, w, f);
    }

    private static double[] gradient(UnitLoss loss, Unit unit) {
        double[] g = new double[unit.f().length];
        Arrays.fill(g, 99); // what was there before must not matter
        loss.gradient(unit, g);
        return g;
    }

    @Test
    void lambdaRankWeighsPairsByTheNdcgOfTheirSwap() {
        // grades 2, 0, 1 with gains 3, 0, 1; the scores put them at ranks 3, 1, 2 with discounts 1/2, 1, 1/log₂3
        double d2 = 1 / (Math.log(3) / Math.log(2));
        double ideal = 3 + d2;
        double v20 = 3 * (1 - 0.5) / ideal;
        double v21 = 2 * (d2 - 0.5) / ideal;
        double v10 = 1 * (1 - d2) / ideal;
        Unit unit = unit(new double[] {2, 0, 1}, -1, 2, 0.5);
        LambdaRankLoss loss = new LambdaRankLoss();

        assertThat(loss.mass(unit)).isEqualTo(3);
        assertThat(loss.value(unit))
                .isCloseTo(
                        v20 * Scores.softplus(3) + v21 * Scores.softplus(1.5) + v10 * Scores.softplus(1.5),
                        within(ROUNDING));
        assertThat(gradient(loss, unit))
                .containsExactly(
                        new double[] {
                            -v20 * Scores.sigmoid(3) - v21 * Scores.sigmoid(1.5),
                            v20 * Scores.sigmoid(3) + v10 * Scores.sigmoid(1.5),
                            v21 * Scores.sigmoid(1.5) - v10 * Scores.sigmoid(1.5)
                        },
                        within(ROUNDING));
    }

    @Test
    void lambdaRankForgetsPairsBeyondTheTruncation() {
        Unit unit = unit(new double[] {2, 0, 1}, 3, 2, 1); // ranks 1, 2, 3: of the last two neither counts for NDCG@1
        double[] g = gradient(new LambdaRankLoss(1), unit);

        assertThat(g[0]).isNegative();
        assertThat(g[1]).isPositive();
        assertThat(new LambdaRankLoss(1).value(unit))
                .isCloseTo(3.0 / 3 * Scores.softplus(-1) + 2.0 / 3 * Scores.softplus(-2), within(ROUNDING));
    }

    @Test
    void lambdaRankHasAGradientWhereAllScoresAreTheSame() {
        double[] g = gradient(new LambdaRankLoss(), unit(new double[] {0, 1, 2, 0}, 0, 0, 0, 0));

        assertThat(g[2]).isLessThan(g[1]).isNegative();
        assertThat(g[0]).isPositive().isCloseTo(g[3], within(ROUNDING));
    }

    /** The gradient of a descent on (4) alone: NDCG rises to 1. */
    @Test
    void stepsAgainstTheGradientPutRowsInOrder() {
        SplittableRandom random = new SplittableRandom(5);
        double[] y = random.ints(12, 0, 4).asDoubleStream().toArray();
        double[] f = random.doubles(12, -1, 1).toArray();
        for (int step = 0; step < 3000; step++) {
            double[] g = gradient(new LambdaRankLoss(), unit(y, f));
            Arrays.setAll(f, i -> f[i] - g[i]);
        }
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < 12; j++) {
                assertThat(y[i] > y[j] && f[i] <= f[j]).isFalse();
            }
        }
    }

    @Test
    void listNetIsTheCrossEntropyOfTwoSoftmaxes() {
        double[] y = {1, 0, 2};
        double[] f = {0.3, -1, 2};
        double[] p = new double[3];
        double[] q = new double[3];
        Scores.softmax(y, p);
        Scores.softmax(f, q);
        double entropy = 0;
        double[] slope = new double[3];
        for (int i = 0; i < 3; i++) {
            entropy -= p[i] * Math.log(q[i]);
            slope[i] = 3 * (q[i] - p[i]);
        }

        assertThat(new ListNetLoss().value(unit(y, f))).isCloseTo(3 * entropy, within(ROUNDING));
        assertThat(gradient(new ListNetLoss(), unit(y, f))).containsExactly(slope, within(ROUNDING));
    }

    @Test
    void listNetIsLeastWhereScoresAreTargets() {
        double[] y = {1, 0, 2, -3};

        assertThat(gradient(new ListNetLoss(), unit(y, 6, 5, 7, 2))).containsOnly(new double[4], within(ROUNDING));
    }

    @Test
    void bprIsThePairwiseLossOfTakenItems() {
        Unit unit = unit(new double[] {1, 0, 0, 1}, 0.5, 1, -2, 3);

        assertThat(new BprLoss().value(unit))
                .isCloseTo(
                        Scores.softplus(0.5) + Scores.softplus(-2.5) + Scores.softplus(-2) + Scores.softplus(-5),
                        within(ROUNDING));
        assertThatThrownBy(() -> new BprLoss().check(new double[] {2}))
                .hasMessage("target must be an integer in 0 … 1 for BprLoss, but was 2.0");
        assertThat(new BprLoss()).isNotEqualTo(new PairwiseLogisticLoss()).isEqualTo(new BprLoss());
    }

    /** torch 1.13.0, triplet_margin_with_distance_loss with squared distances and margin 1: 0.56. */
    @Test
    void tripletGivesTheNumberOfTorch() {
        Unit unit = unitOfThree(0, 0, 1, 0.5, 0.5, 1.2);
        TripletLoss loss = new TripletLoss(2, 1);

        assertThat(loss.value(unit)).isCloseTo(0.56, within(ROUNDING));
        assertThat(gradient(loss, unit)).containsExactly(new double[] {-1, 1.4, 2, 1, -1, -2.4}, within(ROUNDING));
        assertThat(loss.mass(unit)).isEqualTo(1);
        assertThat(gradient(loss, unitOfThree(0, 0, 1, 0.5, 5, 1.2))).containsOnly(0);
    }

    private static Unit unitOfThree(double... places) {
        return new Unit(new double[][] {{0, 1, 2}}, new double[] {1, 1, 1}, places);
    }

    static UnitLoss[] losses() {
        return new UnitLoss[] {
            new LambdaRankLoss(), new LambdaRankLoss(2), new ListNetLoss(), new BprLoss(), new TripletLoss(2, 1)
        };
    }

    @ParameterizedTest
    @MethodSource("losses")
    void weightTwoIsTheRowTwiceInARisk(UnitLoss loss) {
        SplittableRandom random = new SplittableRandom(9);
        double[][] x = new double[12][];
        Arrays.setAll(x, i -> random.doubles(3, -1, 1).toArray());
        double[] y = IntStream.range(0, 12)
                .mapToDouble(i -> loss instanceof BprLoss ? i % 2 : i % 3)
                .toArray();
        Dataset data = Dataset.of(Rows.dense(x), Missing.REFUSE, y).withGroups(0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1);
        double[] w = {1, 2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1};
        int[] twice =
                IntStream.concat(IntStream.range(0, 12), IntStream.of(1, 8)).toArray();
        LinearHypothesis map = new LinearHypothesis(3, loss.scores(), false);
        FiniteSum weighted = EmpiricalRisk.of(map, loss, data.withWeights(w));
        FiniteSum repeated = EmpiricalRisk.of(map, loss, data.select(twice));
        double[] theta = random.doubles(3L * loss.scores(), -1, 1).toArray();
        double[] g = new double[theta.length];
        double[] gTwice = new double[theta.length];

        assertThat(weighted.gradient(theta, g)).isCloseTo(repeated.gradient(theta, gTwice), within(1e-13));
        assertThat(g).containsExactly(gTwice, within(1e-13));
    }

    @Test
    void refusesSettingsTargetsAndWeights() {
        assertThatThrownBy(() -> new LambdaRankLoss(0)).hasMessage("truncation must be at least 1, but was 0");
        assertThatThrownBy(() -> new LambdaRankLoss().check(new double[] {-1}))
                .hasMessage("target must be in [0.0, 31.0] for LambdaRankLoss, but was -1.0");
        assertThatThrownBy(() -> new TripletLoss(0, 1)).hasMessage("dimension must be at least 1, but was 0");
        assertThatThrownBy(() -> new TripletLoss(2, Double.NaN))
                .hasMessage("margin must be finite and > 0, but was NaN");
        Unit heavy = new Unit(new double[][] {{1, 0}}, new double[] {1e7, 1}, new double[2]);
        assertThatThrownBy(() -> new LambdaRankLoss().value(heavy))
                .hasMessage(
                        "weights of a unit must sum to at most 10000000 for LambdaRankLoss, because a row of weight w"
                                + " takes up w ranks, but sum to 1.0000001E7; divide all weights by a number");
    }
}
