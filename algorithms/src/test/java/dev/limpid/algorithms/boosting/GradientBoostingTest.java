package dev.limpid.algorithms.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.algorithms.tree.Tree;
import dev.limpid.core.data.Column;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Missing;
import dev.limpid.core.data.Row;
import dev.limpid.core.data.Rows;
import dev.limpid.core.data.Schema;
import dev.limpid.core.loss.FormulaLoss;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.regression.AbsoluteLoss;
import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.core.loss.regression.QuantileLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.sampler.Batch;
import dev.limpid.core.training.StopReason;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradientBoostingTest {

    /** y = 1, 2 left of 5 and 10, 13 right of it; start 6.5; without ridge, leaves are mean residuals −5 and 5. */
    @Test
    void firstRoundOfSquaredLossIsDoneByHand() {
        Dataset data = Dataset.of(new double[][] {{1}, {2}, {8}, {9}}, 1, 2, 10, 13);

        GradientBoosting model = GradientBoosting.with(new SquaredLoss())
                .rounds(1)
                .maxLeaves(2)
                .minLeafWeight(1)
                .l2(0)
                .fit(data);

        assertThat(model.start()).containsExactly(6.5);
        assertThat(model.tree(0, 0)).hasToString("""
                all rows: 0.00000 (weight 4.00000)
                  x0 ≤ 5: leaf -0.500000 (weight 2.00000)
                  x0 > 5: leaf 0.500000 (weight 2.00000)""");
        assertThat(model.tree(0, 0).gain(0)).isEqualTo(0.5 * 100 / 2 + 0.5 * 100 / 2);
        assertThat(model.predict(data)).containsExactly(6, 6, 7, 7);
    }

    @Test
    void traceHoldsTheTrainingLossOfEachRound() {
        Dataset data = Toys.classes(400, 31);
        GradientBoosting model =
                GradientBoosting.with(new LogisticLoss()).rounds(12).fit(data);

        LogisticLoss loss = new LogisticLoss();
        double[] f = model.scores(data)[0];
        double mean = IntStream.range(0, 400)
                        .mapToDouble(i -> loss.value(data.targets().get(0).at(i), f[i]))
                        .sum()
                / 400;
        assertThat(model.trace().size()).isEqualTo(12);
        assertThat(model.trace().last().objective()).isCloseTo(mean, within(1e-14));
        assertThat(model.trace().last().numbers()).containsKeys("leaves", "gain");
        assertThat(model.trace().objective()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(model.trace().step(0).numbers().get("gain"))
                .isEqualTo(model.tree(0, 0).gain(0));
    }

    @Test
    void rowsGetTheSameScoresOneByOneAndTogether() {
        Dataset data = Toys.threeClasses(700, 32);
        GradientBoosting model =
                GradientBoosting.with(new SoftmaxLoss(3)).rounds(8).fit(data);
        double[][] scores = model.scores(data);

        for (int i = 0; i < 700; i++) {
            assertThat(model.scores(data.row(i))).containsExactly(scores[0][i], scores[1][i], scores[2][i]);
        }
    }

    @Test
    void offsetsAreWhereTheScoresStart() {
        Dataset data = Toys.numbers(400, 33);
        double[] offset = IntStream.range(0, 400).mapToDouble(i -> i % 5).toArray();
        double[] shifted = IntStream.range(0, 400)
                .mapToDouble(i -> data.targets().get(0).at(i) + offset[i])
                .toArray();
        BoostingSpec spec = GradientBoosting.with(new SquaredLoss()).rounds(10);

        double[] plain = spec.fit(data).scores(data)[0];
        Dataset withOffset = data.withTargets(shifted).withOffsets(offset);
        double[] moved = spec.fit(withOffset).scores(withOffset)[0];

        for (int i = 0; i < 400; i++) {
            assertThat(moved[i] - offset[i]).isCloseTo(plain[i], within(1e-9));
        }
    }

    @Test
    void refittedLeavesMinimiseTheLossOfTheirRows() {
        Dataset data = Toys.numbers(500, 34);
        List<ScalarLoss> losses = List.of(new AbsoluteLoss(), new QuantileLoss(0.7), new HuberLoss(0.3));
        for (ScalarLoss loss : losses) {
            GradientBoosting model =
                    GradientBoosting.with(loss).rounds(1).learningRate(1).fit(data);
            Tree tree = model.tree(0, 0);
            double start = model.start()[0];
            for (int leaf = 0; leaf < tree.nodes(); leaf++) {
                if (tree.isLeaf(leaf)) {
                    double best = sum(loss, data, tree, leaf, start + tree.value(leaf));
                    for (double step : new double[] {-0.1, -0.001, 0.001, 0.1}) {
                        double other = sum(loss, data, tree, leaf, start + tree.value(leaf) + step);
                        assertThat(best).as(loss.name()).isLessThanOrEqualTo(other + 1e-9);
                    }
                }
            }
        }
    }

    private static double sum(ScalarLoss loss, Dataset data, Tree tree, int leaf, double f) {
        double sum = 0;
        for (int i = 0; i < data.size(); i++) {
            if (tree.leaf(data.row(i).toArray()) == leaf) {
                sum += loss.value(data.targets().get(0).at(i), f);
            }
        }
        return sum;
    }

    @Test
    void leavesAreRefittedFromAllRowsAlsoFromThoseNotDrawn() {
        Dataset data = Toys.numbers(500, 35);
        GradientBoosting model = GradientBoosting.with(new AbsoluteLoss())
                .rounds(1)
                .learningRate(1)
                .sampler((population, feedback, memory, random) -> Batch.range(0, 250, 0.5))
                .fit(data);
        Tree tree = model.tree(0, 0);

        assertThat(tree.weight(0)).isEqualTo(500);
        for (int leaf = 0; leaf < tree.nodes(); leaf++) {
            if (tree.isLeaf(leaf)) {
                double v = tree.value(leaf);
                double best = sum(new AbsoluteLoss(), data, tree, leaf, model.start()[0] + v);
                assertThat(best)
                        .isLessThanOrEqualTo(sum(new AbsoluteLoss(), data, tree, leaf, model.start()[0] + v + 0.01));
                assertThat(best)
                        .isLessThanOrEqualTo(sum(new AbsoluteLoss(), data, tree, leaf, model.start()[0] + v - 0.01));
            }
        }
    }

    @Test
    void unitOfTheTargetDoesNotMatterToKinkedLosses() {
        Dataset data = Toys.numbers(500, 36);
        double[] large = Arrays.stream(data.targets().get(0).toArray())
                .map(y -> 1024 * y)
                .toArray();
        BoostingSpec spec = GradientBoosting.with(new QuantileLoss(0.8)).rounds(20);

        double[] small = spec.fit(data).scores(data)[0];
        double[] scaled = spec.fit(data.withTargets(large)).scores(data)[0];

        for (int i = 0; i < 500; i++) {
            assertThat(scaled[i]).isCloseTo(1024 * small[i], within(1e-6));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9})
    void quantilesCoverTheirLevelOfNewRows(double level) {
        GradientBoosting model = GradientBoosting.with(new QuantileLoss(level))
                .rounds(60)
                .maxLeaves(8)
                .fit(Toys.numbers(6000, 37));
        Dataset fresh = Toys.numbers(3000, 38);
        double[] q = model.predict(fresh);
        double below = IntStream.range(0, 3000)
                        .filter(i -> fresh.targets().get(0).at(i) <= q[i])
                        .count()
                / 3000.0;

        assertThat(below).isCloseTo(level, within(0.04)); // 4 standard errors of 3000 rows are at most 0.037
    }

    @Test
    void lossWithFlatTailsConvergesThoughItIsWrittenAsAFormula() {
        Dataset data = Toys.numbers(600, 39);
        double[] spread =
                Arrays.stream(data.targets().get(0).toArray()).map(y -> 100 * y).toArray();
        Dataset far = data.withTargets(spread);

        GradientBoosting model =
                GradientBoosting.with(new FormulaHuber()).rounds(200).fit(far);

        double first = model.trace().step(0).objective();
        assertThat(model.trace().objective()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(model.trace().last().objective()).isLessThan(0.4 * first);
    }

    /** Huber's loss, whose second derivative is 0 in the tails. */
    private static final class FormulaHuber implements FormulaLoss {
        @Override
        public Jet formula(double y, Jet f) {
            Jet r = f.minus(y);
            double size = Math.abs(r.value());
            return size <= 1
                    ? r.square().times(0.5)
                    : r.times(Math.signum(r.value())).minus(0.5);
        }
    }

    @Test
    void twoMethodsAreEnoughForALoss() {
        GradientBoosting model =
                GradientBoosting.with(new TwoMethods()).rounds(30).fit(Toys.numbers(400, 40));

        assertThat(model.trace().last().objective())
                .isLessThan(0.3 * model.trace().step(0).objective());
        assertThat(model.recipe().toString())
                .contains("because the curvature of TwoMethods is of kind CONSTANT, not its second derivative");
    }

    private static final class TwoMethods implements ScalarLoss {
        @Override
        public double value(double y, double f) {
            return Math.cosh(0.3 * (f - y)) - 1;
        }

        @Override
        public double gradient(double y, double f) {
            return 0.3 * Math.sinh(0.3 * (f - y));
        }
    }

    @Test
    void softmaxTellsThreeClassesApart() {
        GradientBoosting model =
                GradientBoosting.with(new SoftmaxLoss(3)).rounds(40).fit(Toys.threeClasses(1500, 41));
        Dataset fresh = Toys.threeClasses(1000, 42);
        double[][] p = model.probabilities(fresh);
        int right = 0;
        for (int i = 0; i < 1000; i++) {
            assertThat(p[0][i] + p[1][i] + p[2][i]).isCloseTo(1, within(1e-12));
            int y = (int) fresh.targets().get(0).at(i);
            right += p[y][i] >= Math.max(p[0][i], Math.max(p[1][i], p[2][i])) ? 1 : 0;
        }
        assertThat(right).isGreaterThan(800);
    }

    @Test
    void missingCellsTellWhatTheyTell() {
        double[][] x = new double[200][1];
        double[] y = new double[200];
        for (int i = 0; i < 200; i++) {
            x[i][0] = i % 4 == 0 ? Double.NaN : i % 4;
            y[i] = i % 4 == 0 ? 100 : 1;
        }
        Schema schema = new Schema(List.of(Column.numeric("x")), List.of("y"), List.of());
        Dataset data = Dataset.of(Rows.dense(x), schema, Missing.KEEP, y);

        GradientBoosting model =
                GradientBoosting.with(new SquaredLoss()).rounds(100).l2(0).fit(data);

        assertThat(model.tree(0, 0).rule(0, false)).isEqualTo("x is missing");
        assertThat(model.predict(Double.NaN)).isCloseTo(100, within(0.01));
        assertThat(model.predict(2)).isCloseTo(1, within(0.01));
    }

    @Test
    void oneRowGivesTheStartAndASentence() {
        GradientBoosting model = GradientBoosting.with(new SquaredLoss()).fit(Dataset.of(new double[][] {{1}}, 7));

        assertThat(model.rounds()).isZero();
        assertThat(model.predict(5)).isEqualTo(7);
        assertThat(model.stopReason())
                .hasToString("CONVERGED: No split gains more than minGain = 0.0 with minLeafWeight = 20.0 on both sides"
                        + " (all rows weigh 1.0), so round 1 adds no tree.");
        assertThat(model.explain(Row.of(model.schema(), 3), 0).recompute()).isEqualTo(7);
    }

    @Test
    void equalTargetsAndConstantColumnsGiveTheStart() {
        double[][] x = new double[100][2];
        double[] y = new double[100];
        for (int i = 0; i < 100; i++) {
            x[i][0] = i;
            y[i] = 0.1;
        }
        GradientBoosting equalTargets = GradientBoosting.with(new SquaredLoss()).fit(Dataset.of(x, y));
        assertThat(equalTargets.rounds()).isZero();
        assertThat(equalTargets.predict(3, 0)).isCloseTo(0.1, within(1e-15));

        double[] varied = IntStream.range(0, 100).mapToDouble(i -> i).toArray();
        GradientBoosting constantColumn =
                GradientBoosting.with(new SquaredLoss()).fit(Dataset.of(new double[100][1], varied));
        assertThat(constantColumn.rounds()).isZero();
        assertThat(constantColumn.predict(0)).isEqualTo(49.5);

        GradientBoosting kinked = GradientBoosting.with(new AbsoluteLoss()).fit(Dataset.of(x, y));
        assertThat(kinked.predict(3, 0)).isCloseTo(0.1, within(1e-15));
    }

    @Test
    void earlyStoppingGivesTheModelOfTheBestRound() {
        GradientBoosting model = GradientBoosting.with(new LogisticLoss())
                .rounds(500)
                .learningRate(0.5)
                .earlyStopping(5)
                .fit(Toys.classes(400, 43), Toys.classes(400, 44));

        int best = 0;
        for (int step = 0; step < model.trace().size(); step++) {
            best = Toys.validation(model, step) < Toys.validation(model, best) ? step : best;
        }
        assertThat(model.stopReason().kind()).isEqualTo(StopReason.Kind.EARLY_STOPPED);
        assertThat(model.rounds()).isEqualTo(best + 1).isLessThan(model.trace().size());
    }

    @Test
    void divergingFitIsTakenBackToItsLastGoodRound() {
        Dataset data = Toys.numbers(200, 45);
        Loss wild = new ScalarLoss() {
            @Override
            public double value(double y, double f) {
                return Math.exp(600 * (f - y) * (f - y));
            }

            @Override
            public double gradient(double y, double f) {
                return f == 0 ? -y : -1e200 * y;
            }

            @Override
            public double bestShift(Sample sample) {
                return 0;
            }
        };
        GradientBoosting model =
                GradientBoosting.with(wild).leafRefit(false).rounds(20).fit(data);

        assertThat(model.stopReason().kind()).isEqualTo(StopReason.Kind.DIVERGED);
        for (double score : model.scores(data)[0]) {
            assertThat(score).isFinite();
        }
    }

    @Test
    void depthAndLeavesAreLimited() {
        Dataset data = Toys.numbers(1000, 46);
        BoostingSpec spec = GradientBoosting.with(new SquaredLoss()).rounds(3);

        assertThat(spec.maxDepth(2).fit(data).tree(2, 0).depth()).isEqualTo(2);
        assertThat(spec.maxLeaves(5).fit(data).tree(2, 0).leaves()).isEqualTo(5);
        assertThat(spec.bins(2).fit(data).rounds()).isEqualTo(3);
        assertThat(spec.minGain(1e9).fit(data).rounds()).isZero();
    }
}
