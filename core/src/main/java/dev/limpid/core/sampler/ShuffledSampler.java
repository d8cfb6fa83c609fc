package dev.limpid.core.sampler;

import dev.limpid.core.internal.sampling.Draws;
import dev.limpid.core.internal.sampling.Epoch;
import dev.limpid.core.training.Memory;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Mini-batches without replacement: in each epoch all units once, in a new random order.
 *
 * <pre>
 *   at the start of an epoch: o ← a random order of the n units     (1)  Fisher and Yates, from a seed drawn for the epoch
 *   batch ← the next b units of o                                   (2)  fraction b/n
 * </pre>
 *
 * <p>The last batch of an epoch has the units that are left; its fraction says so, so that its gradient estimates the same
 * objective. A batch of n or more units is all of them. State: the epoch's seed and the position.
 *
 * @param batchSize b; ≥ 1
 * @param dropLast whether to leave out the last batch of an epoch when it has fewer than b units
 * @since 0.1.0
 */
public record ShuffledSampler(int batchSize, boolean dropLast) implements Sampler {

    /** Checks the range. */
    public ShuffledSampler {
        Draws.atLeastOne("batchSize", batchSize);
    }

    /**
     * Batches that cover all units in each epoch.
     *
     * @param batchSize b; ≥ 1
     * @return the sampler, which keeps the last batch
     */
    public static ShuffledSampler of(int batchSize) {
        return new ShuffledSampler(batchSize, false);
    }

    @Override
    public Batch next(Population population, Feedback feedback, Memory memory, RandomGenerator random) {
        int n = Draws.requireUnits(name(), population.size());
        Epoch epoch = Epoch.of(memory, random, "order");
        int b = Math.min(batchSize, n);
        int from = epoch.position();
        int[] order = memory.derived("order", int[].class, () -> order(n, epoch)); // (1)
        int to = Math.min(from + b, n);
        boolean more = dropLast ? to + b <= n : to < n;
        epoch.move(more ? to : 0);
        return Batch.of(Arrays.copyOfRange(order, from, to), (double) (to - from) / n); // (2)
    }

    private static int[] order(int n, Epoch epoch) {
        return Draws.shuffle(Draws.identity(n), n, Seeds.of(epoch.seed(), epoch.place()));
    }

    @Override
    public boolean isWithoutReplacement() {
        return true;
    }

    @Override
    public String formula() {
        return batchSize + " units a step, each once an epoch";
    }
}
