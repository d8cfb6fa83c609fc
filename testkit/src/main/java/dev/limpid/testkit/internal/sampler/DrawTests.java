package dev.limpid.testkit.internal.sampler;

import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Feedback;
import dev.limpid.core.sampler.Population;
import dev.limpid.core.sampler.Sampler;
import dev.limpid.core.sampler.Structure;
import dev.limpid.core.training.Memory;
import dev.limpid.testkit.ScriptedRandom;
import dev.limpid.testkit.internal.Bits;
import dev.limpid.testkit.law.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What can be said of single draws: units in range, epochs, seeds, memory. */
public final class DrawTests {

    private static final long SEED = 42;
    private static final int[] SIZES = {2, 7, 10, 64, 300};

    private DrawTests() {}

    /**
     * Looks at units, weights and fractions, also for the smallest and largest numbers that a generator can give.
     *
     * @param sampler the sampler
     * @return the outcome
     */
    public static Outcome range(Sampler sampler) {
        for (int n : SIZES) {
            Population population = Units.unequal(n);
            for (Batch batch : new Stream(sampler, population, SEED).fed().batches(50)) {
                Outcome outcome = range(batch, n, "");
                if (outcome.isFailure()) {
                    return outcome;
                }
            }
            Feedback known = sampler.usesFeedback() ? new Stream.Known(n) : Feedback.none();
            for (double edge : new double[] {0, Math.nextDown(1.0)}) {
                Memory memory = Memory.empty();
                for (int step = 0; step < 5; step++) {
                    Feedback feedback = step == 0 ? Feedback.none() : known;
                    Batch batch = sampler.next(population, feedback, memory, ScriptedRandom.repeating(edge));
                    Outcome outcome = range(batch, n, ", all draws at " + edge + " of their range");
                    if (outcome.isFailure()) {
                        return outcome;
                    }
                }
            }
        }
        return Outcome.passed();
    }

    private static Outcome range(Batch batch, int n, String when) {
        if (batch.size() == 0 || !Double.isFinite(batch.fraction())) {
            return Outcome.failed(n + " units" + when + "\n  batch of " + batch
                    + "\nLikely cause: an empty last batch, or a fraction that is not batch size / n.");
        }
        for (int k = 0; k < batch.size(); k++) {
            if (batch.unit(k) < 0 || batch.unit(k) >= n) {
                return Outcome.failed(n + " units" + when + "\n  unit of entry " + k + "  " + batch.unit(k)
                        + "\nLikely cause: units count from 0 to n − 1; a cumulated sum that ends below 1 by rounding runs"
                        + " over the end.");
            }
        }
        return Outcome.passed();
    }

    /**
     * Looks at epochs: each unit at most once, and the same number of units in each.
     *
     * @param sampler the sampler
     * @return the outcome; not applicable to a sampler that draws with replacement
     */
    public static Outcome epochs(Sampler sampler) {
        if (!sampler.isWithoutReplacement()) {
            return Outcome.notApplicable("not declared without replacement");
        }
        for (int n : SIZES) {
            List<List<Batch>> epochs =
                    new Stream(sampler, Units.unequal(n), SEED).fed().epochs(40L * n);
            int[] visits = new int[n];
            int largest = 0;
            for (List<Batch> epoch : epochs) {
                for (Batch batch : epoch) {
                    largest = Math.max(largest, batch.size());
                    for (int k = 0; k < batch.size(); k++) {
                        visits[batch.unit(k)]++;
                    }
                }
            }
            for (int e = 0; e < epochs.size(); e++) {
                int units = epochs.get(e).stream().mapToInt(Batch::size).sum();
                long distinct = epochs.get(e).stream()
                        .flatMapToInt(b ->
                                java.util.stream.IntStream.range(0, b.size()).map(b::unit))
                        .distinct()
                        .count();
                if (distinct < units) {
                    return Outcome.failed(
                            n + " units, epoch " + (e + 1) + "\n  entries  " + units + "\n  distinct " + distinct
                                    + "\nLikely cause: a batch holds a unit twice: the last one is filled up from the start, or"
                                    + " units are drawn with replacement.");
                }
                if (units <= n - largest) {
                    return Outcome.failed(
                            n + " units, epoch " + (e + 1) + "\n  units visited before one comes again  " + units
                                    + "\nLikely cause: isWithoutReplacement() is true, but units come again before all have had"
                                    + " their turn: the epoch restarts early, or batches overlap.");
                }
            }
            int never = Arrays.stream(visits).min().orElse(0) == 0 ? indexOf(visits, 0) : -1;
            if (never >= 0) {
                return Outcome.failed(n + " units, " + epochs.size() + " epochs\n  never visited  unit " + never
                        + "\nLikely cause: the last units are dropped in the same order each time, or units count from"
                        + " 1.");
            }
        }
        return Outcome.passed();
    }

    private static int indexOf(int[] array, int value) {
        int i = 0;
        while (array[i] != value) {
            i++;
        }
        return i;
    }

    /**
     * Draws again from the same seed, with and without another stream in between, and from eight threads.
     *
     * @param sampler the sampler
     * @return the outcome
     */
    public static Outcome sameSeed(Sampler sampler) {
        for (int n : SIZES) {
            double[] alone = numbers(sampler, n);
            if (Bits.firstDifference(alone, numbers(sampler, n)) >= 0) {
                return Outcome.failed(n + " units, the same seed twice\n  the batches differ"
                        + "\nLikely cause: a generator of its own (new Random(), Math.random()), or state in a field.");
            }
            Stream first = new Stream(sampler, Units.unequal(n), SEED).fed();
            Stream second = new Stream(sampler, Units.unequal(n), SEED + 1).fed();
            List<Batch> interleaved = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                interleaved.add(first.next());
                second.next();
            }
            if (Bits.firstDifference(alone, Stream.numbers(interleaved)) >= 0) {
                return Outcome.failed(n + " units, the same seed with another run in between\n  the batches differ"
                        + "\nLikely cause: state is kept in a field; keep it in the memory that is handed in.");
            }
            for (double[] result : Bits.fromEightThreads(() -> numbers(sampler, n))) {
                if (Bits.firstDifference(alone, result) >= 0) {
                    return Outcome.failed(n + " units, the same seed in eight threads\n  the batches differ"
                            + "\nLikely cause: state is kept in a field; keep it in the memory that is handed in.");
                }
            }
        }
        return Outcome.passed();
    }

    private static double[] numbers(Sampler sampler, int n) {
        return Stream.numbers(new Stream(sampler, Units.unequal(n), SEED).fed().batches(40));
    }

    /**
     * Saves after some batches, restores and goes on.
     *
     * @param sampler the sampler
     * @return the outcome
     */
    public static Outcome resume(Sampler sampler) {
        for (int n : SIZES) {
            for (int cut : new int[] {1, 2, 5, 13}) {
                Stream whole = new Stream(sampler, Units.unequal(n), SEED).fed();
                List<Batch> expected = whole.batches(40);
                Stream begun = new Stream(sampler, Units.unequal(n), SEED).fed();
                List<Batch> pieces = new ArrayList<>(begun.batches(cut));
                Stream rest = new Stream(sampler, Units.unequal(n), SEED).fed().resumed(begun);
                pieces.addAll(rest.batches(40 - cut));
                if (Bits.firstDifference(Stream.numbers(expected), Stream.numbers(pieces)) >= 0) {
                    return Outcome.failed(n + " units, saved after batch " + cut + " and resumed\n  the batches differ"
                            + "\nLikely cause: the position in the epoch or its order is not kept in the memory.");
                }
            }
        }
        return Outcome.passed();
    }

    /**
     * Looks whether the seed has an effect on an order that looks random, and whether epochs differ.
     *
     * @param sampler the sampler
     * @return the outcome; not applicable to a sampler that draws nothing at random
     */
    public static Outcome seed(Sampler sampler) {
        int n = 64;
        double[] one =
                Stream.numbers(new Stream(sampler, Units.unequal(n), 1).fed().batches(40));
        double[] two =
                Stream.numbers(new Stream(sampler, Units.unequal(n), 2).fed().batches(40));
        if (Bits.firstDifference(one, two) < 0) {
            return sampler.keeps().contains(Structure.ORDER) || isInOrder(sampler, n)
                    ? Outcome.notApplicable("nothing is drawn at random")
                    : Outcome.failed(n + " units, seeds 1 and 2\n  the batches are the same"
                            + "\nLikely cause: a generator with a fixed seed; use the one that is handed in.");
        }
        if (sampler.isWithoutReplacement()) {
            List<List<Batch>> epochs =
                    new Stream(sampler, Units.unequal(n), 1).fed().epochs(6L * n);
            double[] first = Stream.numbers(epochs.get(0));
            if (epochs.stream().allMatch(e -> Bits.firstDifference(first, Stream.numbers(e)) < 0)) {
                return Outcome.failed(n + " units, " + epochs.size() + " epochs\n  all have the same order"
                        + "\nLikely cause: the order is drawn once, not for each epoch.");
            }
        }
        return Outcome.passed();
    }

    /** From unit to unit as far as from the first to the second, or back to the start. */
    private static boolean isInOrder(Sampler sampler, int n) {
        List<Integer> units = new ArrayList<>();
        for (Batch batch : new Stream(sampler, Units.unequal(n), 1).fed().batches(n)) {
            for (int k = 0; k < batch.size(); k++) {
                units.add(batch.unit(k));
            }
        }
        int stride = units.get(1) - units.get(0);
        for (int i = 1; i < units.size(); i++) {
            if (Math.floorMod(units.get(i) - units.get(i - 1) - stride, n) != 0 && units.get(i) != 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Gives one unit the weight 0, if the sampler asks for weights.
     *
     * @param sampler the sampler
     * @return the outcome; not applicable to a sampler that doesn't ask for weights
     */
    public static Outcome zeroWeight(Sampler sampler) {
        double[] weights = {0, 1, 2, 0.5, 0, 3, 1, 0};
        Units population = Units.of(weights);
        List<Batch> batches = new ArrayList<>();
        try {
            batches.addAll(new Stream(sampler, population, SEED).fed().batches(300));
            for (double edge : new double[] {0, Math.nextDown(1.0)}) {
                batches.add(sampler.next(population, Feedback.none(), Memory.empty(), ScriptedRandom.repeating(edge)));
            }
        } catch (IllegalArgumentException refused) {
            return Outcome.passed();
        }
        if (!population.wasAsked()) {
            return Outcome.notApplicable("does not ask for the weights of units");
        }
        for (Batch batch : batches) {
            for (int k = 0; k < batch.size(); k++) {
                if (weights[batch.unit(k)] == 0 && batch.weight(k) > 0) {
                    return Outcome.failed(
                            "8 units, unit " + batch.unit(k) + " of weight 0\n  drawn, with weight " + batch.weight(k)
                                    + "\nLikely cause: ≤ for < where the cumulated weights are searched, or a search that runs over the end.");
                }
            }
        }
        return Outcome.passed();
    }
}
