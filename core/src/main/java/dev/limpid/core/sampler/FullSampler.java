package dev.limpid.core.sampler;

import dev.limpid.core.training.Memory;
import java.util.random.RandomGenerator;

/**
 * All units in each step: gradients without noise.
 *
 * <p>The only sampler for objectives of one unit.
 *
 * @since 0.1.0
 */
public record FullSampler() implements Sampler {

    @Override
    public Batch next(Population population, Feedback feedback, Memory memory, RandomGenerator random) {
        return Batch.range(0, population.size(), 1);
    }

    @Override
    public boolean isWithoutReplacement() {
        return true;
    }

    @Override
    public String formula() {
        return "all units";
    }
}
