package dev.limpid.testkit.broken;

import static dev.limpid.testkit.LimpidAssertions.assertThat;

import dev.limpid.core.sampler.stream.LiReservoir;
import dev.limpid.core.sampler.stream.Reservoir;
import dev.limpid.core.sampler.stream.WeightedReservoir;
import dev.limpid.core.training.Memory;
import dev.limpid.testkit.law.Law;
import dev.limpid.testkit.law.ReservoirLaws;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reservoirs with one fault each, and odd ones that are right. Ids are those of the bug catalogue. */
class BrokenReservoirsTest {

    private static final int K = 4;

    /** Where item t &gt; k goes. */
    @FunctionalInterface
    private interface Place {
        int of(long t, double weight, Memory memory, RandomGenerator random);
    }

    private record Made(String title, Place place) implements Reservoir {
        @Override
        public int capacity() {
            return K;
        }

        @Override
        public int place(double weight, Memory memory, RandomGenerator random) {
            if (weight == 0) {
                return -1;
            }
            long t = (long) ++memory.array("seen", 1)[0];
            return t <= K ? (int) t - 1 : place.of(t, weight, memory, random);
        }

        @Override
        public String toString() {
            return title;
        }
    }

    /** M.-T. Chao (1982): chances in proportion to the weights, as long as no item is too heavy for that. */
    private record Chao() implements Reservoir {
        @Override
        public int capacity() {
            return K;
        }

        @Override
        public int place(double weight, Memory memory, RandomGenerator random) {
            double[] state = memory.array("state", 2); // items, their weight
            state[0] += weight > 0 ? 1 : 0;
            state[1] += weight;
            if (weight == 0 || state[0] <= K) {
                return weight == 0 ? -1 : (int) state[0] - 1;
            }
            return random.nextDouble() < K * weight / state[1] ? random.nextInt(K) : -1;
        }
    }

    private record WeightZeroIsThere() implements Reservoir {
        @Override
        public String toString() {
            return "items of weight 0 that are there";
        }

        @Override
        public int capacity() {
            return K;
        }

        @Override
        public int place(double weight, Memory memory, RandomGenerator random) {
            long t = (long) ++memory.array("seen", 1)[0];
            return t <= K ? (int) t - 1 : orNone(random.nextLong(t));
        }
    }

    private static int orNone(long j) {
        return j < K ? (int) j : -1;
    }

    private static Mutant<Reservoir> fault(Reservoir reservoir, Law<Reservoir> law, String cause) {
        return Mutant.of(reservoir.toString(), reservoir, law, cause);
    }

    static Stream<Mutant<Reservoir>> mutants() {
        int[] field = new int[1];
        java.util.Random own = new java.util.Random(3);
        return Stream.of(
                fault(
                        new Made("B-SAMP-024 index drawn in [0, t − 1)", (t, w, m, r) -> orNone(r.nextLong(t - 1))),
                        ReservoirLaws.UNIFORM,
                        "draw from [0, t), not [0, t − 1)"),
                fault(
                        new Made("index drawn in [0, t]", (t, w, m, r) -> orNone(r.nextLong(t + 1))),
                        ReservoirLaws.UNIFORM,
                        "counting itself"),
                fault(
                        new Made("always the first place", (t, w, m, r) -> r.nextLong(t) < K ? 0 : -1),
                        ReservoirLaws.UNIFORM,
                        "replace each of the k with the same chance"),
                fault(
                        new Made("place k", (t, w, m, r) -> {
                            long j = r.nextLong(t);
                            return j <= K ? (int) j : -1;
                        }),
                        ReservoirLaws.PLACES,
                        "places count from 0 to k − 1"),
                fault(
                        new WeightZeroIsThere(),
                        ReservoirLaws.PLACES,
                        "an item of weight 0 is treated as if it were there"),
                fault(
                        new Made("a generator of its own", (t, w, m, r) -> orNone((long) (own.nextDouble() * t))),
                        ReservoirLaws.SAME_SEED,
                        "a generator of its own"),
                fault(
                        new Made("counts in a field", (t, w, m, r) -> field[0]++ % 7 == 0 ? r.nextInt(K) : -1),
                        ReservoirLaws.SAME_SEED,
                        "in a field"),
                fault(
                        new Made("a fixed seed", (t, w, m, r) -> orNone(new SplittableRandom(t).nextLong(t))),
                        ReservoirLaws.SEED,
                        "a generator with a fixed seed"),
                fault(
                        new Made("count that is not saved", (t, w, m, r) -> {
                            int[] count = m.derived("count", int[].class, () -> new int[] {K});
                            return orNone(r.nextLong(++count[0]));
                        }),
                        ReservoirLaws.RESUME,
                        "are not kept in the memory"),
                fault(
                        new Made("weights that are not looked at", (t, w, m, r) -> orNone(r.nextLong(t))),
                        ReservoirLaws.WEIGHTS,
                        "weights are not looked at"));
    }

    static Stream<Reservoir> right() {
        return Stream.of(new LiReservoir(60), new WeightedReservoir(2), new Chao());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("right")
    void isNotBlamed(Reservoir reservoir) {
        assertThat(reservoir).obeysItsLaws();
    }
}
