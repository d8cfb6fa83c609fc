package dev.limpid.testkit.internal.sampler;

import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Population;
import dev.limpid.testkit.declaration.SamplerDeclaration.Chances;
import dev.limpid.testkit.declaration.SamplerSubject;
import dev.limpid.testkit.law.Outcome;
import java.util.List;

/** What the author of a sampler states about it: chances and sizes. */
public final class DeclaredTests {

    private static final long SEED = 42;
    private static final int UNITS = 8;
    private static final int BATCHES = 6000;
    private static final double DEVIATIONS = 5.2; // one in 10⁶ over the 8 units that are looked at
    private static final int[] SIZES = {8, 23, 64};

    private DeclaredTests() {}

    /**
     * Counts how often each of eight units of unequal weight comes.
     *
     * @param subject the sampler
     * @return the outcome; not applicable unless chances are declared
     */
    public static Outcome chances(SamplerSubject subject) {
        Chances chances = subject.declares().chances();
        if (chances == Chances.UNSTATED) {
            return Outcome.notApplicable("not declared");
        }
        Population population = Units.unequal(UNITS);
        double total = 0;
        for (int u = 0; u < UNITS; u++) {
            total += population.weight(u);
        }
        List<Batch> batches = new Stream(subject.sampler(), population, SEED).batches(BATCHES);
        for (int u = 0; u < UNITS; u++) {
            double share = chances == Chances.EQUAL ? 1.0 / UNITS : population.weight(u) / total;
            double mean = 0;
            double square = 0;
            double drawn = 0;
            for (Batch batch : batches) {
                double excess = count(batch, u) - share * batch.size();
                mean += excess / BATCHES;
                square += excess * excess / BATCHES;
                drawn += batch.size();
            }
            double error = Math.sqrt(Math.max(0, square - mean * mean) / BATCHES);
            if (Math.abs(mean) > DEVIATIONS * error + 1e-12 * drawn) {
                return Outcome.failed(UNITS + " units, " + BATCHES + " batches\n  unit " + u + " of weight "
                        + population.weight(u) + " came in  " + (share + mean * BATCHES / drawn) + " of all draws"
                        + "\n  declared (" + chances + ")         " + share
                        + "\nLikely cause: " + cause(chances));
            }
        }
        return Outcome.passed();
    }

    private static int count(Batch batch, int unit) {
        int count = 0;
        for (int k = 0; k < batch.size(); k++) {
            count += batch.unit(k) == unit ? 1 : 0;
        }
        return count;
    }

    private static String cause(Chances chances) {
        return chances == Chances.EQUAL
                ? "the first or the last unit is out of reach, or units are drawn by weight."
                : "weights are ignored, squared, or their running sum is cut off at an end.";
    }

    /**
     * Looks at the sizes of batches, of populations that the size divides and of others.
     *
     * @param subject the sampler
     * @return the outcome; not applicable unless a size is declared
     */
    public static Outcome batchSize(SamplerSubject subject) {
        int declared = subject.declares().batchSize();
        if (declared == 0) {
            return Outcome.notApplicable("not declared");
        }
        boolean epochs = subject.sampler().isWithoutReplacement();
        for (int n : SIZES) {
            int left = n; // units that have not come in this epoch
            int step = 0;
            for (Batch batch : new Stream(subject.sampler(), Units.unequal(n), SEED).batches(60)) {
                step++;
                int size = batch.size();
                boolean last = epochs && size == left && size <= declared;
                if (size != declared && !last && !(size == n && n < declared)) {
                    return Outcome.failed(
                            n + " units, batch " + step + "\n  units in it  " + size
                                    + (epochs ? ", with " + left + " left in the epoch" : "") + "\n  declared     "
                                    + declared
                                    + "\nLikely cause: a bound that is off by one, or a last batch that is filled or cut wrongly.");
                }
                left = last ? n : (left < declared ? n : left) - size;
                left = left == 0 ? n : left;
            }
        }
        return Outcome.passed();
    }
}
