package dev.limpid.core.sampler;

import dev.limpid.core.internal.sampling.Draws;
import dev.limpid.core.training.Memory;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Poisson subsampling: each unit is in the batch with probability q, whatever the others do; so the size of the batch is random.
 * The bounds of differentially private training are for batches drawn this way.
 *
 * <pre>
 *   E = (1 − q)ⁿ                                            (1)  no unit is drawn
 *   first ← ⌊ln(1 − z·(1 − E)) / ln(1 − q)⌋                 (2)  given that there is one;  z uniform in (0, 1)
 *   next  ← last + 1 + ⌊ln z / ln(1 − q)⌋                   (3)  as long as it is &lt; n
 *   fraction = q / (1 − E)                                  (4)
 * </pre>
 *
 * <p><b>Differences from the paper:</b> an empty batch is no step, so that batches are drawn given that they hold a unit at least;
 * (4) is the probability of a unit then. With n·q ≥ 40 or so that makes no difference that a double could hold.
 *
 * <p>Cost per step: O(q·n), by the gaps between units (2) (3).
 *
 * <p><b>References</b>
 * <ol><li>M. Abadi, A. Chu, I. Goodfellow, H. B. McMahan, I. Mironov, K. Talwar, L. Zhang (2016): Deep Learning with Differential
 *     Privacy. CCS.
 * <li>C. T. Fan, M. E. Muller, I. Rezucha (1962): Development of Sampling Plans by Using Sequential (Item by Item) Selection
 *     Techniques and Digital Computers. JASA 57: drawing by gaps.</ol>
 *
 * @param rate q; in (0, 1]
 * @since 0.1.0
 */
public record PoissonSampler(double rate) implements Sampler {

    /** Checks the range. */
    public PoissonSampler {
        Draws.fraction("rate", rate);
    }

    @Override
    public Batch next(Population population, Feedback feedback, Memory memory, RandomGenerator random) {
        int n = Draws.requireUnits(name(), population.size());
        if (rate == 1) {
            return Batch.range(0, n, 1);
        }
        double log = Math.log1p(-rate); // ln(1 − q)
        double any = -Math.expm1(n * log); // 1 − E  (1)
        double first = Math.floor(Math.log1p(-Draws.open(random) * any) / log); // (2)
        int[] units = new int[16];
        int size = 0;
        for (double unit = Math.min(first, n - 1);
                unit < n;
                unit += 1 + Math.floor(Math.log(Draws.open(random)) / log)) {
            units = size < units.length ? units : Arrays.copyOf(units, 2 * size);
            units[size++] = (int) unit; // (3)
        }
        return Batch.of(Arrays.copyOf(units, size), rate / any); // (4)
    }

    @Override
    public String formula() {
        return "each unit with probability " + rate;
    }

    @Override
    public String source() {
        return "M. Abadi and others (2016): Deep Learning with Differential Privacy";
    }
}
