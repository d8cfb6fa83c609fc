package dev.limpid.algorithms.boosting;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.ranking.PairwiseLogisticLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.sampler.Batch;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoostingMessagesTest {

    private final BoostingSpec spec = GradientBoosting.with(new SquaredLoss());
    private final Dataset data = Toys.numbers(60, 1);

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1.5, Double.NaN})
    void learningRateHasARange(double rate) {
        refused(() -> spec.learningRate(rate), "learningRate must be in (0, 1], but was " + rate);
    }

    @Test
    void settingsHaveRanges() {
        refused(() -> spec.rounds(0), "rounds must be >= 1, but was 0");
        refused(() -> spec.bins(256), "bins must be in 2 … 255, but was 256");
        refused(() -> spec.threads(0), "threads must be >= 1, but was 0");
        refused(() -> spec.earlyStopping(-1), "patience must be >= 0, but was -1");
        refused(() -> spec.maxLeaves(1), "maxLeaves must be >= 2, but was 1");
        refused(() -> spec.maxDepth(0), "maxDepth must be >= 1, but was 0");
        refused(() -> spec.minLeafWeight(0), "minLeafWeight must be finite and > 0, but was 0.0");
        refused(() -> spec.minGain(-1), "minGain must be finite and >= 0, but was -1.0");
        refused(() -> spec.l2(-1), "l2 must be finite and >= 0, but was -1.0");
    }

    @Test
    void lossOfUnitsIsRefused() {
        Loss ranking = new PairwiseLogisticLoss();
        refused(
                () -> GradientBoosting.with(ranking),
                "loss must be a ScalarLoss or a VectorLoss for GradientBoosting, but was PairwiseLogisticLoss: a tree is"
                        + " grown on gradients row by row");
    }

    @Test
    void leavesOfSeveralScoresAreNotRefitted() {
        refused(
                () -> GradientBoosting.with(new SoftmaxLoss(3)).leafRefit(true),
                "leafRefit must be OFF or AUTO for a loss of 3 scores a row, but was ON for SoftmaxLoss");
    }

    @Test
    void earlyStoppingNeedsValidationRows() {
        refused(
                () -> spec.earlyStopping(3).fit(data),
                "earlyStopping needs validation rows: call fit(data, validation)");
    }

    @Test
    void targetsMustFitTheLoss() {
        double[] y = new double[60];
        y[17] = -2;
        refused(
                () -> GradientBoosting.with(new PoissonLoss()).fit(data.withTargets(y)),
                "target must be finite and >= 0.0 for PoissonLoss, but was -2.0 (row 17)");
        double[] weights = new double[60];
        Arrays.fill(weights, 1);
        weights[17] = 0;
        assertThatCode(() -> GradientBoosting.with(new PoissonLoss())
                        .rounds(1)
                        .fit(someCounts(y).withWeights(weights)))
                .doesNotThrowAnyException();
        refused(
                () -> spec.fit(data.withTargets(y, y)),
                "targets of SquaredLoss must be 2 (the data have 2 target columns), but was 1");
        refused(
                () -> spec.fit(data.withOffsets(y, y)),
                "scores of SquaredLoss must be 2 (the data have 2 offset columns), but was 1");
        refused(
                () -> GradientBoosting.with(new SoftmaxLoss(3))
                        .fit(data.withTargets(new double[60]).withClasses("a", "b")),
                "classes of SoftmaxLoss must be 2 (the data have 2 classes), but was 3");
    }

    @Test
    void oneClassOnlyIsRefused() {
        refused(
                () -> GradientBoosting.with(new LogisticLoss()).fit(data.withTargets(new double[60])),
                "bestShift of LogisticLoss must have a finite minimiser, but the loss falls without end: the targets hold one"
                        + " class only, 0; give rows of both classes");
    }

    @Test
    void samplerMustDrawRowsThatAreThere() {
        refused(
                () -> spec.sampler((population, feedback, memory, random) -> Batch.of(new int[] {5, 60}, 1))
                        .fit(data),
                "user-defined Sampler must draw rows in [0, 60), but unit(1) was 60");
        refused(
                () -> spec.sampler((population, feedback, memory, random) -> Batch.of(new int[0], 1))
                        .fit(data),
                "user-defined Sampler must draw at least one row with a weight > 0, but the batch has 0 units, fraction 1.0");
    }

    @Test
    void roundsAndOutputsHaveRanges() {
        GradientBoosting model = spec.rounds(2).fit(data);
        refused(() -> model.tree(2, 0), "round must be in [0, 2), but was 2");
        refused(() -> model.tree(0, 1), "output must be in [0, 1), but was 1");
        refused(() -> model.trees(-1), "output must be in [0, 1), but was -1");
        refused(() -> model.explain(data.row(0), 1), "output must be in [0, 1), but was 1");
    }

    @Test
    void unknownColumnsAreRefusedAtPredict() {
        GradientBoosting model = spec.rounds(2).fit(data);
        refused(
                () -> model.predict(data.withNames("a", "b", "kind")),
                "X must have column 'count' as in the model, but its columns are [a, b, kind]");
    }

    private Dataset someCounts(double[] y) {
        double[] counts = y.clone();
        counts[3] = 5;
        return data.withTargets(counts);
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
