package dev.limpid.core.sampler.importance;

import dev.limpid.core.internal.sampling.Draws;
import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Feedback;
import dev.limpid.core.sampler.Population;
import dev.limpid.core.sampler.Sampler;
import dev.limpid.core.training.Memory;
import java.util.random.RandomGenerator;

/**
 * Draws with replacement where units with large gradients are likelier, and weights that undo it.
 *
 * <pre>
 *   sᵤ = wᵤ·|gᵤ| as last seen;  wᵤ times the mean of |g| where u was never looked at      (1)
 *   pᵤ = (1 − ε)·sᵤ/Σs + ε·wᵤ/Σw                                                          (2)
 *   u ← unit u with probability pᵤ in each of b draws                                     (3)
 *   weight = 1 / (n·pᵤ)                                                                   (4)  fraction b/n
 * </pre>
 *
 * <p>Probabilities in proportion to the size of gradients are those with the least variance (Zhao, Zhang). What was last seen is out
 * of date; the share ε keeps every unit in play, and its weight below 1/ε where weights are equal. The probabilities are set anew
 * every ⌈n/b⌉ steps, once an epoch, which takes O(n); a draw takes O(log n). The estimate has no bias however old they are.
 *
 * <p>State: n numbers. In boosting, where all gradients are fresh in each round, {@link GossSampler} and {@link MvsSampler} are at
 * home.
 *
 * <p><b>References</b>
 * <ol><li>P. Zhao, T. Zhang (2015): Stochastic Optimization with Importance Sampling for Regularized Loss Minimization. ICML.
 * <li>G. Alain, A. Lamb, C. Sankar, A. Courville, Y. Bengio (2015): Variance Reduction in SGD by Distributed Importance Sampling.
 *     arXiv:1511.06481: gradients that are out of date, with a constant added.</ol>
 *
 * @param batchSize b; ≥ 1
 * @param uniformShare ε, the share of draws that don't look at gradients; in (0, 1]
 * @since 0.1.0
 */
public record GradientNormSampler(int batchSize, double uniformShare) implements Sampler {

    /** Checks the ranges. */
    public GradientNormSampler {
        Draws.atLeastOne("batchSize", batchSize);
        Draws.fraction("uniformShare", uniformShare);
    }

    /**
     * Draws one unit in five without looking at gradients.
     *
     * @param batchSize b; ≥ 1
     * @return the sampler with ε = 0.2
     */
    public static GradientNormSampler of(int batchSize) {
        return new GradientNormSampler(batchSize, 0.2);
    }

    @Override
    public Batch next(Population population, Feedback feedback, Memory memory, RandomGenerator random) {
        int n = Draws.requireUnits(name(), population.size());
        double[] sums = memory.array("sums", n);
        double[] age = memory.array("age", 1);
        if (age[0] == 0) {
            cumulate(population, feedback, sums);
        }
        age[0] = (age[0] + 1) % ((n - 1) / batchSize + 1);
        int[] units = new int[batchSize];
        double[] weights = new double[batchSize];
        for (int k = 0; k < batchSize; k++) {
            int u = Draws.search(sums, random.nextDouble()); // (3)
            double p = (sums[u] - (u == 0 ? 0 : sums[u - 1])) / sums[n - 1];
            units[k] = u;
            weights[k] = 1 / (n * p); // (4)
        }
        return Batch.of(units, weights, (double) batchSize / n);
    }

    /** sums[u] ← p₀ + … + pᵤ. */
    private void cumulate(Population population, Feedback feedback, double[] sums) {
        int n = sums.length;
        double[] s = new double[n];
        double sumW = 0;
        double sumS = 0;
        double mean = mean(population, feedback);
        for (int u = 0; u < n; u++) {
            double g = feedback.gradient(u);
            s[u] = population.weight(u) * (g < Double.POSITIVE_INFINITY ? g : mean); // (1)
            sumS += s[u];
            sumW += population.weight(u);
        }
        double sum = 0;
        for (int u = 0; u < n; u++) {
            double byWeight = population.weight(u) / sumW;
            sum += sumS > 0 ? (1 - uniformShare) * s[u] / sumS + uniformShare * byWeight : byWeight; // (2)
            sums[u] = sum;
        }
    }

    private static double mean(Population population, Feedback feedback) {
        double sum = 0;
        int known = 0;
        for (int u = 0; u < population.size(); u++) {
            double g = feedback.gradient(u);
            if (g < Double.POSITIVE_INFINITY) {
                sum += g;
                known++;
            }
        }
        return known == 0 ? 0 : sum / known;
    }

    @Override
    public boolean usesFeedback() {
        return true;
    }

    @Override
    public String formula() {
        return batchSize + " units with replacement, p = " + (1 - uniformShare) + "·|g|/Σ|g| + " + uniformShare
                + "/n, weights 1/(n·p)";
    }

    @Override
    public String source() {
        return "P. Zhao, T. Zhang (2015): Stochastic Optimization with Importance Sampling for Regularized Loss Minimization";
    }
}
