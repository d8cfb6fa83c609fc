package dev.limpid.core.sampler;

import dev.limpid.core.internal.sampling.Draws;
import dev.limpid.core.training.Memory;
import java.util.random.RandomGenerator;

/**
 * The Bayesian bootstrap: all units, with random weights that sum to n.
 *
 * <pre>
 *   eᵤ ← −ln z,  z uniform in (0, 1)                        (1)  exponential
 *   weightᵤ = n·eᵤ / Σe                                     (2)  n times a draw from Dirichlet(1, …, 1)
 * </pre>
 *
 * <p>A weight has the mean 1 and the variance (n − 1)/(n + 1); the bootstrap's counts have (n − 1)/n. No unit is left out, so that
 * no class can vanish and no matrix loses its rank. In boosting, each round has weights of its own.
 *
 * <p><b>References</b>
 * <ol><li>D. B. Rubin (1981): The Bayesian Bootstrap. Annals of Statistics 9.</ol>
 *
 * @since 0.1.0
 */
public record BayesianBootstrapSampler() implements Sampler {

    @Override
    public Batch next(Population population, Feedback feedback, Memory memory, RandomGenerator random) {
        int n = Draws.requireUnits(name(), population.size());
        double[] e = new double[n];
        double sum = 0;
        for (int u = 0; u < n; u++) {
            e[u] = -Math.log(Draws.open(random)); // (1)
            sum += e[u];
        }
        double[] weights = new double[n];
        for (int u = 0; u < n; u++) {
            weights[u] = n * e[u] / sum; // (2)
        }
        return Batch.of(Draws.identity(n), weights, 1);
    }

    @Override
    public String formula() {
        return "all units with weights n·Dirichlet(1, …, 1)";
    }

    @Override
    public String source() {
        return "D. B. Rubin (1981): The Bayesian Bootstrap";
    }
}
