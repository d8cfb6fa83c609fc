package dev.limpid.core.sampler.stream;

import dev.limpid.core.internal.sampling.Draws;
import dev.limpid.core.training.Memory;
import java.util.random.RandomGenerator;

/**
 * Algorithm A-Res: without replacement, in each draw in proportion to the weights of the items that are left.
 *
 * <pre>
 *   key = −ln z / w,  z uniform in (0, 1)                   (1)  the paper's key is z^(1/w) = e^(−key)
 *   keep the k items with the smallest keys                 (2)
 * </pre>
 *
 * <p>The keys are waiting times of clocks with rates w: the first to ring is item i with probability wᵢ/Σw, and the clocks that are
 * left don't know how long they have waited. So the sample is that of k draws without replacement. An item with twice the weight is
 * <em>not</em> in it twice as often (with k = n all are); the chances have no simple form, and so no weights that would undo them.
 *
 * <p>Cost: O(1) for an item that isn't kept, O(k) for one that is; with equal weights about k·ln(n/k) of n are.
 *
 * <p><b>References</b>
 * <ol><li>P. S. Efraimidis, P. G. Spirakis (2006): Weighted Random Sampling with a Reservoir. Information Processing Letters 97.</ol>
 *
 * @param capacity k; ≥ 1
 * @since 0.1.0
 */
public record WeightedReservoir(int capacity) implements Reservoir {

    /** Checks the range. */
    public WeightedReservoir {
        Draws.atLeastOne("capacity", capacity);
    }

    @Override
    public int place(double weight, Memory memory, RandomGenerator random) {
        if (!Weights.isPositive(weight)) {
            return -1;
        }
        double[] keys = memory.array("keys", capacity);
        double[] state = memory.array("state", 2); // items kept, place of the largest key
        double key = -Math.log(Draws.open(random)) / weight; // (1)
        boolean full = state[0] == capacity;
        int place = (int) (full ? state[1] : state[0]++);
        if (full && key >= keys[place]) {
            return -1;
        }
        keys[place] = key; // (2)
        state[1] = state[0] == capacity ? largest(keys) : 0;
        return place;
    }

    private static int largest(double[] keys) {
        int largest = 0;
        for (int i = 1; i < keys.length; i++) {
            largest = keys[i] > keys[largest] ? i : largest;
        }
        return largest;
    }

    @Override
    public String formula() {
        return capacity + " items without replacement, in proportion to their weights";
    }

    @Override
    public String source() {
        return "P. S. Efraimidis, P. G. Spirakis (2006): Weighted Random Sampling with a Reservoir";
    }
}
