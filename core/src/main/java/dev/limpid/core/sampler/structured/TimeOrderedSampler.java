package dev.limpid.core.sampler.structured;

import dev.limpid.core.internal.sampling.Draws;
import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Feedback;
import dev.limpid.core.sampler.Population;
import dev.limpid.core.sampler.Sampler;
import dev.limpid.core.sampler.Structure;
import dev.limpid.core.training.Memory;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Mini-batches in the order of time, from the earliest unit to the latest and over again. Nothing is drawn.
 *
 * <pre>
 *   o ← the units, sorted by time                (1)  of units with the same time, the first in the data comes first
 *   batch ← the next b units of o                (2)  fraction b/n; the last batch of a pass has those that are left
 * </pre>
 *
 * <p>No unit is looked at before an earlier one, so that with {@code Stopping.maxEpochs(1)} each step knows nothing of the future.
 *
 * @param batchSize b; ≥ 1
 * @since 0.1.0
 */
public record TimeOrderedSampler(int batchSize) implements Sampler {

    /** Checks the range. */
    public TimeOrderedSampler {
        Draws.atLeastOne("batchSize", batchSize);
    }

    @Override
    public Batch next(Population population, Feedback feedback, Memory memory, RandomGenerator random) {
        int n = Draws.requireUnits(name(), population.size());
        int[] order = Times.order(population, memory); // (1)
        double[] position = memory.array("position", 1);
        int from = (int) position[0];
        int to = from + Math.min(batchSize, n - from);
        position[0] = to < n ? to : 0;
        return Times.batch(order, from, to); // (2)
    }

    @Override
    public boolean isWithoutReplacement() {
        return true;
    }

    @Override
    public Set<Structure> keeps() {
        return Set.of(Structure.ORDER);
    }

    @Override
    public String formula() {
        return batchSize + " units a step, in the order of time";
    }
}
