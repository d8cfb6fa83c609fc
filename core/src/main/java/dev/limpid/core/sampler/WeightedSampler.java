package dev.limpid.core.sampler;

import dev.limpid.core.explain.Recipe;
import dev.limpid.core.internal.sampling.Draws;
import dev.limpid.core.training.Memory;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Draws with replacement where some units are likelier than others, and weights that undo it.
 *
 * <pre>
 *   pᵤ = qᵤ / Σq                       (1)  probability of unit u in each draw
 *   u ← the first unit with q₀ + … + qᵤ &gt; z·Σq,  z uniform in [0, 1)    (2)
 *   weight = 1 / (n·pᵤ)                (3)  so that E[Σ weight·φ(u)] = b/n·Σᵤ φ(u)
 * </pre>
 *
 * <p>Units that matter more, drawn more often, make gradients less noisy. A unit with q = 0 is never drawn, and its part of the sum
 * is missing: such a sampler {@link #isBiased}.
 *
 * <p><b>References</b>
 * <ol><li>D. Needell, N. Srebro, R. Ward (2016): Stochastic Gradient Descent, Weighted Sampling, and the Randomized Kaczmarz
 *     Algorithm. Mathematical Programming 155.</ol>
 *
 * @since 0.1.0
 */
public final class WeightedSampler implements Sampler {

    private final double[] q; // empty: the weights of the units
    private final int batchSize;

    private WeightedSampler(double[] q, int batchSize) {
        this.q = q;
        this.batchSize = Draws.atLeastOne("batchSize", batchSize);
    }

    /**
     * Draws units in proportion to their own weights in the objective.
     *
     * @param batchSize b; ≥ 1
     * @return the sampler
     */
    public static WeightedSampler byUnitWeight(int batchSize) {
        return new WeightedSampler(new double[0], batchSize);
    }

    /**
     * Draws units in proportion to given numbers.
     *
     * @param q a number qᵤ ≥ 0 for each unit, not all 0; copied
     * @param batchSize b; ≥ 1
     * @return the sampler
     */
    public static WeightedSampler of(double[] q, int batchSize) {
        double sum = 0;
        for (int u = 0; u < q.length; u++) {
            if (!(q[u] >= 0 && q[u] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("q must be finite and >= 0, but q[" + u + "] was " + q[u]);
            }
            sum += q[u];
        }
        if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the sum of q must be finite and > 0, but was " + sum);
        }
        return new WeightedSampler(q.clone(), batchSize);
    }

    @Override
    public Batch next(Population population, Feedback feedback, Memory memory, RandomGenerator random) {
        int n = Draws.requireUnits(name(), population.size());
        if (q.length > 0 && q.length != n) {
            throw new IllegalArgumentException(
                    "q must have length " + n + " (one number per unit), but has length " + q.length);
        }
        double[] sums = memory.derived("sums", double[].class, () -> sums(population));
        int[] units = new int[batchSize];
        double[] weights = new double[batchSize];
        for (int k = 0; k < batchSize; k++) {
            int u = Draws.search(sums, random.nextDouble()); // (2)
            units[k] = u;
            weights[k] = sums[n - 1] / (n * q(population, u)); // (1) (3)
        }
        return Batch.of(units, weights, (double) batchSize / n);
    }

    private double[] sums(Population population) {
        double[] sums = new double[population.size()];
        double sum = 0;
        for (int u = 0; u < sums.length; u++) {
            sum += q(population, u);
            sums[u] = sum;
        }
        return sums;
    }

    private double q(Population population, int u) {
        return q.length == 0 ? population.weight(u) : q[u];
    }

    @Override
    public boolean isBiased() {
        return Arrays.stream(q).anyMatch(x -> x == 0);
    }

    @Override
    public String formula() {
        return batchSize + " units with replacement, likelier in proportion to "
                + (q.length == 0 ? "their weights" : "given numbers");
    }

    @Override
    public String source() {
        return "D. Needell, N. Srebro, R. Ward (2016): Stochastic Gradient Descent, Weighted Sampling, and the Randomized "
                + "Kaczmarz Algorithm";
    }

    @Override
    public Recipe recipe() {
        return Recipe.of(this).with("batchSize", batchSize);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WeightedSampler that && batchSize == that.batchSize && Arrays.equals(q, that.q);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(q) + batchSize;
    }

    @Override
    public String toString() {
        return "WeightedSampler[" + (q.length == 0 ? "by unit weight" : q.length + " numbers") + ", batchSize="
                + batchSize + "]";
    }
}
