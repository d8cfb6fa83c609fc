package dev.limpid.core.sampler;

import dev.limpid.core.internal.sampling.Draws;
import dev.limpid.core.training.Memory;
import java.util.random.RandomGenerator;

/**
 * Mini-batches in the order of the data, from the first unit to the last and over again. Nothing is drawn.
 *
 * <pre>
 *   batch ← the next b units                     fraction b/n; the last batch of an epoch has those that are left
 * </pre>
 *
 * <p>Rows are read as they lie, which is fast; but where the data are sorted, by class or by time, batches are as one-sided as
 * the data, and {@link ShuffledSampler} is the one to take.
 *
 * @param batchSize b; ≥ 1
 * @since 0.1.0
 */
public record SequentialSampler(int batchSize) implements Sampler {

    /** Checks the range. */
    public SequentialSampler {
        Draws.atLeastOne("batchSize", batchSize);
    }

    @Override
    public Batch next(Population population, Feedback feedback, Memory memory, RandomGenerator random) {
        int n = Draws.requireUnits(name(), population.size());
        double[] position = memory.array("position", 1);
        int from = (int) position[0];
        int to = from + Math.min(batchSize, n - from);
        position[0] = to < n ? to : 0;
        return Batch.range(from, to, (double) (to - from) / n);
    }

    @Override
    public boolean isWithoutReplacement() {
        return true;
    }

    @Override
    public String formula() {
        return batchSize + " units a step, in the order of the data";
    }
}
