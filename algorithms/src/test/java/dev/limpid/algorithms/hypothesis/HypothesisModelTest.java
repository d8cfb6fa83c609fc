package dev.limpid.algorithms.hypothesis;

import static dev.limpid.testkit.LimpidAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Row;
import dev.limpid.core.explain.Explanation;
import dev.limpid.core.hypothesis.Dual;
import dev.limpid.core.hypothesis.FormulaHypothesis;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.regression.AbsoluteLoss;
import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.core.loss.regression.PseudoHuberLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.optimizer.Lbfgs;
import dev.limpid.core.optimizer.Stochastic;
import dev.limpid.core.optimizer.direct.NelderMead;
import dev.limpid.core.optimizer.trust.LevenbergMarquardt;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.sampler.ShuffledSampler;
import dev.limpid.core.training.StopReason;
import dev.limpid.core.training.Training;
import dev.limpid.core.update.adaptive.Adam;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HypothesisModelTest {

    /** Optimizers stop at gradients of about 1e-8. */
    private static final double SAME_MINIMUM = 1e-6;

    /** The ten lines of a user: f = a·exp(−b·x). */
    record Decay() implements FormulaHypothesis {
        @Override
        public List<String> parameters() {
            return List.of("a", "b");
        }

        @Override
        public double[] start() {
            return new double[] {1, 0.1};
        }

        @Override
        public Dual formula(Dual[] t, double[] x) {
            return t[0].times(t[1].times(-x[0]).exp());
        }
    }

    /** A plane with a product: two columns that work together. */
    record Saddle() implements FormulaHypothesis {
        @Override
        public List<String> parameters() {
            return List.of("u", "v", "w");
        }

        @Override
        public double[] start() {
            return new double[] {0, 0, 0};
        }

        @Override
        public Dual formula(Dual[] t, double[] x) {
            return t[0].plus(t[1].times(x[0])).plus(t[2].times(x[0] * x[1]));
        }
    }

    /** y = 3·exp(−0.5·x) + noise. */
    private static Dataset decay(int n) {
        SplittableRandom random = new SplittableRandom(1);
        double[][] x = new double[n][1];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i][0] = random.nextDouble(0, 5);
            y[i] = 3 * Math.exp(-0.5 * x[i][0]) + 0.05 * random.nextGaussian();
        }
        return Dataset.of(x, y).withNames("time");
    }

    private static HypothesisSpec<HypothesisModel> spec() {
        return HypothesisModel.with(new Decay(), new SquaredLoss());
    }

    @Test
    void theHypothesisOfTheTestsObeysTheLaws() {
        assertThat(new Decay()).on(decay(5).features()).obeysItsLaws();
    }

    @Test
    void aCurveIsFittedInALine() {
        HypothesisModel model = spec().fit(decay(200));

        assertThat(model.stopReason().kind()).isEqualTo(StopReason.Kind.CONVERGED);
        assertThat(model.parameter("a")).isCloseTo(3, within(0.05));
        assertThat(model.parameter("b")).isCloseTo(0.5, within(0.02));
        assertThat(model.predict(2)).isEqualTo(model.parameter("a") * Math.exp(model.parameter("b") * -2.0));
        assertThat(model.predict(decay(200))[7])
                .isEqualTo(model.predict(decay(200).row(7)));
    }

    @Test
    void optimizersFindTheSameMinimum() {
        Dataset data = decay(200);
        double[] theta = spec().fit(data).parameters();

        for (var optimizer :
                List.of(Lbfgs.defaults().withTolerance(1e-9), NelderMead.defaults(), LevenbergMarquardt.defaults())) {
            assertThat(spec().optimizer(optimizer).fit(data).parameters())
                    .as(optimizer.name())
                    .containsExactly(theta, within(SAME_MINIMUM));
        }
        HypothesisModel adam = spec().optimizer(new Stochastic(Adam.withLearningRate(0.01), ShuffledSampler.of(20)))
                .maxIterations(3000)
                .fit(data);
        assertThat(adam.parameters()).containsExactly(theta, within(0.05));
    }

    @Test
    void aWeightOfTwoIsTheRowTwice() {
        Dataset data = decay(40);
        double[] weights = new double[40];
        int[] repeated = new int[60];
        for (int i = 0, k = 0; i < 40; i++) {
            weights[i] = i % 2 + 1;
            for (int times = 0; times < weights[i]; times++) {
                repeated[k++] = i;
            }
        }

        HypothesisModel weighted = spec().fit(data.withWeights(weights));
        HypothesisModel twice = spec().fit(data.select(repeated));

        assertThat(weighted.parameters()).containsExactly(twice.parameters(), within(1e-9));
        assertThat(spec().fit(data.withWeights(weightsOfZero(40))).parameters())
                .containsExactly(spec().fit(data.slice(0, 30)).parameters());
    }

    private static double[] weightsOfZero(int n) {
        double[] w = new double[n];
        java.util.Arrays.fill(w, 0, 30, 1);
        return w;
    }

    @Test
    void threadsChangeNoBit() {
        Dataset data = decay(10_000);

        assertThat(spec().threads(2).fit(data).parameters())
                .isEqualTo(spec().threads(1).fit(data).parameters());
        assertThat(spec().optimizer(Lbfgs.defaults()).threads(2).fit(data).parameters())
                .isEqualTo(
                        spec().optimizer(Lbfgs.defaults()).threads(1).fit(data).parameters());
    }

    @Test
    void aTrainingThatResumesGoesOnWithTheSameBits() {
        Dataset data = decay(50);
        Training<HypothesisModel> whole = spec().begin(data);
        Training<HypothesisModel> first = spec().begin(data);
        first.step();
        first.step();
        Training<HypothesisModel> rest = spec().resume(data, first.memory());

        assertThat(rest.finish().parameters()).isEqualTo(whole.finish().parameters());
        assertThatThrownBy(() -> spec().start(2, 1).resume(data, first.memory()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "memory must come from a run of the same spec, but loss, penalty, optimizer, seed or the names of"
                                + " columns differ: resume with the spec that it was begun with");
    }

    @Test
    void robustAndClassificationLossesFitTheSameHypothesis() {
        Dataset data = decay(200);
        HypothesisModel robust =
                HypothesisModel.with(new Decay(), new PseudoHuberLoss(0.1)).fit(data);
        assertThat(robust.parameter("b")).isCloseTo(0.5, within(0.03));

        double[] classes = new double[200];
        for (int i = 0; i < 200; i++) {
            classes[i] = data.features().get(i, 0) + 0.3 * Math.sin(37 * i) > 2 ? 1 : 0;
        }
        FormulaHypothesis threshold = new Threshold();
        HypothesisModel logistic = HypothesisModel.with(threshold, new LogisticLoss())
                .penalty("steepness", L2Penalty.of(0.001))
                .fit(data.withTargets(classes));
        assertThat(logistic.parameter("threshold")).isCloseTo(2, within(0.1));
        assertThat(logistic.probabilities(Row.of(data.schema(), 4))[1]).isGreaterThan(0.99);
    }

    /** f = steepness·(x − threshold). */
    record Threshold() implements FormulaHypothesis {
        @Override
        public List<String> parameters() {
            return List.of("steepness", "threshold");
        }

        @Override
        public double[] start() {
            return new double[] {1, 1};
        }

        @Override
        public Dual formula(Dual[] t, double[] x) {
            return t[0].times(t[1].negate().plus(x[0]));
        }
    }

    @Test
    void aPenaltyHoldsItsBlockAlone() {
        Dataset data = decay(200);
        HypothesisModel free = spec().fit(data);
        HypothesisModel held = spec().penalty("a", L2Penalty.of(1)).fit(data);
        HypothesisModel sparse = spec().penalty("b", L1Penalty.of(100)).fit(data);

        assertThat(held.parameter("a")).isLessThan(free.parameter("a"));
        assertThat(sparse.parameter("b")).isZero();
        assertThat(sparse.parameter("a"))
                .isCloseTo(data.targets().get(0).sum() / 200, within(SAME_MINIMUM)); // a constant
        assertThat(held.recipe().toString())
                .contains("penalty on a: L2Penalty(strength = 1.0)")
                .contains("Lbfgs");
        assertThat(sparse.recipe().toString())
                .contains("optimizer: Fista")
                .contains("because L1Penalty offers only a prox");
    }

    @Test
    void theRecipeTellsWhatWasFittedAndWhy() {
        HypothesisModel model = spec().start(2, 1).fit(decay(50));

        assertThat(model.recipe().toString()).startsWith("""
                HypothesisModel(start = [2.0, 1.0]): F(θ) = (1/Σv) Σᵢ vᵢ·ℓ(yᵢ, f_θ(xᵢ))
                  hypothesis: Decay
                  loss: SquaredLoss: ½(f − y)²
                """);
        assertThat(model.recipe().toString())
                .contains("because the objective is a sum of squares of few parameters, 2");
        assertThat(spec().toString())
                .contains("because none was named: loss, penalties and the size of the data decide");
        assertThat(model.toString()).startsWith("Decay with SquaredLoss, CONVERGED\na = ");
    }

    @Test
    void anExplanationGoesFromTheReferenceRowColumnByColumn() {
        Dataset data = Dataset.of(new double[][] {{0, 0}, {2, 1}, {4, 2}, {2, 5}}, 1, 5, 17, 21)
                .withNames("x", "z"); // y = 1 + 2·x·z; the mean row is (2, 2)
        HypothesisModel model =
                HypothesisModel.with(new Saddle(), new SquaredLoss()).fit(data);

        Explanation explanation = model.explain(Row.of(data.schema(), 4, 2));

        assertThat(explanation.toString()).isEqualTo("""
                    17.00000  score (1 column adds 0), sum of:
                       9.00000  score of the reference row, x = 2, z = 2
                       8.00000  x = 4\
                """);
        assertThat(model.explain(data.row(3)).recompute()).isCloseTo(model.scores(data.row(3))[0], within(1e-12));
        assertThatThrownBy(() -> model.explain(data.row(0), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("output must be in [0, 1), but was 1");
    }

    @Test
    void severalScoresOfAHypothesisAreFittedToo() {
        Dataset data = Dataset.of(
                new double[][] {{0, 1}, {1, 0}, {2, 2}, {0, 2}, {3, 1}, {1, 1}}, "a", "b", "c", "a", "b", "c");
        HypothesisModel model = HypothesisModel.with(new LinearHypothesis(2, 3, true), new SoftmaxLoss(3))
                .penalty("weights", L2Penalty.of(0.01))
                .fit(data);

        assertThat(model.predictedClass(data.row(1))).isEqualTo("b");
        assertThat(model.parameters("weights")).hasSize(6);
        assertThat(model.explain(data.row(1), 2).recompute()).isCloseTo(model.scores(data.row(1))[2], within(1e-12));
        assertThatThrownBy(() -> model.parameter("weights"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("block 'weights' must have one number for this, but has 6: use parameters(block)");
    }

    @Test
    void offsetsAreAddedToScores() {
        Dataset data = decay(100);
        double[] offsets = new double[100];
        double[] shifted = data.targets().get(0).toArray();
        for (int i = 0; i < 100; i++) {
            offsets[i] = i % 3;
            shifted[i] += offsets[i];
        }
        Dataset withOffsets = data.withTargets(shifted).withOffsets(offsets);

        HypothesisModel model = spec().fit(withOffsets);

        assertThat(model.parameters()).containsExactly(spec().fit(data).parameters(), within(SAME_MINIMUM));
        assertThat(model.scores(withOffsets)[0][2]).isEqualTo(model.scores(data)[0][2] + 2);
        assertThatThrownBy(() -> model.scores(data.withOffsets(offsets, offsets)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("offsets must be 1 (one for each score), but are 2");
    }

    @Test
    void validationRowsEndTheFit() {
        Dataset data = decay(100);
        HypothesisModel model = spec().optimizer(new Stochastic(Adam.withLearningRate(0.05), ShuffledSampler.of(10)))
                .earlyStopping(3)
                .fit(data.slice(0, 70), data.slice(70, 100));

        assertThat(model.stopReason().kind()).isEqualTo(StopReason.Kind.EARLY_STOPPED);
        assertThat(model.parameter("b")).isCloseTo(0.5, within(0.1));
        assertThatThrownBy(() -> spec().earlyStopping(3).fit(data))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("earlyStopping needs validation rows: call fit(data, validation)");
    }

    @Test
    void whatCannotBeFittedIsRefusedInASentence() {
        Dataset data = decay(10);
        refused(() -> spec().fit(Dataset.unlabeled(new double[][] {{1}, {2}})))
                .hasMessage("data must have a target to fit HypothesisModel to, but has none");
        refused(() -> spec().start(1, 2, 3).fit(data))
                .hasMessage("start must have 2 numbers (one for each parameter of Decay), but has 3");
        refused(() -> spec().start(1, Double.NaN))
                .hasMessage("start must be finite, but parameter 1 was NaN: give a number near the minimum");
        refused(() -> spec().threads(0)).hasMessage("threads must be >= 1, but was 0");
        refused(() -> spec().penalty("c", L2Penalty.of(1)).fit(data))
                .hasMessage("block must be one of [a, b], but was 'c'");
        refused(() -> HypothesisModel.with(new Decay(), new AbsoluteLoss()).fit(data))
                .hasMessage(
                        "AbsoluteLoss has kinks, and no optimizer is sure to get over them with HypothesisModel: use a"
                                + " smooth loss such as HuberLoss, or name Stochastic as the optimizer");
        refused(() -> HypothesisModel.with(new Decay(), new HuberLoss(1))
                        .optimizer(LevenbergMarquardt.defaults())
                        .fit(data))
                .hasMessage(
                        "LevenbergMarquardt needs a sum of squares that hands out its residuals, but the objective offers no"
                                + " LeastSquares view: use Lbfgs");
        refused(() -> HypothesisModel.with(new Decay(), new SoftmaxLoss(3))
                        .fit(Dataset.of(new double[][] {{1}, {2}, {3}}, "a", "b", "c")))
                .hasMessage("scores of Decay must be 3 (as many as SoftmaxLoss reads), but were 1");
        refused(() -> spec().fit(data).predict(Double.NaN))
                .hasMessage(
                        "HypothesisModel needs complete cells, but column 'time' has a missing cell: fill them with an"
                                + " Imputer, or use GradientBoosting, which takes them as they are");
        refused(() -> spec().fit(data).parameter("c")).hasMessage("block must be one of [a, b], but was 'c'");
    }

    @Test
    void aRunThatLeavesTheNumbersSaysSo() {
        HypothesisModel model = spec().start(1, -1000).fit(decay(10));

        assertThat(model.stopReason().kind()).isEqualTo(StopReason.Kind.DIVERGED);
        assertThat(model.parameters()).containsExactly(1, -1000);
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> refused(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void specsWithTheSameSettingsAreEqual() {
        assertThat(spec().start(1, 2).seed(3))
                .isEqualTo(spec().seed(3).start(1, 2))
                .hasSameHashCodeAs(spec().seed(3).start(1, 2))
                .isNotEqualTo(spec().start(1, 3).seed(3));
        assertThat(spec().start(1, 2).start())
                .hasValueSatisfying(start -> assertThat(start).containsExactly(1, 2));
    }
}
