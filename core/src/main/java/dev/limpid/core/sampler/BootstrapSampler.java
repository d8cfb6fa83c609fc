package dev.limpid.core.sampler;

import dev.limpid.core.internal.sampling.Draws;
import dev.limpid.core.training.Memory;
import java.util.random.RandomGenerator;

/**
 * Draws with replacement: m = fraction·n units (rounded, at least 1), each of the n with probability 1/n in each draw.
 *
 * <p><b>References</b>
 * <ol><li>B. Efron (1979): Bootstrap Methods: Another Look at the Jackknife. Annals of Statistics 7.</ol>
 *
 * @param fraction m/n; in (0, 1]
 * @since 0.1.0
 */
public record BootstrapSampler(double fraction) implements Sampler {

    /** Checks the range. */
    public BootstrapSampler {
        Draws.fraction("fraction", fraction);
    }

    /** Draws as many units as there are. */
    public BootstrapSampler() {
        this(1);
    }

    @Override
    public Batch next(Population population, Feedback feedback, Memory memory, RandomGenerator random) {
        int n = Draws.requireUnits(name(), population.size());
        int[] units = new int[Draws.count(fraction, n)];
        for (int k = 0; k < units.length; k++) {
            units[k] = random.nextInt(n);
        }
        return Batch.of(units, (double) units.length / n);
    }

    @Override
    public String formula() {
        return fraction + "·n units with replacement";
    }

    @Override
    public String source() {
        return "B. Efron (1979): Bootstrap Methods: Another Look at the Jackknife";
    }
}
