package dev.limpid.algorithms.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.regression.QuantileLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.BootstrapSampler;
import dev.limpid.core.sampler.Feedback;
import dev.limpid.core.sampler.Population;
import dev.limpid.core.sampler.Sampler;
import dev.limpid.core.sampler.ShuffledSampler;
import dev.limpid.core.sampler.SubsampleSampler;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.StopReason;
import dev.limpid.core.training.Training;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Threads, seeds, samplers, stepping and resuming. */
class BoostingRunTest {

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("runs")
    void numberOfThreadsDoesNotMatter(Loss loss, Sampler sampler, Dataset data) {
        BoostingSpec spec = GradientBoosting.with(loss).sampler(sampler).rounds(6);

        Toys.assertSame(spec.threads(2).fit(data), spec.threads(1).fit(data));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("runs")
    void resumedFitGoesOnWithTheSameBits(Loss loss, Sampler sampler, Dataset data) {
        BoostingSpec spec = GradientBoosting.with(loss).sampler(sampler).rounds(6);
        Training<GradientBoosting> half = spec.begin(data);
        half.step();
        half.step();
        half.step();
        Memory saved = Memory.of(half.memory().snapshot());

        Training<GradientBoosting> resumed = spec.resume(data, saved);

        Toys.assertSame(resumed.finish(), spec.fit(data));
        assertThat(resumed.trace().step(0).iteration()).isEqualTo(4);
        assertThat(resumed.trace().size()).isEqualTo(3);
    }

    static Stream<Arguments> runs() {
        return Stream.of(
                Arguments.of(new SquaredLoss(), new SubsampleSampler(0.5), Toys.numbers(20_000, 51)),
                Arguments.of(new QuantileLoss(0.7), new Goss(0.2, 0.2), Toys.numbers(3000, 52)),
                Arguments.of(new LogisticLoss(), new BootstrapSampler(), Toys.classes(20_000, 53)),
                Arguments.of(new SoftmaxLoss(3), ShuffledSampler.of(900), Toys.threeClasses(3000, 54)));
    }

    /** Gradient-based one-side sampling: all rows with large gradients, some of the others with a larger weight. */
    private record Goss(double top, double rest) implements Sampler {
        @Override
        public Batch next(Population population, Feedback feedback, Memory memory, RandomGenerator random) {
            int n = population.size();
            int[] order = IntStream.range(0, n)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> -feedback.gradient(i)))
                    .mapToInt(i -> i)
                    .toArray();
            int large = (int) (top * n);
            List<Integer> units = new ArrayList<>();
            List<Double> weights = new ArrayList<>();
            for (int k = 0; k < n; k++) {
                boolean drawn = k >= large && random.nextDouble() < rest / (1 - top);
                if (k < large || drawn) {
                    units.add(order[k]);
                    weights.add(k < large ? 1 : (1 - top) / rest);
                }
            }
            return Batch.of(
                    units.stream().mapToInt(i -> i).toArray(),
                    weights.stream().mapToDouble(w -> w).toArray(),
                    1);
        }

        @Override
        public boolean usesFeedback() {
            return true;
        }
    }

    @Test
    void seedDecidesWhatIsDrawn() {
        Dataset data = Toys.numbers(500, 55);
        BoostingSpec spec = GradientBoosting.with(new SquaredLoss()).rounds(5).sampler(new SubsampleSampler(0.5));

        Toys.assertSame(spec.seed(3).fit(data), spec.seed(3).fit(data));
        assertThat(spec.seed(3).fit(data).trees(0))
                .isNotEqualTo(spec.seed(4).fit(data).trees(0));
    }

    @Test
    void rowDrawnTwiceCountsTwiceAndTheOrderOfABatchDoesNotMatter() {
        Dataset data = Toys.numbers(300, 56);
        int[] units = IntStream.range(0, 600).map(k -> 299 - k % 300).toArray();
        BoostingSpec spec = GradientBoosting.with(new SquaredLoss()).rounds(5).l2(0);

        GradientBoosting twice = spec.minLeafWeight(40)
                .sampler((population, feedback, memory, random) -> Batch.of(units, 2))
                .fit(data);

        Toys.assertSame(spec.minLeafWeight(40).sampler(sorted(units)).fit(data), twice);
        assertThat(twice.scores(data)[0])
                .containsExactly(spec.minLeafWeight(20).fit(data).scores(data)[0]);
    }

    private static Sampler sorted(int[] units) {
        return (population, feedback, memory, random) ->
                Batch.of(IntStream.of(units).sorted().toArray(), 2);
    }

    @Test
    void samplerSeesGradientsAndCurvaturesWithoutWeights() {
        Dataset data = Toys.classes(50, 57);
        double[] threes = new double[50];
        Arrays.fill(threes, 3);
        double[] seen = new double[3];
        Sampler sampler = new Sampler() {
            @Override
            public Batch next(Population population, Feedback feedback, Memory memory, RandomGenerator random) {
                seen[0] = feedback.gradient(7);
                seen[1] = feedback.curvature(7);
                seen[2] = population.weight(7);
                return Batch.range(0, population.size(), 1);
            }

            @Override
            public boolean usesFeedback() {
                return true;
            }
        };

        Training<GradientBoosting> run =
                GradientBoosting.with(new LogisticLoss()).sampler(sampler).begin(data.withWeights(threes));
        double f = run.model().start()[0];
        run.step();

        LogisticLoss loss = new LogisticLoss();
        double y = data.targets().get(0).at(7);
        assertThat(seen[0]).isCloseTo(Math.abs(loss.gradient(y, f)), within(1e-15));
        assertThat(seen[1]).isCloseTo(loss.curvature(y, f), within(1e-15));
        assertThat(seen[2]).isEqualTo(3);
    }

    @Test
    void modelCanBeTakenAfterAnyStep() {
        Dataset data = Toys.numbers(300, 58);
        Training<GradientBoosting> run =
                GradientBoosting.with(new SquaredLoss()).rounds(4).begin(data);

        assertThat(run.model().rounds()).isZero();
        assertThat(run.step()).isTrue();
        GradientBoosting first = run.model();
        run.finish();

        assertThat(first.rounds()).isEqualTo(1);
        assertThat(first.trace().size()).isEqualTo(1);
        assertThat(first.stopReason()).isEqualTo(StopReason.RUNNING);
        assertThat(run.reason()).hasToString("LIMIT: All 4 rounds were made.");
    }

    @Test
    void observersAndRulesAreHeard() {
        List<Long> told = new ArrayList<>();
        GradientBoosting model = GradientBoosting.with(new SquaredLoss())
                .observers(step -> told.add(step.iteration()))
                .stopping(trace -> trace.size() < 3
                        ? StopReason.RUNNING
                        : new StopReason(StopReason.Kind.STOPPED, "Three are enough."))
                .fit(Toys.numbers(200, 59));

        assertThat(told).containsExactly(1L, 2L, 3L);
        assertThat(model.stopReason()).hasToString("STOPPED: Three are enough.");
    }

    @Test
    void memoryOfOtherDataIsRefused() {
        Training<GradientBoosting> run =
                GradientBoosting.with(new SquaredLoss()).rounds(2).begin(Toys.numbers(200, 60));
        run.step();

        assertThatThrownBy(() -> GradientBoosting.with(new SquaredLoss()).resume(Toys.numbers(201, 60), run.memory()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "memory must be of a fit to 201 rows and 3 columns, but is of one to 200 rows and 3 columns");
    }
}
