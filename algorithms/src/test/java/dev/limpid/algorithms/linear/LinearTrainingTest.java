package dev.limpid.algorithms.linear;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.optimizer.Lbfgs;
import dev.limpid.core.optimizer.Stochastic;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.sampler.ShuffledSampler;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason;
import dev.limpid.core.training.Stopping;
import dev.limpid.core.training.Training;
import dev.limpid.core.update.adaptive.Adam;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinearTrainingTest {

    private static final Dataset DATA = Sets.random(40, 400, 6);
    private static final Dataset VALIDATION = Sets.random(41, 200, 6);

    private static final LinearSpec STOCHASTIC = LinearModel.with(new SquaredLoss())
            .optimizer(new Stochastic(Adam.withLearningRate(0.05), ShuffledSampler.of(20)))
            .seed(5)
            .stopping(Stopping.maxEpochs(4));

    @Test
    void steppingIsFitting() {
        LinearSpec spec = LinearModel.with(new SquaredLoss()).optimizer(Lbfgs.defaults());
        Training<LinearModel> training = spec.begin(DATA);
        LinearModel before = training.model();
        boolean more = true;
        while (more) {
            more = training.step();
        }
        LinearModel fitted = spec.fit(DATA);

        assertThat(before.coefficients()).isDeepEqualTo(new double[1][6]);
        assertThat(before.stopReason()).isEqualTo(StopReason.RUNNING);
        assertThat(before.trace().size()).isZero();
        assertThat(training.model().coefficients()).isDeepEqualTo(fitted.coefficients());
        assertThat(training.model().trace().csv()).isEqualTo(fitted.trace().csv());
        assertThat(fitted.stopReason().kind()).isEqualTo(StopReason.Kind.CONVERGED);
    }

    /** The start: no weights, and the intercept that fits best without them. */
    @Test
    void theStartIsTheBestConstant() {
        LinearModel start = LinearModel.with(new SquaredLoss()).begin(DATA).model();

        double mean = DATA.targets().get(0).sum() / DATA.size();
        assertThat(start.intercept()).isEqualTo(mean);
    }

    @Test
    void aModelOfAStepStaysAsItIsWhileTheRunGoesOn() {
        Training<LinearModel> training =
                LinearModel.with(new SquaredLoss()).optimizer(Lbfgs.defaults()).begin(DATA);
        training.step();
        LinearModel early = training.model();
        double[][] w = early.coefficients();
        training.finish();

        assertThat(early.coefficients()).isDeepEqualTo(w);
        assertThat(early.trace().size()).isEqualTo(1);
        assertThat(early.stopReason()).isEqualTo(StopReason.RUNNING);
    }

    static Stream<LinearSpec> resumable() {
        return Stream.of(
                LinearModel.with(new LogisticLoss()).optimizer(Lbfgs.defaults()),
                LinearModel.with(new LogisticLoss()).penalty(L1Penalty.of(0.01)).maxIterations(60),
                STOCHASTIC);
    }

    @ParameterizedTest
    @MethodSource("resumable")
    void aRunResumesFromItsMemoryBitForBit(LinearSpec spec) {
        Dataset data = spec.equals(STOCHASTIC) ? DATA : Sets.irisPair();
        LinearModel whole = spec.fit(data);
        Training<LinearModel> first = spec.begin(data);
        for (int t = 0; t < 5; t++) {
            first.step();
        }
        Memory saved = Memory.of(first.memory().snapshot());

        LinearModel resumed = spec.resume(data, saved).finish();

        assertThat(resumed.coefficients()).isDeepEqualTo(whole.coefficients());
        assertThat(resumed.intercepts()).isEqualTo(whole.intercepts());
        assertThat(resumed.trace().last().iteration())
                .isEqualTo(whole.trace().last().iteration());
    }

    @Test
    void aResumedRunRemembersItsBestStep() {
        LinearSpec spec = STOCHASTIC.earlyStopping(50);
        LinearModel whole = spec.fit(DATA, VALIDATION);
        Training<LinearModel> first = spec.begin(DATA, VALIDATION);
        for (int t = 0; t < 45; t++) {
            first.step();
        }

        LinearModel resumed = spec.resume(
                        DATA, VALIDATION, Memory.of(first.memory().snapshot()))
                .finish();

        assertThat(resumed.coefficients()).isDeepEqualTo(whole.coefficients());
    }

    @Test
    void theModelOfAValidatedFitIsThatOfTheBestStep() {
        LinearSpec spec =
                LinearModel.with(new SquaredLoss()).optimizer(Lbfgs.defaults()).earlyStopping(3);
        Training<LinearModel> training = spec.begin(DATA, VALIDATION);
        List<Double> losses = new ArrayList<>();
        boolean more = true;
        while (more) {
            more = training.step();
            losses.add(training.last().numbers().get(Step.VALIDATION));
        }
        LinearModel model = training.model();

        double best = losses.stream().mapToDouble(v -> v).min().orElseThrow();
        assertThat(loss(model, VALIDATION)).isCloseTo(best, org.assertj.core.data.Offset.offset(1e-12));
    }

    /** Pure noise: the more it is fitted the worse for other rows. */
    @Test
    void aRunThatOverfitsIsStoppedEarly() {
        Dataset noise = shuffledTargets(Sets.random(42, 30, 20));
        Dataset other = shuffledTargets(Sets.random(43, 300, 20));

        LinearModel model = LinearModel.with(new SquaredLoss())
                .optimizer(Lbfgs.defaults())
                .earlyStopping(2)
                .fit(noise, other);
        LinearModel whole = LinearModel.with(new SquaredLoss()).fit(noise);

        assertThat(model.stopReason().kind()).isEqualTo(StopReason.Kind.EARLY_STOPPED);
        assertThat(loss(model, other)).isLessThan(loss(whole, other));
    }

    @Test
    void validationRowsMayHaveTheirClassesInAnotherOrder() {
        Dataset data = Sets.irisPair();
        double[] flipped = data.targets().get(0).toArray();
        for (int i = 0; i < flipped.length; i++) {
            flipped[i] = 1 - flipped[i];
        }
        Dataset other = data.withTargets(flipped).withClasses("virginica", "versicolor");
        LinearSpec spec =
                LinearModel.with(new LogisticLoss()).penalty(L1Penalty.of(0.01)).maxIterations(20);

        assertThat(spec.fit(data, other).trace().series(Step.VALIDATION))
                .isEqualTo(spec.fit(data, data).trace().series(Step.VALIDATION));
    }

    @Test
    void stochasticRunsAreMeasuredAfterEachEpoch() {
        LinearModel model = STOCHASTIC.fit(DATA, VALIDATION);

        long measured = model.trace().steps().stream()
                .filter(step -> step.numbers().containsKey(Step.VALIDATION))
                .count();
        assertThat(model.trace().size()).isEqualTo(80);
        assertThat(measured).isEqualTo(4);
    }

    @Test
    void observersSeeEveryStep() {
        List<Long> seen = new ArrayList<>();

        LinearModel model = LinearModel.with(new SquaredLoss())
                .observers(step -> seen.add(step.iteration()))
                .fit(DATA);

        assertThat(seen).hasSize(model.trace().size()).startsWith(1L);
    }

    @Test
    void aLimitIsAResult() {
        LinearModel model = LinearModel.with(new SquaredLoss())
                .optimizer(Lbfgs.defaults())
                .maxIterations(2)
                .fit(DATA);

        assertThat(model.stopReason())
                .hasToString(
                        "LIMIT: The limit of 2 steps was reached before the tolerance: allow more, or check the scale of"
                                + " the columns.");
    }

    @Test
    void specsAreEqualWhenTheirPartsAre() {
        LinearSpec spec = LinearModel.with(new SquaredLoss())
                .penalty(L1Penalty.of(1))
                .seed(3)
                .maxIterations(9);

        assertThat(LinearModel.with(new SquaredLoss())
                        .seed(3)
                        .penalty(L1Penalty.of(1))
                        .maxIterations(9))
                .isEqualTo(spec)
                .hasSameHashCodeAs(spec);
        assertThat(spec.intercept(false)).isNotEqualTo(spec);
    }

    private static Dataset shuffledTargets(Dataset data) {
        double[] y = data.targets().get(0).toArray();
        double[] shifted = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            shifted[i] = y[(i + 7) % y.length];
        }
        return data.withTargets(shifted);
    }

    private static double loss(LinearModel model, Dataset data) {
        double[] f = model.predict(data);
        double sum = 0;
        for (int i = 0; i < f.length; i++) {
            double r = f[i] - data.targets().get(0).at(i);
            sum += r * r / 2;
        }
        return sum / f.length;
    }
}
