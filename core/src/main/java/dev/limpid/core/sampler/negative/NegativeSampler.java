package dev.limpid.core.sampler.negative;

import dev.limpid.core.explain.Part;
import dev.limpid.core.training.Memory;
import java.util.random.RandomGenerator;

/**
 * Which item to set beside a right one as a wrong one: for losses of pairs and triples, such as BPR, WARP or the triplet margin.
 *
 * <p>A {@link dev.limpid.core.sampler.Sampler} draws the units of an objective, say the purchases (user, item) that were made. What
 * was not made is no unit: there are as many as users times items, which of them count depends on the user, and the best ones to
 * look at depend on the present scores. So a sampler draws the purchases of a step, and a negative sampler an item for each.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface NegativeSampler extends Part {

    /**
     * Draws an item.
     *
     * @param candidates the items of the context (a user, a query) that the right item belongs to
     * @param positive the right item, in [0, n)
     * @param memory the sampler's state, the same for all contexts: a sampler itself has none
     * @param random source of randomness, the only one
     * @return an item that is not positive, with the weight of the pair's loss
     * @throws IllegalArgumentException if all items are positive, or the candidates lack what the sampler needs
     */
    Negative next(Candidates candidates, int positive, Memory memory, RandomGenerator random);
}
