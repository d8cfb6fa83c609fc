package dev.limpid.core.sampler.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.sampler.Seeds;
import dev.limpid.core.training.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReservoirTest {

    private static final int DRAWS = 40_000;

    /** Standard deviations for each of up to 20 counts: one of a million fresh seeds would fail a test. */
    private static final double DEVIATIONS = 5.45;

    private static final double[] W = {1, 4, 2, 0.5, 7, 3};

    static List<Reservoir> reservoirs() {
        return List.of(
                new VitterReservoir(3),
                new LiReservoir(3),
                new WeightedReservoir(3),
                new VitterReservoir(1),
                new LiReservoir(1),
                new WeightedReservoir(1));
    }

    private static List<Integer> numbers(int n) {
        return IntStream.range(0, n).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("reservoirs")
    void itemsOfEqualWeightAreKeptEquallyOften(Reservoir reservoir) {
        int n = 17;
        int[] counts = new int[n];
        for (int t = 0; t < DRAWS; t++) {
            List<Integer> sample = reservoir.sample(numbers(n), Seeds.of(51, t));
            assertThat(sample).hasSize(reservoir.capacity()).doesNotHaveDuplicates();
            sample.forEach(i -> counts[i]++);
        }
        double p = (double) reservoir.capacity() / n;
        for (int count : counts) {
            assertThat((double) count / DRAWS).isCloseTo(p, within(DEVIATIONS * Math.sqrt(p * (1 - p) / DRAWS)));
        }
    }

    /** Pairs, so that gaps of algorithm L that depended on each other would show. */
    @Test
    void pairsAreKeptEquallyOften() {
        int[][] counts = new int[6][6];
        for (int t = 0; t < DRAWS; t++) {
            List<Integer> sample = new LiReservoir(2).sample(numbers(6), Seeds.of(52, t));
            counts[Math.min(sample.get(0), sample.get(1))][Math.max(sample.get(0), sample.get(1))]++;
        }
        double p = 1.0 / 15;
        for (int i = 0; i < 6; i++) {
            for (int j = i + 1; j < 6; j++) {
                assertThat((double) counts[i][j] / DRAWS)
                        .isCloseTo(p, within(DEVIATIONS * Math.sqrt(p * (1 - p) / DRAWS)));
            }
        }
    }

    @Test
    void weightedInclusionIsThatOfDrawsWithoutReplacement() {
        double[] p = inclusion(new boolean[W.length], 1, 3);
        assertThat(IntStream.range(0, W.length).mapToDouble(i -> p[i]).sum()).isCloseTo(3, within(1e-14));
        int[] counts = new int[W.length];
        for (int t = 0; t < DRAWS; t++) {
            new WeightedReservoir(3)
                    .sample(numbers(W.length), i -> W[i], Seeds.of(53, t))
                    .forEach(i -> counts[i]++);
        }
        for (int i = 0; i < W.length; i++) {
            assertThat((double) counts[i] / DRAWS)
                    .isCloseTo(p[i], within(DEVIATIONS * Math.sqrt(p[i] * (1 - p[i]) / DRAWS)));
        }
    }

    /** All orders of drawing: in each draw in proportion to the weights that are left. */
    private static double[] inclusion(boolean[] drawn, double chance, int left) {
        double[] p = new double[W.length];
        double rest = IntStream.range(0, W.length)
                .filter(i -> !drawn[i])
                .mapToDouble(i -> W[i])
                .sum();
        for (int i = 0; i < W.length && left > 0; i++) {
            if (!drawn[i]) {
                double now = chance * W[i] / rest;
                drawn[i] = true;
                double[] later = inclusion(drawn, now, left - 1);
                drawn[i] = false;
                p[i] += now;
                for (int j = 0; j < W.length; j++) {
                    p[j] += later[j];
                }
            }
        }
        return p;
    }

    @ParameterizedTest
    @MethodSource("reservoirs")
    void aResumedStreamKeepsTheSame(Reservoir reservoir) {
        for (int cut : new int[] {0, 1, 2, 3, 4, 20, 77}) {
            assertThat(places(reservoir, cut)).isEqualTo(places(reservoir, 0));
        }
    }

    private static List<Integer> places(Reservoir reservoir, int cut) {
        Memory memory = Memory.empty();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            memory = i == cut ? Memory.of(memory.snapshot()) : memory;
            places.add(reservoir.place(1, memory, Seeds.of(54, i)));
        }
        return places;
    }

    @ParameterizedTest
    @MethodSource("reservoirs")
    void shortStreamsAreKeptWholeAndItemsOfNoWeightAreNotThere(Reservoir reservoir) {
        RandomGenerator random = Seeds.of(55);
        int k = reservoir.capacity();
        assertThat(reservoir.<Integer>sample(numbers(k), random)).isEqualTo(numbers(k));
        assertThat(reservoir.<Integer>sample(numbers(0), random)).isEmpty();
        assertThat(reservoir.<Integer>sample(numbers(2 * k), i -> i % 2, random))
                .isEqualTo(IntStream.range(0, k).mapToObj(i -> 2 * i + 1).toList());
        assertThat(reservoir.formula()).startsWith(k + " items");
        assertThat(reservoir.source()).isNotEmpty();
    }

    @Test
    void algorithmLAsksForFewRandomNumbers() {
        int[] asked = new int[1];
        RandomGenerator random = Seeds.of(56);
        RandomGenerator counting = () -> {
            asked[0]++;
            return random.nextLong();
        };
        int n = 100_000;
        new LiReservoir(10).sample(numbers(n), counting);
        // 3 numbers for each item kept; items kept after the first 10: 10·(H(n) − H(10)) ± its root, here 92 ± 9.6
        assertThat(asked[0]).isBetween(3 * 45, 3 * 140);
    }

    @Test
    void weightsAreRefusedByName() {
        for (Reservoir reservoir : reservoirs()) {
            for (double weight : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
                assertThatThrownBy(() -> reservoir.place(weight, Memory.empty(), Seeds.of(1)))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("weight must be finite and >= 0, but was " + weight);
            }
        }
        assertThatThrownBy(() -> new LiReservoir(2).place(2, Memory.empty(), Seeds.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("weight must be 0 or 1 for LiReservoir, which gives all items the same chance, but was 2.0:"
                        + " use WeightedReservoir");
        assertThatThrownBy(() -> new VitterReservoir(0)).hasMessage("capacity must be >= 1, but was 0");
        assertThatThrownBy(() -> new LiReservoir(0)).hasMessage("capacity must be >= 1, but was 0");
        assertThatThrownBy(() -> new WeightedReservoir(0)).hasMessage("capacity must be >= 1, but was 0");
    }
}
