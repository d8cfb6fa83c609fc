package dev.limpid.core.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.training.Memory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplerTest {

    /** Standard deviations that a mean may be off: a fresh seed fails a test of one mean once in a million times. */
    private static final double ONE_IN_A_MILLION = 4.892;

    private static final int DRAWS = 20_000;

    private static final int N = 10;

    private static final double[] Q = {1, 2, 3, 4, 0.5, 6, 7, 8, 0.1, 10};

    private static final Population UNEQUAL = new Population() {
        @Override
        public int size() {
            return N;
        }

        @Override
        public double weight(int unit) {
            return 1 + unit;
        }
    };

    static List<Sampler> samplers() {
        return List.of(
                new FullSampler(),
                ShuffledSampler.of(3),
                new ShuffledSampler(3, true),
                ShuffledSampler.of(100),
                new SequentialSampler(3),
                new SequentialSampler(100),
                new ReplacementSampler(3),
                new PoissonSampler(0.3),
                new PoissonSampler(0.01),
                new PoissonSampler(1),
                new BayesianBootstrapSampler(),
                new BootstrapSampler(),
                new BootstrapSampler(0.35),
                new SubsampleSampler(0.35),
                new SubsampleSampler(1),
                WeightedSampler.of(Q, 3),
                WeightedSampler.byUnitWeight(4));
    }

    private static Batch draw(Sampler sampler, Memory memory, long seed, long step) {
        return sampler.next(UNEQUAL, Feedback.none(), memory, Seeds.of(seed, step));
    }

    private static double phi(int unit) {
        return Math.sin(unit + 1) + 2;
    }

    private static double sum(Batch batch) {
        double sum = 0;
        for (int k = 0; k < batch.size(); k++) {
            sum += batch.weight(k) * phi(batch.unit(k));
        }
        return sum;
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void theSumOverABatchHasTheExpectationThatItsFractionSays(Sampler sampler) {
        double all = IntStream.range(0, N).mapToDouble(SamplerTest::phi).sum();
        Memory memory = Memory.empty();
        double mean = 0;
        double squares = 0;
        for (int t = 1; t <= DRAWS; t++) {
            Batch batch = draw(sampler, memory, 11, t);
            double error = sum(batch) - batch.fraction() * all;
            double off = error - mean;
            mean += off / t;
            squares += off * (error - mean);
        }
        double deviation = Math.sqrt(squares / DRAWS / DRAWS);

        assertThat(Math.abs(mean)).isLessThanOrEqualTo(ONE_IN_A_MILLION * deviation + 1e-12);
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void theSameSeedDrawsTheSameAndAnotherDoesNot(Sampler sampler) {
        String one = history(sampler, Memory.empty(), 1, 1, 40);

        assertThat(history(sampler, Memory.empty(), 1, 1, 40)).isEqualTo(one);
        boolean random = !(sampler instanceof FullSampler)
                && !(sampler instanceof SequentialSampler)
                && !sampler.equals(new PoissonSampler(1))
                && !sampler.equals(new SubsampleSampler(1));
        assertThat(history(sampler, Memory.empty(), 2, 1, 40).equals(one)).isEqualTo(!random);
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void resumingDrawsWhatWouldHaveBeenDrawn(Sampler sampler) {
        Memory memory = Memory.empty();
        history(sampler, memory, 1, 1, 6);
        Memory resumed = Memory.of(memory.snapshot());

        assertThat(history(sampler, resumed, 1, 7, 30)).isEqualTo(history(sampler, memory, 1, 7, 30));
    }

    private static String history(Sampler sampler, Memory memory, long seed, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int t = from; t <= to; t++) {
            Batch batch = draw(sampler, memory, seed, t);
            text.append(Arrays.toString(units(batch))).append(batch.fraction());
            for (int k = 0; k < batch.size(); k++) {
                text.append(' ').append(batch.weight(k));
            }
        }
        return text.toString();
    }

    private static int[] units(Batch batch) {
        return IntStream.range(0, batch.size()).map(batch::unit).toArray();
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void aSingleUnitIsRefusedByAllButTheFullSampler(Sampler sampler) {
        Population one = Population.of(1);
        if (sampler instanceof FullSampler) {
            assertThat(units(sampler.next(one, Feedback.none(), Memory.empty(), Seeds.of(1))))
                    .containsExactly(0);
        } else {
            assertThatThrownBy(() -> sampler.next(one, Feedback.none(), Memory.empty(), Seeds.of(1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(sampler.name()
                            + " needs an objective that sums over several units, but this one is a single "
                            + "unit: use FullSampler");
        }
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void samplersWithEqualSettingsAreEqualAndShowThemInTheirRecipe(Sampler sampler) {
        int place = samplers().indexOf(sampler);

        assertThat(samplers().get(place)).isEqualTo(sampler).hasSameHashCodeAs(sampler);
        assertThat(samplers().stream().filter(sampler::equals)).hasSize(1);
        assertThat(sampler.recipe().name()).isEqualTo(sampler.getClass().getSimpleName());
        assertThat(sampler.formula()).isNotEmpty();
    }

    @Test
    void anEpochVisitsEachUnitOnceInANewOrder() {
        ShuffledSampler sampler = ShuffledSampler.of(3);
        Memory memory = Memory.empty();
        Set<List<Integer>> orders = new HashSet<>();
        for (int epoch = 0; epoch < 20; epoch++) {
            List<Integer> order = new ArrayList<>();
            double fraction = 0;
            for (int k = 0; k < 4; k++) {
                Batch batch = draw(sampler, memory, 3, 4L * epoch + k);
                assertThat(batch.size()).isEqualTo(k < 3 ? 3 : 1);
                fraction += batch.fraction();
                Arrays.stream(units(batch)).forEach(order::add);
            }
            assertThat(order).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
            assertThat(fraction).isCloseTo(1, within(1e-15));
            orders.add(order);
        }
        assertThat(orders).hasSize(20);
    }

    @Test
    void aDroppedLastBatchIsNeverServed() {
        ShuffledSampler sampler = new ShuffledSampler(3, true);
        Memory memory = Memory.empty();
        for (int epoch = 0; epoch < 20; epoch++) {
            Set<Integer> seen = new HashSet<>();
            for (int k = 0; k < 3; k++) {
                Batch batch = draw(sampler, memory, 3, 3L * epoch + k);
                assertThat(batch.size()).isEqualTo(3);
                Arrays.stream(units(batch))
                        .forEach(unit -> assertThat(seen.add(unit)).isTrue());
            }
        }
    }

    @Test
    void orderStateIsSmallAndShufflesAreUniform() {
        Memory memory = Memory.empty();
        ShuffledSampler sampler = ShuffledSampler.of(N);
        int[][] counts = new int[N][N];
        for (int t = 0; t < DRAWS; t++) {
            int[] order = units(draw(sampler, memory, 17, t));
            for (int place = 0; place < N; place++) {
                counts[order[place]][place]++;
            }
        }
        double expected = (double) DRAWS / N;
        double deviation = Math.sqrt(DRAWS * 0.1 * 0.9);
        for (int[] ofUnit : counts) { // 100 counts: one of a hundred thousand fresh seeds would fail at 5.6 deviations
            for (int count : ofUnit) {
                assertThat((double) count).isCloseTo(expected, within(5.6 * deviation));
            }
        }
        assertThat(memory.snapshot().values().stream()
                        .mapToInt(array -> array.length)
                        .sum())
                .isEqualTo(3);
    }

    @Test
    void subsamplesHaveDifferentUnitsInAscendingOrder() {
        for (int t = 0; t < 100; t++) {
            int[] units = units(draw(new SubsampleSampler(0.45), Memory.empty(), 1, t));
            assertThat(units).hasSize(5).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void sizesAreRoundedButNeverEmpty() {
        assertThat(draw(new SubsampleSampler(0.01), Memory.empty(), 1, 1).size())
                .isEqualTo(1);
        assertThat(draw(new BootstrapSampler(0.44), Memory.empty(), 1, 1).size())
                .isEqualTo(4);
        assertThat(draw(new BootstrapSampler(0.44), Memory.empty(), 1, 1).fraction())
                .isEqualTo(0.4);
    }

    @Test
    void weightsAreProportionalAndZeroIsNeverDrawn() {
        double[] q = {0, 1, 3, 0};
        WeightedSampler sampler = WeightedSampler.of(q, 1);
        int[] counts = new int[4];
        Memory memory = Memory.empty();
        for (int t = 0; t < DRAWS; t++) {
            Batch batch = sampler.next(Population.of(4), Feedback.none(), memory, Seeds.of(5, t));
            counts[batch.unit(0)]++;
            assertThat(batch.weight(0)).isEqualTo(4 / (4 * q[batch.unit(0)]));
        }
        double deviation = Math.sqrt(DRAWS * 0.25 * 0.75);
        assertThat(counts[0]).isZero();
        assertThat(counts[3]).isZero();
        assertThat((double) counts[1]).isCloseTo(DRAWS / 4.0, within(ONE_IN_A_MILLION * deviation));
        assertThat(sampler.isBiased()).isTrue();
        assertThat(WeightedSampler.of(Q, 1).isBiased()).isFalse();
    }

    @Test
    void theScaleOfWeightsDoesNotMatter() {
        double[] small = Arrays.stream(Q).map(x -> x / 1024).toArray();
        for (int t = 0; t < 50; t++) {
            Batch one = draw(WeightedSampler.of(Q, 5), Memory.empty(), 1, t);
            Batch other = draw(WeightedSampler.of(small, 5), Memory.empty(), 1, t);
            assertThat(units(other)).isEqualTo(units(one));
            assertThat(other.weight(2)).isEqualTo(one.weight(2));
        }
    }

    @Test
    void drawnWeightsUndoTheWeightsOfUnits() {
        Batch batch = draw(WeightedSampler.byUnitWeight(50), Memory.empty(), 1, 1);
        for (int k = 0; k < batch.size(); k++) { // weight·wᵤ is the same for all: W/n
            assertThat(batch.weight(k) * UNEQUAL.weight(batch.unit(k))).isCloseTo(5.5, within(1e-14));
        }
    }

    @Test
    void withoutReplacementIsSaidWhereItIsSo() {
        assertThat(samplers().stream().filter(Sampler::isWithoutReplacement))
                .containsExactly(
                        new FullSampler(),
                        ShuffledSampler.of(3),
                        new ShuffledSampler(3, true),
                        ShuffledSampler.of(100),
                        new SequentialSampler(3),
                        new SequentialSampler(100));
    }

    @Test
    void sequentialBatchesAreRangesOfTheDataAndTheLastHasWhatIsLeft() {
        Memory memory = Memory.empty();
        StringBuilder epochs = new StringBuilder();
        for (int t = 0; t < 5; t++) {
            Batch batch = draw(new SequentialSampler(4), memory, 1, t);
            assertThat(batch.isRange()).isTrue();
            epochs.append(Arrays.toString(units(batch)))
                    .append(batch.fraction())
                    .append(' ');
        }
        assertThat(epochs).hasToString("[0, 1, 2, 3]0.4 [4, 5, 6, 7]0.4 [8, 9]0.2 [0, 1, 2, 3]0.4 [4, 5, 6, 7]0.4 ");
    }

    @Test
    void poissonBatchesHaveBinomialSizesAndAreNeverEmpty() {
        double q = 0.05;
        double any = 1 - Math.pow(1 - q, N);
        double mean = N * q / any; // of a binomial number, given that it is not 0
        double variance = N * q * (1 - q + N * q) / any - mean * mean;
        double sum = 0;
        int ones = 0;
        for (int t = 0; t < DRAWS; t++) {
            Batch batch = draw(new PoissonSampler(q), Memory.empty(), 23, t);
            assertThat(units(batch)).isSorted().doesNotHaveDuplicates().isNotEmpty();
            assertThat(batch.fraction()).isCloseTo(q / any, within(1e-15));
            sum += batch.size();
            ones += batch.size() == 1 ? 1 : 0;
        }
        double one = N * q * Math.pow(1 - q, N - 1) / any;
        assertThat(sum / DRAWS).isCloseTo(mean, within(ONE_IN_A_MILLION * Math.sqrt(variance / DRAWS)));
        assertThat((double) ones / DRAWS).isCloseTo(one, within(ONE_IN_A_MILLION * Math.sqrt(one * (1 - one) / DRAWS)));
    }

    @Test
    void bayesianBootstrapWeightsSumToNAndHaveTheVarianceOfRubin() {
        double square = 0;
        double fourth = 0;
        for (int t = 0; t < DRAWS; t++) {
            Batch batch = draw(new BayesianBootstrapSampler(), Memory.empty(), 29, t);
            double sum = 0;
            for (int k = 0; k < N; k++) {
                sum += batch.weight(k);
            }
            assertThat(sum).isCloseTo(N, within(1e-13));
            double excess = (batch.weight(t % N) - 1) * (batch.weight(t % N) - 1);
            square += excess / DRAWS;
            fourth += excess * excess / DRAWS;
        }
        double deviation = Math.sqrt((fourth - square * square) / DRAWS);
        assertThat(square).isCloseTo((N - 1.0) / (N + 1), within(ONE_IN_A_MILLION * deviation));
    }

    @Test
    void settingsAreRefusedByName() {
        assertThatThrownBy(() -> ShuffledSampler.of(0)).hasMessage("batchSize must be >= 1, but was 0");
        assertThatThrownBy(() -> WeightedSampler.byUnitWeight(0)).hasMessage("batchSize must be >= 1, but was 0");
        assertThatThrownBy(() -> new SequentialSampler(0)).hasMessage("batchSize must be >= 1, but was 0");
        assertThatThrownBy(() -> new ReplacementSampler(-1)).hasMessage("batchSize must be >= 1, but was -1");
        assertThatThrownBy(() -> new PoissonSampler(1.5)).hasMessage("rate must be in (0, 1], but was 1.5");
        assertThatThrownBy(() -> new BootstrapSampler(0)).hasMessage("fraction must be in (0, 1], but was 0.0");
        assertThatThrownBy(() -> new SubsampleSampler(Double.NaN))
                .hasMessage("fraction must be in (0, 1], but was NaN");
        assertThatThrownBy(() -> WeightedSampler.of(new double[] {1, -1}, 1))
                .hasMessage("q must be finite and >= 0, but q[1] was -1.0");
        assertThatThrownBy(() -> WeightedSampler.of(new double[] {0, 0}, 1))
                .hasMessage("the sum of q must be finite and > 0, but was 0.0");
        assertThatThrownBy(() -> draw(WeightedSampler.of(new double[] {1, 2}, 1), Memory.empty(), 1, 1))
                .hasMessage("q must have length 10 (one number per unit), but has length 2");
    }

    @Test
    void placesHaveStreamsOfTheirOwn() {
        Set<Long> firsts = new HashSet<>();
        for (long seed = 0; seed < 20; seed++) {
            for (long step = 0; step < 20; step++) {
                firsts.add(Seeds.of(seed, step).nextLong());
                firsts.add(Seeds.of(seed, step, 0).nextLong());
            }
        }
        assertThat(firsts).hasSize(800);
        assertThat(Seeds.of(1, 2).nextLong()).isEqualTo(Seeds.of(1, 2).nextLong());
    }
}
