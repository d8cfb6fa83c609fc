package dev.limpid.core.sampler.stream;

import dev.limpid.core.internal.sampling.Draws;
import dev.limpid.core.training.Memory;
import java.util.random.RandomGenerator;

/**
 * Algorithm R: all items with the same chance, one random number an item.
 *
 * <pre>
 *   t ← t + 1                                               (1)
 *   t ≤ k:  place t − 1                                     (2)
 *   else    j ← one of 0 … t − 1;  place j if j &lt; k         (3)
 * </pre>
 *
 * <p>Item t is kept with probability k/t, and an earlier one of the k survives it with probability 1 − (k/t)·(1/k) = (t − 1)/t; so
 * after t items, each is in the sample with probability k/t.
 *
 * <p><b>References</b>
 * <ol><li>J. S. Vitter (1985): Random Sampling with a Reservoir. ACM Transactions on Mathematical Software 11. Algorithm R, which he
 *     credits to A. Waterman.</ol>
 *
 * @param capacity k; ≥ 1
 * @since 0.1.0
 */
public record VitterReservoir(int capacity) implements Reservoir {

    /** Checks the range. */
    public VitterReservoir {
        Draws.atLeastOne("capacity", capacity);
    }

    @Override
    public int place(double weight, Memory memory, RandomGenerator random) {
        if (!Weights.isOne(name(), weight)) {
            return -1;
        }
        double[] seen = memory.array("seen", 1);
        long t = (long) ++seen[0]; // (1)
        if (t <= capacity) {
            return (int) t - 1; // (2)
        }
        long j = random.nextLong(t);
        return j < capacity ? (int) j : -1; // (3)
    }

    @Override
    public String formula() {
        return capacity + " items, each with the same chance";
    }

    @Override
    public String source() {
        return "J. S. Vitter (1985): Random Sampling with a Reservoir";
    }
}
