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
 * A window that slides over the units in the order of time: what was seen lately, and nothing older. Nothing is drawn.
 *
 * <pre>
 *   o ← the units, sorted by time                                             (1)
 *   end ← min(end + stride, n),  width in the first step of a pass            (2)
 *   batch ← the width units of o before end                                   (3)  fraction width/n
 *   after end = n, a new pass begins                                          (4)
 * </pre>
 *
 * <p>Units near both ends are in fewer windows than the others, and on purpose the newest speak for all: it is biased, unless a
 * window holds all units.
 *
 * @param width units in a window; ≥ 1; all of them if there are fewer
 * @param stride how many units the window moves on; in [1, width], so that no unit is skipped
 * @since 0.1.0
 */
public record SlidingWindowSampler(int width, int stride) implements Sampler {

    /** Checks the ranges. */
    public SlidingWindowSampler {
        Draws.atLeastOne("width", width);
        if (!(stride >= 1 && stride <= width)) {
            throw new IllegalArgumentException("stride must be in [1, " + width + "] (the width), but was " + stride);
        }
    }

    @Override
    public Batch next(Population population, Feedback feedback, Memory memory, RandomGenerator random) {
        int n = Draws.requireUnits(name(), population.size());
        int[] order = Times.order(population, memory); // (1)
        double[] state = memory.array("end", 1); // 0 where a pass begins
        int end = (int) Math.min(n, state[0] == 0 ? width : state[0] + stride); // (2)
        state[0] = end < n ? end : 0; // (4)
        return Times.batch(order, Math.max(0, end - width), end); // (3)
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
        return "the latest " + width + " units, " + stride + " further on in each step";
    }
}
