package dev.limpid.testkit.internal.negative;

import dev.limpid.core.sampler.negative.Candidates;
import dev.limpid.core.sampler.negative.Negative;
import dev.limpid.core.sampler.negative.NegativeSampler;
import dev.limpid.core.training.Memory;
import dev.limpid.testkit.ScriptedRandom;
import dev.limpid.testkit.internal.Bits;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Outcome;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** What can be said of samplers of negatives. Seeds are fixed; a fresh seed would blame a right one once in a million tests. */
public final class NegativeTests {

    private static final long SEED = 42;
    private static final int DRAWS = 300;
    private static final int MANY = 20_000;
    private static final int PATIENCE = 1_000_000;
    private static final double DEVIATIONS = 5.3; // one in 10⁶ over 8 counts

    private NegativeTests() {}

    private static RandomGenerator random(long seed, long draw) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + draw);
    }

    private static double[] items(NegativeSampler sampler, Candidates candidates, int positive, long seed) {
        Memory memory = Memory.empty();
        double[] items = new double[2 * DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            Negative negative = sampler.next(candidates, positive, memory, random(seed, i));
            items[2 * i] = negative.item();
            items[2 * i + 1] = negative.weight();
        }
        return items;
    }

    /**
     * Looks whether an item that is right, or no item at all, is drawn.
     *
     * @param sampler the sampler
     * @return the outcome
     */
    public static Outcome negatives(NegativeSampler sampler) {
        for (int n : new int[] {2, 9, 50}) {
            int right = n / 2;
            Candidates candidates = Items.unequal(n, item -> item % 3 == 1 && n > 2);
            Memory memory = Memory.empty();
            for (int i = 0; i < DRAWS; i++) {
                double edge = i == 0 ? 0 : Math.nextDown(1.0);
                RandomGenerator random = i < 2 ? ScriptedRandom.repeating(edge) : random(SEED, i);
                int item = sampler.next(candidates, right, memory, random).item();
                boolean inRange = item >= 0 && item < n;
                if (!inRange || item == right || candidates.isPositive(item)) {
                    return Outcome.failed(n + " items, the right one is " + right + "\n  drawn  " + item
                            + (inRange ? ", which is right in this context" : "")
                            + "\nLikely cause: items are drawn from all, and those that are right are not drawn again (ask"
                            + " isPositive and compare with the right item), or items count from 1.");
                }
            }
        }
        return Outcome.passed();
    }

    /**
     * Draws again from the same seed, with another context in between, and from eight threads.
     *
     * @param sampler the sampler
     * @return the outcome
     */
    public static Outcome sameSeed(NegativeSampler sampler) {
        Candidates candidates = Items.unequal(40, item -> item % 5 == 0);
        double[] alone = items(sampler, candidates, 7, 1);
        if (Bits.firstDifference(alone, items(sampler, candidates, 7, 1)) >= 0) {
            return Outcome.failed("40 items, the same seed twice\n  the negatives differ"
                    + "\nLikely cause: a generator of its own (new Random(), Math.random()), or state in a field.");
        }
        Candidates others = Items.unequal(40, item -> item % 7 == 0);
        Memory memory = Memory.empty();
        double[] interleaved = new double[2 * DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            Negative negative = sampler.next(candidates, 7, memory, random(1, i));
            interleaved[2 * i] = negative.item();
            interleaved[2 * i + 1] = negative.weight();
            sampler.next(others, 3, memory, random(2, i));
        }
        boolean threads = Bits.fromEightThreads(() -> items(sampler, candidates, 7, 1)).stream()
                .allMatch(items -> Bits.firstDifference(alone, items) < 0);
        return Bits.firstDifference(alone, interleaved) < 0 && threads
                ? Outcome.passed()
                : Outcome.failed("40 items, the same seed with another context in between, or in eight threads\n  the"
                        + " negatives differ\nLikely cause: something of one context is kept for the next, in a field or"
                        + " in the memory.");
    }

    /**
     * Looks whether the seed has an effect.
     *
     * @param sampler the sampler
     * @return the outcome; not applicable to a sampler that always takes the same item
     */
    public static Outcome seed(NegativeSampler sampler) {
        Candidates candidates = Items.equal(40, item -> item % 5 == 0);
        double[] one = items(sampler, candidates, 7, 1);
        if (Bits.firstDifference(one, items(sampler, candidates, 7, 2)) >= 0) {
            return Outcome.passed();
        }
        boolean same = true;
        for (int i = 2; i < one.length; i += 2) {
            same &= one[i] == one[0];
        }
        return same
                ? Outcome.notApplicable("nothing is drawn at random")
                : Outcome.failed("40 items, seeds 1 and 2\n  the negatives are the same"
                        + "\nLikely cause: a generator with a fixed seed; use the one that is handed in.");
    }

    /**
     * Looks whether items of equal popularity and score have equal chances.
     *
     * @param sampler the sampler
     * @return the outcome; not applicable to a sampler that always takes the same item
     */
    public static Outcome even(NegativeSampler sampler) {
        if (seed(sampler).status() == Outcome.Status.NOT_APPLICABLE) {
            return Outcome.notApplicable("nothing is drawn at random");
        }
        int n = 12;
        Candidates candidates = Items.equal(n, item -> item == 4 || item == 5 || item == 9);
        double[] share = new double[n];
        Memory memory = Memory.empty();
        for (int i = 0; i < MANY; i++) {
            share[sampler.next(candidates, 0, memory, random(SEED, i)).item()] += 1.0 / MANY;
        }
        double p = 1.0 / 8;
        double error = Math.sqrt(p * (1 - p) / MANY);
        for (int item : new int[] {1, 2, 3, 6, 7, 8, 10, 11}) {
            if (Math.abs(share[item] - p) > DEVIATIONS * error) {
                return Outcome.failed(n + " items of equal popularity and score, 4 of them right, " + MANY
                        + " draws, seed " + SEED + "\n  item " + item + "   " + Text.brief(share[item]) + " (± "
                        + Text.brief(error) + ")\n  must be  " + Text.brief(p) + "\n  all      "
                        + Arrays.toString(Arrays.stream(share)
                                .map(x -> Math.round(1e4 * x) / 1e4)
                                .toArray())
                        + "\nLikely cause: where a right item is drawn, its neighbour is taken; draw again instead.");
            }
        }
        return Outcome.passed();
    }

    /** A generator that has enough at some time, so that a search without end becomes a failure. */
    private static final class Patient implements RandomGenerator {
        private final RandomGenerator inner = random(SEED, 0);
        private int asked;

        @Override
        public long nextLong() {
            if (++asked > PATIENCE) {
                throw new IllegalStateException("asked for more than " + PATIENCE + " random numbers");
            }
            return inner.nextLong();
        }
    }

    /**
     * Leaves one item of many to draw, and then none.
     *
     * @param sampler the sampler
     * @return the outcome
     */
    public static Outcome scarce(NegativeSampler sampler) {
        int n = 3000;
        String cause =
                "\nLikely cause: a loop that draws until an item is not positive; after some draws in vain, look which"
                        + " are left, and refuse with an IllegalArgumentException where none is.";
        try {
            int item = sampler.next(Items.unequal(n, i -> i != 1234), 0, Memory.empty(), new Patient())
                    .item();
            if (item != 1234) {
                return Outcome.failed(n + " items, all right but 1234\n  drawn  " + item + cause);
            }
        } catch (RuntimeException thrown) {
            return Outcome.failed(n + " items, all right but 1234\n  threw  " + thrown + cause);
        }
        try {
            Negative negative = sampler.next(Items.unequal(9, i -> true), 0, Memory.empty(), new Patient());
            return Outcome.failed("9 items, all right\n  drawn  " + negative.item() + cause);
        } catch (IllegalArgumentException refused) {
            return Outcome.passed();
        } catch (RuntimeException thrown) {
            return Outcome.failed("9 items, all right\n  threw  " + thrown + cause);
        }
    }
}
