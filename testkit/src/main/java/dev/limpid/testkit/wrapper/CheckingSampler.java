package dev.limpid.testkit.wrapper;

import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Feedback;
import dev.limpid.core.sampler.Population;
import dev.limpid.core.sampler.Sampler;
import dev.limpid.core.training.Memory;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Outcome;
import dev.limpid.testkit.law.SamplerLaws;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A sampler that passes calls on and fails at the first broken promise, with the text of the law, in a real run.
 *
 * <pre>{@code
 * Sampler sampler = CheckingSampler.of(new MySampler(32));
 * new Stochastic(Adam.withLearningRate(0.01), sampler);
 * }</pre>
 *
 * <p>Looked at are each batch (its units lie in range, and there is one), and, for a sampler that is declared without
 * replacement, each epoch: no unit comes again before the others, save fewer than a batch that were dropped, have had their turn.
 * Which units came is kept in the run's memory, in n + 1 numbers, so that a resumed run is checked from where it stood.
 *
 * @since 0.1.0
 */
public final class CheckingSampler extends SamplerWrapper {

    private final Promise promise;

    private CheckingSampler(Sampler sampler) {
        super(sampler);
        this.promise = new Promise(Text.nameOf(sampler));
    }

    /**
     * Wraps a sampler.
     *
     * @param sampler the sampler
     * @return the same sampler, checked
     */
    public static CheckingSampler of(Sampler sampler) {
        return new CheckingSampler(sampler);
    }

    @Override
    public Batch next(Population population, Feedback feedback, Memory memory, RandomGenerator random) {
        Batch batch = sampler.next(population, feedback, memory, random);
        int n = population.size();
        boolean inRange = batch.size() > 0;
        for (int k = 0; k < batch.size(); k++) {
            inRange &= batch.unit(k) >= 0 && batch.unit(k) < n;
        }
        if (!inRange) {
            promise.require(
                    SamplerLaws.RANGE,
                    Outcome.failed(n + " units\n  batch  " + print(batch)
                            + "\nLikely cause: a bound that is off by one, or an end of the epoch without a batch."));
        }
        if (sampler.isWithoutReplacement()) {
            follow(batch, n, memory.scope("checking"));
        }
        return batch;
    }

    /** Notes which units came in this epoch. */
    private void follow(Batch batch, int n, Memory memory) {
        double[] seen = memory.array("seen", n);
        double[] largest = memory.array("largest", 1);
        largest[0] = Math.max(largest[0], batch.size());
        boolean begins = false;
        for (int k = 0; k < batch.size(); k++) {
            begins |= seen[batch.unit(k)] != 0;
        }
        double left = n - Arrays.stream(seen).sum();
        boolean early = begins && left >= largest[0];
        if (begins) {
            Arrays.fill(seen, 0);
        }
        boolean twice = false;
        for (int k = 0; k < batch.size(); k++) {
            twice |= seen[batch.unit(k)]++ != 0;
        }
        if (early || twice) {
            promise.require(
                    SamplerLaws.EPOCHS,
                    Outcome.failed(n + " units, " + (long) left + " of them yet to come in this epoch\n  batch  "
                            + print(batch) + "\nLikely cause: "
                            + (twice
                                    ? "a unit is twice in a batch: drawn with replacement."
                                    : "a new order is drawn before the old one is used up.")));
        }
    }

    private static String print(Batch batch) {
        int[] units = new int[Math.min(batch.size(), 20)];
        Arrays.setAll(units, batch::unit);
        return Arrays.toString(units) + (batch.size() > units.length ? " …" : "");
    }
}
