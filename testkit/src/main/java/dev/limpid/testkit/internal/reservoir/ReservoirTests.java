package dev.limpid.testkit.internal.reservoir;

import dev.limpid.core.sampler.stream.Reservoir;
import dev.limpid.core.training.Memory;
import dev.limpid.testkit.ScriptedRandom;
import dev.limpid.testkit.internal.Bits;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Outcome;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What can be said of reservoirs. Seeds are fixed; a fresh seed would blame a right one once in a million tests. */
public final class ReservoirTests {

    private static final long SEED = 42;
    private static final int ITEMS = 200;
    private static final int STREAMS = 6000;
    private static final int HEAVY_STREAMS = 3000;
    private static final double DEVIATIONS = 5.6; // one in 10⁶ over 40 counts
    private static final double HEAVY = 4;
    private static final double DRIFT = 0.06; // chances are only nearly in proportion where many are kept

    private ReservoirTests() {}

    private static RandomGenerator random(long stream, long item) {
        return new SplittableRandom(spread(SEED) + stream * 0xD1B54A32D192ED03L + item);
    }

    private static long spread(long seed) {
        return seed * 0x9E3779B97F4A7C15L;
    }

    /** The places that items take, one generator an item. */
    private static double[] places(Reservoir reservoir, long stream, int items) {
        Memory memory = Memory.empty();
        double[] places = new double[items];
        Arrays.setAll(places, i -> reservoir.place(1, memory, random(stream, i)));
        return places;
    }

    /**
     * Looks at places: the first k items take the first k, later ones any or none; items of weight 0 aren't there.
     *
     * @param reservoir the reservoir
     * @return the outcome
     */
    public static Outcome places(Reservoir reservoir) {
        int k = reservoir.capacity();
        if (k < 1) {
            return Outcome.failed(
                    "capacity() gave " + k + ", must be ≥ 1\nLikely cause: a setting that isn't checked.");
        }
        for (double edge : new double[] {Double.NaN, 0, Math.nextDown(1.0)}) {
            Memory memory = Memory.empty();
            int there = 0;
            for (int i = 0; i < k + ITEMS; i++) {
                int weight = i % 5 == 2 ? 0 : 1;
                RandomGenerator random = Double.isNaN(edge) ? random(0, i) : ScriptedRandom.repeating(edge);
                int place = reservoir.place(weight, memory, random);
                there += weight;
                String wrong = wrong(place, weight, there, k);
                if (wrong != null) {
                    return Outcome.failed("item " + (i + 1) + " of weight " + weight + ", " + k + " places"
                            + (Double.isNaN(edge) ? "" : ", all draws at " + edge + " of their range") + "\n  place  "
                            + place
                            + "\nLikely cause: " + wrong);
                }
            }
        }
        return Outcome.passed();
    }

    private static @Nullable String wrong(int place, int weight, int there, int k) {
        if (weight == 0) {
            return place == -1 ? null : "an item of weight 0 is treated as if it were there.";
        }
        if (there <= k) {
            return place == there - 1 ? null : "the first k items must take the places 0, 1, …, k − 1 in turn.";
        }
        return place >= -1 && place < k ? null : "places count from 0 to k − 1; −1 says that the item isn't kept.";
    }

    /**
     * Looks whether items of equal weight are kept equally often, wherever in the stream they are.
     *
     * @param reservoir the reservoir
     * @return the outcome
     */
    public static Outcome uniform(Reservoir reservoir) {
        int k = reservoir.capacity();
        int n = k + Math.max(6, k / 2);
        double[] share = shares(reservoir, n, STREAMS, i -> 1);
        double p = (double) k / n;
        double error = Math.sqrt(p * (1 - p) / STREAMS);
        for (int i = 0; i < n; i++) {
            if (Math.abs(share[i] - p) > DEVIATIONS * error) {
                return Outcome.failed(k + " of " + n + " items of equal weight, " + STREAMS + " streams, seed " + SEED
                        + "\n  item " + (i + 1) + " is kept  " + Text.brief(share[i]) + " (± " + Text.brief(error)
                        + ")\n  must be          " + Text.brief(p)
                        + "\nLikely cause: item t is to be kept with probability k/t, counting itself (draw from [0, t), not"
                        + " [0, t − 1)), and to replace each of the k with the same chance.");
            }
        }
        return Outcome.passed();
    }

    private static double[] shares(Reservoir reservoir, int n, int streams, IntToDoubleFunction weight) {
        double[] share = new double[n];
        int[] kept = new int[reservoir.capacity()];
        for (int stream = 0; stream < streams; stream++) {
            Memory memory = Memory.empty();
            Arrays.fill(kept, -1);
            RandomGenerator random = random(stream, 0);
            for (int i = 0; i < n; i++) {
                int place = reservoir.place(weight.applyAsDouble(i), memory, random);
                if (place >= 0) {
                    kept[place] = i;
                }
            }
            for (int i : kept) {
                share[Math.max(0, i)] += i < 0 ? 0 : 1.0 / streams;
            }
        }
        return share;
    }

    /**
     * Runs the same stream twice, with another one in between, and in eight threads.
     *
     * @param reservoir the reservoir
     * @return the outcome
     */
    public static Outcome sameSeed(Reservoir reservoir) {
        int n = reservoir.capacity() + ITEMS;
        double[] alone = places(reservoir, 1, n);
        if (Bits.firstDifference(alone, places(reservoir, 1, n)) >= 0) {
            return Outcome.failed("the same seed twice\n  the places differ"
                    + "\nLikely cause: a generator of its own (new Random(), Math.random()), or state in a field.");
        }
        Memory first = Memory.empty();
        Memory second = Memory.empty();
        double[] interleaved = new double[n];
        for (int i = 0; i < n; i++) {
            interleaved[i] = reservoir.place(1, first, random(1, i));
            reservoir.place(1, second, random(2, i));
        }
        boolean threads = Bits.fromEightThreads(() -> places(reservoir, 1, n)).stream()
                .allMatch(places -> Bits.firstDifference(alone, places) < 0);
        return Bits.firstDifference(alone, interleaved) < 0 && threads
                ? Outcome.passed()
                : Outcome.failed(
                        "the same seed with another stream in between, or in eight threads\n  the places differ"
                                + "\nLikely cause: state is kept in a field; keep it in the memory that is handed in.");
    }

    /**
     * Looks whether the seed has an effect.
     *
     * @param reservoir the reservoir
     * @return the outcome
     */
    public static Outcome seed(Reservoir reservoir) {
        int n = 3 * reservoir.capacity() + ITEMS;
        return Bits.firstDifference(places(reservoir, 1, n), places(reservoir, 2, n)) >= 0
                ? Outcome.passed()
                : Outcome.failed("seeds 1 and 2\n  the places are the same"
                        + "\nLikely cause: a generator with a fixed seed; use the one that is handed in.");
    }

    /**
     * Interrupts a stream and resumes it.
     *
     * @param reservoir the reservoir
     * @return the outcome
     */
    public static Outcome resume(Reservoir reservoir) {
        int k = reservoir.capacity();
        int n = k + ITEMS;
        double[] alone = places(reservoir, 3, n);
        for (int cut : new int[] {1, k, k + 1, k + ITEMS / 2}) {
            Memory memory = Memory.empty();
            double[] pieces = new double[n];
            for (int i = 0; i < n; i++) {
                memory = i == cut ? Memory.of(memory.snapshot()) : memory;
                pieces[i] = reservoir.place(1, memory, random(3, i));
            }
            if (Bits.firstDifference(alone, pieces) >= 0) {
                return Outcome.failed("saved after " + cut + " items and resumed\n  the places differ"
                        + "\nLikely cause: the count of items or their keys are not kept in the memory.");
            }
        }
        return Outcome.passed();
    }

    /**
     * Compares items of weight 4 with items of weight 1 where few of many are kept.
     *
     * @param reservoir the reservoir
     * @return the outcome; not applicable to a reservoir that refuses weights
     */
    public static Outcome weights(Reservoir reservoir) {
        int k = reservoir.capacity();
        int n = 100 * k;
        try {
            reservoir.place(HEAVY, Memory.empty(), random(0, 0));
        } catch (IllegalArgumentException refused) {
            return Outcome.notApplicable("refuses weights other than 0 and 1");
        }
        int streams = Math.max(300, HEAVY_STREAMS / k);
        double[] share = shares(reservoir, n, streams, i -> i % 2 == 0 ? HEAVY : 1);
        double heavy = 0;
        double light = 0;
        for (int i = 0; i < n; i++) {
            heavy += i % 2 == 0 ? share[i] : 0;
            light += i % 2 == 0 ? 0 : share[i];
        }
        double error = Math.sqrt(1 / (heavy * streams) + 1 / (Math.max(light, 1.0 / streams) * streams));
        double ratio = heavy / light;
        return Math.abs(Math.log(ratio / HEAVY)) <= DEVIATIONS * error + DRIFT
                ? Outcome.passed()
                : Outcome.failed(
                        k + " of " + n + " items, every other of weight 4, " + streams + " streams, seed " + SEED
                                + "\n  kept, to those of weight 1  " + Text.brief(ratio) + " times as often (± "
                                + Text.brief(ratio * error) + ")\n  must be                     4.000"
                                + "\nLikely cause: the key is z·w or w instead of z^(1/w), or weights are not looked at.");
    }
}
