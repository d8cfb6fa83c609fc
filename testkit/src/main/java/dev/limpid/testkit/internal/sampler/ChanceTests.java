package dev.limpid.testkit.internal.sampler;

import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Population;
import dev.limpid.core.sampler.Sampler;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Outcome;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of draws on average. Seeds are fixed; a fresh seed would blame a right sampler once in a million tests.
 */
public final class ChanceTests {

    private static final long SEED = 42;
    private static final int BATCHES = 6000;
    private static final int BLOCKS = 300; // of 20 batches
    private static final int UNITS = 8;
    private static final double DEVIATIONS = 5.6; // one in 10⁶ over the 36 sums that are looked at
    private static final double RARE = 1e-7; // what happens once in 10⁸ batches may be missing
    private static final int EPOCHS = 2000;

    private ChanceTests() {}

    /**
     * Compares sums over batches with fraction·(sum over all).
     *
     * @param sampler the sampler
     * @return the outcome; not applicable to a sampler that is declared biased
     */
    public static Outcome unbiased(Sampler sampler) {
        if (sampler.isBiased()) {
            return Outcome.notApplicable("declared biased");
        }
        for (boolean fed : sampler.usesFeedback() ? new boolean[] {false, true} : new boolean[] {false}) {
            for (Population population : List.of(Units.equal(UNITS), Units.unequal(UNITS))) {
                Stream stream = new Stream(sampler, population, SEED);
                List<Batch> batches = (fed ? stream.fed() : stream).batches(BATCHES);
                Outcome outcome = unbiased(batches, "number of units", u -> 1);
                for (int unit = 0; unit < UNITS && outcome == null; unit++) {
                    int one = unit;
                    outcome = unbiased(batches, "visits of unit " + one, u -> u == one ? 1 : 0);
                }
                if (outcome != null) {
                    return outcome;
                }
            }
        }
        return Outcome.passed();
    }

    /** The mean over batches of Σ weight·φ(unit) − scale·fraction·Σφ, with its error. */
    private record Excess(double mean, double error, double expected) {

        static Excess of(List<Batch> batches, IntToDoubleFunction phi, double scale) {
            double all = IntStream.range(0, UNITS).mapToDouble(phi).sum();
            double mean = 0;
            double expected = 0;
            double[] blocks = new double[BLOCKS];
            for (int b = 0; b < batches.size(); b++) {
                Batch batch = batches.get(b);
                double sum = 0;
                for (int k = 0; k < batch.size(); k++) {
                    sum += batch.weight(k) * phi.applyAsDouble(batch.unit(k));
                }
                double excess = sum - scale * batch.fraction() * all;
                mean += excess / batches.size();
                blocks[b * BLOCKS / batches.size()] += excess * BLOCKS / batches.size();
                expected += scale * batch.fraction() * all / batches.size();
            }
            return new Excess(mean, ChanceTests.error(blocks, mean), expected);
        }

        boolean isNone() {
            return Math.abs(mean) <= DEVIATIONS * error + RARE * Math.max(1, expected);
        }
    }

    private static @Nullable Outcome unbiased(List<Batch> batches, String what, IntToDoubleFunction phi) {
        Excess excess = Excess.of(batches, phi, 1);
        if (excess.isNone()) {
            return null;
        }
        return Outcome.failed(UNITS + " units, " + batches.size() + " batches, seed " + SEED + "\n  " + what
                + ", weighted, a batch  " + Text.brief(excess.mean + excess.expected) + " (± "
                + Text.brief(excess.error) + ")\n  fraction times all               " + Text.brief(excess.expected)
                + "\nLikely cause: " + cause(batches));
    }

    /** All units too often by the same factor: the fraction. Some more than others: their chances or weights. */
    private static String cause(List<Batch> batches) {
        Excess all = Excess.of(batches, u -> 1, 1);
        double scale = (all.mean + all.expected) / all.expected;
        boolean same = IntStream.range(0, UNITS)
                .allMatch(unit ->
                        Excess.of(batches, u -> u == unit ? 1 : 0, scale).isNone());
        if (same) {
            return "fraction is not what the weighted batch stands for: batch size / n for a plain draw.";
        }
        boolean weighted = batches.stream()
                .anyMatch(batch -> IntStream.range(0, batch.size()).anyMatch(k -> batch.weight(k) != 1));
        return weighted
                ? "weights do not undo the chances; a unit drawn with chance p in each of b draws has the weight 1/(n·p),"
                        + " with fraction b/n."
                : "units are drawn with unequal chances and without weights that undo it; give each 1/(n·p), or let"
                        + " isBiased() return true.";
    }

    /** Standard error of the mean, from means over blocks: batches of an epoch, or repeated ones, depend on each other. */
    private static double error(double[] blocks, double mean) {
        double square = 0;
        for (double block : blocks) {
            square += (block - mean) * (block - mean) / (BLOCKS - 1);
        }
        return Math.sqrt(square / BLOCKS);
    }

    /**
     * Looks whether each unit is as often in each batch of an epoch, and as often beside each other unit.
     *
     * @param sampler the sampler
     * @return the outcome; not applicable to a sampler with replacement or one without chance
     */
    public static Outcome shuffle(Sampler sampler) {
        if (!sampler.isWithoutReplacement()) {
            return Outcome.notApplicable("not declared without replacement");
        }
        if (DrawTests.seed(sampler).status() == Outcome.Status.NOT_APPLICABLE) {
            return Outcome.notApplicable("nothing is drawn at random");
        }
        int n = unitsForManyBatches(sampler);
        if (n == 0) {
            return Outcome.notApplicable("an epoch is one batch");
        }
        List<List<Batch>> epochs =
                new Stream(sampler, Units.plain(n), SEED).fed().epochs((long) EPOCHS * n);
        int[][] place = new int[epochs.get(0).size()][n];
        int[] beside = new int[n];
        for (List<Batch> epoch : epochs) {
            for (int b = 0; b < Math.min(epoch.size(), place.length); b++) {
                boolean first = false;
                for (int k = 0; k < epoch.get(b).size(); k++) {
                    place[b][epoch.get(b).unit(k)]++;
                    first |= epoch.get(b).unit(k) == 0;
                }
                for (int k = 0; k < epoch.get(b).size() && first; k++) {
                    beside[epoch.get(b).unit(k)]++;
                }
            }
        }
        for (int b = 0; b < place.length; b++) {
            Outcome outcome = even(
                    place[b],
                    0,
                    n,
                    "visits of each unit in batch " + b + " of an epoch",
                    "the shuffle is not even (Fisher and Yates swap i with a number in [0, i], both ends included).");
            if (outcome != null) {
                return outcome;
            }
        }
        Outcome outcome = even(
                beside,
                1,
                n,
                "visits of each unit in the batch of unit 0",
                "batches are cut before they are shuffled, so that the same units always travel together.");
        return outcome == null ? Outcome.passed() : outcome;
    }

    private static int unitsForManyBatches(Sampler sampler) {
        for (int n : new int[] {8, 64, 512}) {
            if (new Stream(sampler, Units.plain(n), SEED).fed().next().size() <= n / 2) {
                return n;
            }
        }
        return 0;
    }

    /** Pearson's χ² against equal counts, by the Wilson–Hilferty approximation. */
    private static @Nullable Outcome even(int[] counts, int from, int to, String what, String cause) {
        double total = 0;
        for (int u = from; u < to; u++) {
            total += counts[u];
        }
        double each = total / (to - from);
        double chi = 0;
        for (int u = from; u < to && each > 0; u++) {
            chi += (counts[u] - each) * (counts[u] - each) / each;
        }
        double freedom = to - from - 1.0;
        double z = (Math.cbrt(chi / freedom) - (1 - 2 / (9 * freedom))) / Math.sqrt(2 / (9 * freedom));
        return z <= DEVIATIONS
                ? null
                : Outcome.failed(what + ", seed " + SEED + "\n  counts  "
                        + java.util.Arrays.toString(java.util.Arrays.copyOfRange(counts, from, Math.min(to, from + 16)))
                        + "\n  χ²      " + Text.brief(chi) + " at " + (int) freedom + " degrees of freedom"
                        + "\nLikely cause: " + cause);
    }
}
