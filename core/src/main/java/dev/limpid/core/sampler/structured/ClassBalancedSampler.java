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
 * Draws with replacement in which each class is as likely as each other, however rare.
 *
 * <pre>
 *   c ← one of the C classes, each with probability 1/C                       (1)
 *   u ← one of the n_c units of c, each with probability 1/n_c                (2)
 *   weight = C·n_c/n,  or 1 if it is to be biased                             (3)
 * </pre>
 *
 * <p>With the weights (3) the batch estimates the same objective as any other, with less noise from rare classes and more from
 * common ones. Without them, biased on purpose, it estimates another objective, in which each class counts the same:
 *
 * <pre>
 *   (1/C)·Σ_c (1/n_c)·Σ_{u in c} φ(u)
 * </pre>
 *
 * <p>The probabilities of a model trained on that are those of a world where classes are equally common. Weighing the loss by class
 * has the same minimum, with any sampler.
 *
 * @param batchSize b; ≥ 1
 * @param biased whether to leave the weights out
 * @since 0.1.0
 */
public record ClassBalancedSampler(int batchSize, boolean biased) implements Sampler {

    /** Checks the range. */
    public ClassBalancedSampler {
        Draws.atLeastOne("batchSize", batchSize);
    }

    /**
     * Draws all classes equally often, with weights that undo it.
     *
     * @param batchSize b; ≥ 1
     * @return the sampler, which is not biased
     */
    public static ClassBalancedSampler of(int batchSize) {
        return new ClassBalancedSampler(batchSize, false);
    }

    @Override
    public Batch next(Population population, Feedback feedback, Memory memory, RandomGenerator random) {
        int n = Draws.requireUnits(name(), population.size());
        Draws.requireLabels(name(), population.hasLabels());
        int[][] members = memory.derived("members", int[][].class, () -> Members.of(n, population::label));
        int[] units = new int[batchSize];
        double[] weights = new double[batchSize];
        for (int k = 0; k < batchSize; k++) {
            int[] c = members[random.nextInt(members.length)]; // (1)
            units[k] = c[random.nextInt(c.length)]; // (2)
            weights[k] = biased ? 1 : (double) members.length * c.length / n; // (3)
        }
        return Batch.of(units, weights, (double) batchSize / n);
    }

    @Override
    public boolean isBiased() {
        return biased;
    }

    @Override
    public Set<Structure> keeps() {
        return Set.of(Structure.BALANCE);
    }

    @Override
    public String formula() {
        return batchSize + " units with replacement, each class as likely as each other"
                + (biased ? "" : ", with weights that undo it");
    }
}
