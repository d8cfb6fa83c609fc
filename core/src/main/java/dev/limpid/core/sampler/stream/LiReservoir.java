package dev.limpid.core.sampler.stream;

import dev.limpid.core.internal.sampling.Draws;
import dev.limpid.core.training.Memory;
import java.util.random.RandomGenerator;

/**
 * Algorithm L: all items with the same chance, as {@link VitterReservoir}, but random numbers only for the items that are kept: about
 * k·ln(n/k) of n.
 *
 * <p>Give each item a number, uniform in (0, 1), and keep the k smallest: W is the largest of these, and how many items pass until
 * one has a smaller number is geometric.
 *
 * <pre>
 *   t ← t + 1                                               (1)
 *   t ≤ k:  place t − 1                                     (2)
 *   t = next:  place one of 0 … k − 1                       (3)
 *   after t = k and after each item kept:
 *     W ← W·z^(1/k),  W = 1 before                          (4)  z uniform in (0, 1)
 *     next ← t + 1 + ⌊ln z / ln(1 − W)⌋                     (5)  another z
 * </pre>
 *
 * <p><b>References</b>
 * <ol><li>K.-H. Li (1994): Reservoir-Sampling Algorithms of Time Complexity O(n(1 + log(N/n))). ACM Transactions on Mathematical
 *     Software 20. Algorithm L.</ol>
 *
 * @param capacity k; ≥ 1
 * @since 0.1.0
 */
public record LiReservoir(int capacity) implements Reservoir {

    /** Checks the range. */
    public LiReservoir {
        Draws.atLeastOne("capacity", capacity);
    }

    @Override
    public int place(double weight, Memory memory, RandomGenerator random) {
        if (!Weights.isOne(name(), weight)) {
            return -1;
        }
        double[] state = memory.array("state", 3); // t, next, ln W
        double t = ++state[0]; // (1)
        int place = -1;
        if (t <= capacity) {
            place = (int) t - 1; // (2)
        } else if (t == state[1]) {
            place = random.nextInt(capacity); // (3)
        }
        if (t == capacity || (t > capacity && place >= 0)) {
            state[2] += Math.log(Draws.open(random)) / capacity; // (4)
            double gap = Math.log(Draws.open(random)) / Math.log1p(-Math.exp(state[2])); // +∞ once W is 0
            state[1] = t + 1 + Math.floor(gap); // (5)
        }
        return place;
    }

    @Override
    public String formula() {
        return capacity + " items, each with the same chance, by the gaps between those kept";
    }

    @Override
    public String source() {
        return "K.-H. Li (1994): Reservoir-Sampling Algorithms of Time Complexity O(n(1 + log(N/n)))";
    }
}
