package dev.limpid.core.sampler;

import dev.limpid.core.internal.sampling.Draws;
import dev.limpid.core.training.Memory;
import java.util.random.RandomGenerator;

/**
 * Mini-batches with replacement: b units, each of the n with probability 1/n in each draw.
 *
 * <p>Gradients of different steps are independent, as the theory of stochastic approximation has them; a unit may wait long for
 * its turn (an epoch of n draws leaves out about n/e of them), where {@link ShuffledSampler} visits each once an epoch.
 *
 * <p><b>References</b>
 * <ol><li>H. Robbins, S. Monro (1951): A Stochastic Approximation Method. Annals of Mathematical Statistics 22.</ol>
 *
 * @param batchSize b; ≥ 1
 * @since 0.1.0
 */
public record ReplacementSampler(int batchSize) implements Sampler {

    /** Checks the range. */
    public ReplacementSampler {
        Draws.atLeastOne("batchSize", batchSize);
    }

    @Override
    public Batch next(Population population, Feedback feedback, Memory memory, RandomGenerator random) {
        int n = Draws.requireUnits(name(), population.size());
        int[] units = new int[batchSize];
        for (int k = 0; k < batchSize; k++) {
            units[k] = random.nextInt(n);
        }
        return Batch.of(units, (double) batchSize / n);
    }

    @Override
    public String formula() {
        return batchSize + " units a step, with replacement";
    }

    @Override
    public String source() {
        return "H. Robbins, S. Monro (1951): A Stochastic Approximation Method";
    }
}
