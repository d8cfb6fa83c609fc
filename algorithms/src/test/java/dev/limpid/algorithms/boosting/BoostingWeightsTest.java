package dev.limpid.algorithms.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.core.loss.regression.QuantileLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.training.StopReason;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A weight of 2 equals the row twice, a weight of 0 equals the row absent, from the start score to early stopping. */
class BoostingWeightsTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("losses")
    void weightsEqualRepeatedRows(Loss loss, Dataset data) {
        Dataset weighted = Toys.weighted(data, 1);

        for (int bins : new int[] {255, 16}) {
            BoostingSpec spec = GradientBoosting.with(loss).rounds(15).bins(bins);
            Toys.assertSameSplits(spec.fit(weighted), spec.fit(Toys.repeated(weighted)));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("losses")
    void earlyStoppingSeesWeightsAsRepeatedRows(Loss loss, Dataset data) {
        Dataset train = Toys.weighted(data.slice(0, 400), 2);
        Dataset held = Toys.weighted(data.slice(400, 800), 3);
        BoostingSpec spec =
                GradientBoosting.with(loss).rounds(300).learningRate(0.5).earlyStopping(3);

        GradientBoosting weighted = spec.fit(train, held);
        GradientBoosting repeated = spec.fit(Toys.repeated(train), Toys.repeated(held));

        assertThat(weighted.stopReason().kind()).isEqualTo(StopReason.Kind.EARLY_STOPPED);
        assertThat(weighted.trace().size()).isEqualTo(repeated.trace().size());
        for (int step = 0; step < repeated.trace().size(); step++) {
            double expected = Toys.validation(repeated, step);
            assertThat(Toys.validation(weighted, step)).isCloseTo(expected, within(1e-9));
            assertThat(weighted.trace().step(step).objective())
                    .isCloseTo(repeated.trace().step(step).objective(), within(1e-9));
        }
        Toys.assertSameSplits(weighted, repeated);
    }

    static Stream<Arguments> losses() {
        return Stream.of(
                Arguments.of(new SquaredLoss(), Toys.numbers(800, 11)),
                Arguments.of(new HuberLoss(0.4), Toys.numbers(800, 12)),
                Arguments.of(new QuantileLoss(0.3), Toys.numbers(800, 13)),
                Arguments.of(new LogisticLoss(), Toys.classes(800, 14)),
                Arguments.of(new PoissonLoss(), Toys.counts(800, 15)),
                Arguments.of(new SoftmaxLoss(3), Toys.threeClasses(800, 16)));
    }

    @Test
    void scaleOfTheWeightsDoesNotMatterWhereSettingsScaleToo() {
        Dataset data = Toys.classes(500, 17);
        double[] ones = data.weights().toArray();
        double[] eights = Arrays.stream(ones).map(w -> 8 * w).toArray();
        BoostingSpec spec = GradientBoosting.with(new LogisticLoss()).rounds(10);

        GradientBoosting light = spec.l2(1).minLeafWeight(20).fit(data);
        GradientBoosting heavy = spec.l2(8).minLeafWeight(160).fit(data.withWeights(eights));

        assertThat(heavy.scores(data)[0]).containsExactly(light.scores(data)[0]); // a power of 2: without rounding
    }

    @Test
    void smallestLeafIsOfCaseWeightsAndNotOfCurvature() {
        Dataset data = Toys.classes(500, 18);
        GradientBoosting model = GradientBoosting.with(new LogisticLoss())
                .rounds(40)
                .minLeafWeight(50)
                .fit(data);

        for (int round = 0; round < model.rounds(); round++) {
            for (int node = 0; node < model.tree(round, 0).nodes(); node++) {
                assertThat(model.tree(round, 0).weight(node)).isGreaterThanOrEqualTo(50);
            }
        }
        assertThat(model.tree(39, 0).leaves()).isGreaterThan(2);
    }
}
