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
 * A window that grows over the units in the order of time: all that was seen so far. Nothing is drawn.
 *
 * <pre>
 *   o ← the units, sorted by time                                             (1)
 *   end ← min(end + stride, n),  start in the first step of a pass            (2)
 *   batch ← the units of o before end                                         (3)  fraction end/n
 *   after end = n, a new pass begins                                          (4)
 * </pre>
 *
 * <p>Early units are in more windows than late ones, each window speaking for all: it is biased on purpose.
 *
 * @param start units in the first window; ≥ 1
 * @param stride how many units join in each step; ≥ 1
 * @since 0.1.0
 */
public record ExpandingWindowSampler(int start, int stride) implements Sampler {

    /** Checks the ranges. */
    public ExpandingWindowSampler {
        Draws.atLeastOne("start", start);
        Draws.atLeastOne("stride", stride);
    }

    @Override
    public Batch next(Population population, Feedback feedback, Memory memory, RandomGenerator random) {
        int n = Draws.requireUnits(name(), population.size());
        int[] order = Times.order(population, memory); // (1)
        double[] state = memory.array("end", 1); // 0 where a pass begins
        int end = (int) Math.min(n, state[0] == 0 ? start : state[0] + stride); // (2)
        state[0] = end < n ? end : 0; // (4)
        return Times.batch(order, 0, end); // (3)
    }

    @Override
    public boolean isBiased() {
        return true;
    }

    @Override
    public Set<Structure> keeps() {
        return Set.of(Structure.ORDER);
    }

    @Override
    public String formula() {
        return "all units so far: " + start + " at first, " + stride + " more in each step";
    }
}
