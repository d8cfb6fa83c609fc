package dev.limpid.core.sampler;

import dev.limpid.core.internal.sampling.Draws;
import dev.limpid.core.training.Memory;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Draws without replacement, anew in each step: m = fraction·n units (rounded, at least 1), all subsets of that size with the same
 * probability. In boosting this is the row sampling of stochastic gradient boosting.
 *
 * <p>The units of a batch are in ascending order.
 *
 * <p><b>References</b>
 * <ol><li>J. H. Friedman (2002): Stochastic Gradient Boosting. Computational Statistics and Data Analysis 38.</ol>
 *
 * @param fraction m/n; in (0, 1]
 * @since 0.1.0
 */
public record SubsampleSampler(double fraction) implements Sampler {

    /** Checks the range. */
    public SubsampleSampler {
        Draws.fraction("fraction", fraction);
    }

    @Override
    public Batch next(Population population, Feedback feedback, Memory memory, RandomGenerator random) {
        int n = Draws.requireUnits(name(), population.size());
        int m = Draws.count(fraction, n);
        if (m == n) {
            return Batch.range(0, n, 1);
        }
        int[] units = Arrays.copyOf(Draws.shuffle(Draws.identity(n), m, random), m);
        Arrays.sort(units);
        return Batch.of(units, (double) m / n);
    }

    @Override
    public String formula() {
        return fraction + "·n units without replacement";
    }

    @Override
    public String source() {
        return "J. H. Friedman (2002): Stochastic Gradient Boosting";
    }
}
