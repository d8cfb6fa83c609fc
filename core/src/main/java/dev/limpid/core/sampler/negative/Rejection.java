package dev.limpid.core.sampler.negative;

import dev.limpid.core.internal.sampling.Draws;
import java.util.function.IntSupplier;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * Draws an item that is not positive: from all items until one isn't, and after {@value #TRIALS} in vain from the others alone, which
 * takes O(n). Either way the chances among the others are the same.
 */
final class Rejection {

    static final int TRIALS = 32;

    private Rejection() {}

    /**
     * Draws.
     *
     * @param fromAll draws one of all items
     * @param q how likely it draws each, up to a factor
     */
    static Negative draw(
            String sampler,
            Candidates candidates,
            int positive,
            IntSupplier fromAll,
            IntToDoubleFunction q,
            RandomGenerator random) {
        for (int trial = 1; trial <= TRIALS; trial++) {
            int item = fromAll.getAsInt();
            if (isNegative(candidates, positive, item)) {
                return new Negative(item, 1, trial);
            }
        }
        int n = candidates.size();
        double[] sums = new double[n];
        double sum = 0;
        for (int item = 0; item < n; item++) {
            sum += isNegative(candidates, positive, item) ? q.applyAsDouble(item) : 0;
            sums[item] = sum;
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException(sampler + " needs an item that is not positive and can be drawn, but of "
                    + n + " items there is none: leave the context out");
        }
        return new Negative(Draws.search(sums, random.nextDouble()), 1, TRIALS + 1);
    }

    static boolean isNegative(Candidates candidates, int positive, int item) {
        return item != positive && !candidates.isPositive(item);
    }
}
