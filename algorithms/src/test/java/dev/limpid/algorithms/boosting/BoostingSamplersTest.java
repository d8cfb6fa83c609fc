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
import dev.limpid.core.sampler.BayesianBootstrapSampler;
import dev.limpid.core.sampler.Feedback;
import dev.limpid.core.sampler.PoissonSampler;
import dev.limpid.core.sampler.Population;
import dev.limpid.core.sampler.Sampler;
import dev.limpid.core.sampler.importance.GossSampler;
import dev.limpid.core.sampler.importance.MvsSampler;
import dev.limpid.core.sampler.structured.ClassBalancedSampler;
import dev.limpid.core.sampler.structured.GroupSampler;
import dev.limpid.core.sampler.structured.StratifiedSampler;
import dev.limpid.core.training.Memory;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Samplers that know gradients, curvatures, classes and groups of rows. */
class BoostingSamplersTest {

    private static final int N = 4000;

    /** Passes batches on and shows them. */
    private record Shown(Sampler inner, BiConsumer<Feedback, Batch> to) implements Sampler {
        @Override
        public Batch next(Population population, Feedback feedback, Memory memory, RandomGenerator random) {
            Batch batch = inner.next(population, feedback, memory, random);
            to.accept(feedback, batch);
            return batch;
        }

        @Override
        public boolean usesFeedback() {
            return inner.usesFeedback();
        }
    }

    static Stream<Arguments> fits() {
        return Stream.of(
                Arguments.of(new LogisticLoss(), new GossSampler(), Toys.classes(N, 71)),
                Arguments.of(new LogisticLoss(), MvsSampler.of(0.3), Toys.classes(N, 71)),
                Arguments.of(new SoftmaxLoss(3), new GossSampler(0.3, 0.2), Toys.threeClasses(N, 72)),
                Arguments.of(new SoftmaxLoss(3), MvsSampler.of(0.4), Toys.threeClasses(N, 72)),
                Arguments.of(new SquaredLoss(), new GossSampler(0.1, 0.3), Toys.numbers(N, 73)),
                Arguments.of(new SquaredLoss(), new MvsSampler(0.3, 0), Toys.numbers(N, 73)),
                Arguments.of(new SquaredLoss(), new BayesianBootstrapSampler(), Toys.numbers(N, 73)),
                Arguments.of(new SquaredLoss(), new PoissonSampler(0.4), Toys.numbers(N, 73)),
                Arguments.of(new QuantileLoss(0.7), MvsSampler.of(0.3), Toys.numbers(N, 74)),
                Arguments.of(new LogisticLoss(), new StratifiedSampler(N / 2), Toys.classes(N, 71)),
                Arguments.of(new LogisticLoss(), ClassBalancedSampler.of(N), Toys.classes(N, 71)));
    }

    /** Nine tenths of what all rows bring: a third of the rows costs noise, not the trend. */
    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("fits")
    void lossFallsNearlyAsFarAsWithAllRows(Loss loss, Sampler sampler, Dataset data) {
        BoostingSpec spec = GradientBoosting.with(loss).rounds(30);
        double start = objective(spec.rounds(1).learningRate(1e-9), data);
        double all = objective(spec, data);

        double some = objective(spec.sampler(sampler), data);

        assertThat(start - some).isGreaterThan(0.9 * (start - all));
    }

    private static double objective(BoostingSpec spec, Dataset data) {
        return spec.fit(data).trace().last().objective();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("fits")
    void numberOfThreadsDoesNotMatter(Loss loss, Sampler sampler, Dataset data) {
        BoostingSpec spec = GradientBoosting.with(loss).rounds(4).sampler(sampler);

        Toys.assertSame(spec.threads(2).fit(data), spec.threads(1).fit(data));
    }

    @Test
    void gossWeighsTheOthersByTheFactorOfThePaperInEachRound() {
        int[] rounds = new int[1];
        Shown goss = new Shown(new GossSampler(0.2, 0.1), (feedback, batch) -> {
            rounds[0]++;
            double least = IntStream.range(0, N)
                    .mapToDouble(feedback::gradient)
                    .sorted()
                    .toArray()[N - N / 5];
            assertThat(batch.size()).isEqualTo(N / 5 + N / 10);
            for (int k = 0; k < batch.size(); k++) {
                boolean top = k < N / 5;
                assertThat(feedback.gradient(batch.unit(k))).matches(g -> top ? g >= least : g <= least);
                assertThat(batch.weight(k)).isEqualTo(top ? 1 : 8); // (1 − 0.2)/0.1
            }
        });
        GradientBoosting.with(new LogisticLoss()).rounds(3).sampler(goss).fit(Toys.classes(N, 75));

        assertThat(rounds[0]).isEqualTo(3);
    }

    @Test
    void mvsWeighsRowsByTheInverseOfTheirChancesInEachRound() {
        double lambda = 0.5;
        int[] rounds = new int[1];
        Shown mvs = new Shown(new MvsSampler(0.25, lambda), (feedback, batch) -> {
            rounds[0]++;
            double[] sizes = IntStream.range(0, N)
                    .mapToDouble(u -> Math.sqrt(feedback.gradient(u) * feedback.gradient(u)
                            + lambda * feedback.curvature(u) * feedback.curvature(u)))
                    .toArray();
            double mu = threshold(sizes, 0.25 * N);
            for (int k = 0; k < batch.size(); k++) {
                assertThat(batch.weight(k)).isCloseTo(Math.max(1, mu / sizes[batch.unit(k)]), within(1e-9));
            }
            // the size has the mean N/4 and at most the variance of a binomial number: 5 deviations of 27
            assertThat(batch.size()).isBetween(N / 4 - 137, N / 4 + 137);
        });
        GradientBoosting.with(new LogisticLoss()).rounds(3).sampler(mvs).fit(Toys.classes(N, 76));

        assertThat(rounds[0]).isEqualTo(3);
    }

    /** By bisection, where the sampler solves for it. */
    private static double threshold(double[] sizes, double expected) {
        double low = 0;
        double high = Arrays.stream(sizes).sum();
        for (int i = 0; i < 200; i++) {
            double middle = (low + high) / 2;
            double sum = Arrays.stream(sizes).map(s -> Math.min(1, s / middle)).sum();
            low = sum > expected ? middle : low;
            high = sum > expected ? high : middle;
        }
        return high;
    }

    @Test
    void groupsOfRowsStayTogether() {
        int[] groups = IntStream.range(0, 600).map(i -> i * 7 % 50).toArray();
        Shown whole = new Shown(new GroupSampler(20), (feedback, batch) -> {
            int[] counts = new int[50];
            for (int k = 0; k < batch.size(); k++) {
                counts[groups[batch.unit(k)]]++;
            }
            assertThat(counts).containsOnly(0, 12);
        });
        GradientBoosting.with(new SquaredLoss())
                .rounds(5)
                .sampler(whole)
                .fit(Toys.numbers(600, 77).withGroups(groups));
    }

    @Test
    void rowsWithoutClassesAreRefusedWhereTheyAreNeeded() {
        assertThatThrownBy(() -> GradientBoosting.with(new SquaredLoss())
                        .sampler(new StratifiedSampler(100))
                        .fit(Toys.numbers(300, 78)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("StratifiedSampler needs units with labels, but these have none: use data with one class as"
                        + " target and a classification loss, or a sampler without labels such as ShuffledSampler");
    }
}
