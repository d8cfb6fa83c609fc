package dev.limpid.algorithms.linear;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.core.loss.regression.QuantileLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.optimizer.Lbfgs;
import dev.limpid.core.optimizer.Stochastic;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.penalty.NoPenalty;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.sampler.ShuffledSampler;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.Stopping;
import dev.limpid.core.update.adaptive.Adam;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A weight of 2 is the row twice, a weight of 0 the row absent, and the number of threads is nothing at all. */
class LinearWeightsTest {

    /** The stop tolerance that MajorizeMinimize, Lbfgs and Fista are given or have. */
    private static final double TOLERANCE = 1e-8;

    /** Ten times the tolerance, relative to the largest coefficient. */
    private static final double LAW = 10 * TOLERANCE;

    static Stream<Arguments> assemblies() {
        Dataset numbers = Sets.random(2, 240, 5);
        return Stream.of(
                Arguments.of(new SquaredLoss(), NoPenalty.of(), numbers),
                Arguments.of(new SquaredLoss(), L1Penalty.of(0.1), numbers),
                Arguments.of(new HuberLoss(1), L2Penalty.of(0.1), numbers),
                Arguments.of(new PoissonLoss(), L2Penalty.of(0.01), numbers),
                Arguments.of(new LogisticLoss(), L2Penalty.of(0.01), Sets.irisPair()),
                Arguments.of(new SoftmaxLoss(3), L2Penalty.of(0.1), Sets.iris()));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("assemblies")
    void weightsAreRepetitions(Loss loss, Penalty penalty, Dataset data) {
        LinearSpec spec = LinearModel.with(loss).penalty(penalty).seed(3);

        LinearModel weighted = spec.fit(data.withWeights(weights(data.size())));
        LinearModel repeated = spec.fit(data.select(repetitions(data.size())));

        assertClose(weighted, repeated, LAW);
    }

    /** Where the minimiser is a vertex, MM ends within 10⁻⁶ of it (see LinearReferenceTest), on either way. */
    @Test
    void weightsAreRepetitionsAtKinks() {
        Dataset data = Sets.random(4, 241, 4);
        LinearSpec spec = LinearModel.with(new QuantileLoss(0.3));

        assertClose(spec.fit(data.withWeights(weights(241))), spec.fit(data.select(repetitions(241))), 2e-6);
    }

    @Test
    void weightsAreRepetitionsInStartAndValidationAndEarlyStopping() {
        Dataset data = Sets.random(5, 200, 5);
        Dataset validation = Sets.random(6, 100, 5);
        LinearSpec spec =
                LinearModel.with(new HuberLoss(0.5)).optimizer(Lbfgs.defaults()).earlyStopping(2);

        LinearModel weighted = spec.fit(data.withWeights(weights(200)), validation.withWeights(weights(100)));
        LinearModel repeated = spec.fit(data.select(repetitions(200)), validation.select(repetitions(100)));

        assertThat(weighted.trace().size()).isEqualTo(repeated.trace().size());
        double[] first = weighted.trace().series(Step.VALIDATION);
        double[] second = repeated.trace().series(Step.VALIDATION);
        for (int t = 0; t < first.length; t++) {
            assertThat(Math.abs(first[t] - second[t])).as("step " + t).isLessThanOrEqualTo(LAW * second[t]);
        }
        assertClose(weighted, repeated, LAW);
    }

    /** Rows of weight 0 may even hold what no loss takes, and a stochastic run doesn't draw them. */
    @Test
    void rowsOfWeightZeroAreAbsentBitForBit() {
        Dataset data = Sets.random(7, 90, 3);
        double[] w = new double[90];
        Arrays.setAll(w, i -> i % 3 == 0 ? 0 : 1);
        double[] y = data.targets().get(0).toArray();
        for (int i = 0; i < y.length; i += 3) {
            y[i] = -1; // outside the domain of Poisson
        }
        int[] kept = IntStream.range(0, 90).filter(i -> i % 3 != 0).toArray();
        LinearSpec spec = LinearModel.with(new PoissonLoss())
                .optimizer(new Stochastic(Adam.withLearningRate(0.01), ShuffledSampler.of(7)))
                .stopping(Stopping.maxEpochs(3));

        LinearModel weighted = spec.fit(data.withTargets(y).withWeights(w));
        LinearModel absent = spec.fit(data.select(kept));

        assertThat(weighted.coefficients()).isDeepEqualTo(absent.coefficients());
        assertThat(weighted.intercepts()).isEqualTo(absent.intercepts());
    }

    @Test
    void aFactorOnAllWeightsChangesNothing() {
        Dataset data = Sets.random(8, 150, 4);
        LinearSpec spec = LinearModel.with(new SquaredLoss()).penalty(L2Penalty.of(0.3));
        double[] w = weights(150);

        LinearModel once = spec.fit(data.withWeights(w));
        LinearModel fourfold =
                spec.fit(data.withWeights(Arrays.stream(w).map(v -> 4 * v).toArray()));

        assertClose(once, fourfold, 1e-12);
    }

    static Stream<Arguments> threaded() {
        return Stream.of(
                Arguments.of(LinearModel.with(new SquaredLoss())),
                Arguments.of(LinearModel.with(new HuberLoss(1)).optimizer(Lbfgs.defaults())),
                Arguments.of(LinearModel.with(new PoissonLoss())
                        .penalty(L1Penalty.of(0.1))
                        .maxIterations(30)),
                Arguments.of(LinearModel.with(new SquaredLoss())
                        .optimizer(new Stochastic(Adam.withLearningRate(0.01), ShuffledSampler.of(5000)))
                        .seed(9)
                        .stopping(Stopping.maxEpochs(2))));
    }

    @ParameterizedTest
    @MethodSource("threaded")
    void theNumberOfThreadsChangesNoBit(LinearSpec spec) {
        Dataset data = Sets.random(10, 20_011, 5);

        LinearModel one = spec.threads(1).fit(data);
        LinearModel two = spec.threads(2).fit(data);
        LinearModel again = spec.threads(2).fit(data);

        assertThat(two.coefficients()).isDeepEqualTo(one.coefficients());
        assertThat(two.intercepts()).isEqualTo(one.intercepts());
        assertThat(two.trace().csv()).isEqualTo(one.trace().csv());
        assertThat(again.coefficients()).isDeepEqualTo(one.coefficients());
    }

    @Test
    void anotherSeedMakesAnotherStochasticRun() {
        Dataset data = Sets.random(11, 200, 3);
        LinearSpec spec = LinearModel.with(new SquaredLoss())
                .optimizer(new Stochastic(Adam.withLearningRate(0.01), ShuffledSampler.of(10)))
                .stopping(Stopping.maxEpochs(1));

        assertThat(spec.seed(1).fit(data).coefficients()[0])
                .isNotEqualTo(spec.seed(2).fit(data).coefficients()[0]);
    }

    private static double[] weights(int n) {
        double[] w = new double[n];
        Arrays.setAll(w, i -> (i * 7) % 4);
        return w;
    }

    private static int[] repetitions(int n) {
        double[] w = weights(n);
        return IntStream.range(0, n)
                .flatMap(i -> IntStream.generate(() -> i).limit((long) w[i]))
                .toArray();
    }

    static void assertClose(LinearModel actual, LinearModel expected, double relative) {
        for (int k = 0; k < expected.intercepts().length; k++) {
            double[] w = expected.coefficients()[k];
            double size = Math.abs(expected.intercepts()[k]);
            for (double wj : w) {
                size = Math.max(size, Math.abs(wj));
            }
            for (int j = 0; j < w.length; j++) {
                assertThat(Math.abs(actual.coefficients()[k][j] - w[j]))
                        .as("coefficient %s of score %s, %s", j, k, w[j])
                        .isLessThanOrEqualTo(relative * size);
            }
            assertThat(Math.abs(actual.intercepts()[k] - expected.intercepts()[k]))
                    .as("intercept " + k)
                    .isLessThanOrEqualTo(relative * size);
        }
    }
}
