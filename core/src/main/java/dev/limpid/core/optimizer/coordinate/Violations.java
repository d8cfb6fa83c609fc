package dev.limpid.core.optimizer.coordinate;

import dev.limpid.core.penalty.SeparablePenalty;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How far each coordinate is from being the best, the others given; the numbers in comments are those of the optimizer's steps. */
final class Violations {

    private static final int SMALL_SET = 64;

    private final double[] v;

    /**
     * Computes Lⱼ·|θⱼ − prox of ωⱼ at θⱼ − Gⱼ/Lⱼ with step 1/Lⱼ|.
     *
     * @param l Lⱼ ≥ 0; 1 is taken for 0
     */
    Violations(double[] theta, double[] g, double[] l, SeparablePenalty penalty) {
        v = new double[theta.length];
        for (int j = 0; j < v.length; j++) {
            double lj = l[j] > 0 ? l[j] : 1;
            v[j] = lj * Math.abs(theta[j] - penalty.prox(theta[j] - g[j] / lj, j, 1 / lj)); // (2)
        }
    }

    double largest() {
        return Arrays.stream(v).reduce(0, Math::max);
    }

    /** Tells whether a coordinate that isn't 0 has the largest violation. */
    boolean onSupport(double[] theta) {
        double largest = largest();
        return IntStream.range(0, v.length).anyMatch(j -> v[j] == largest && theta[j] != 0);
    }

    /** The coordinates that aren't 0 and the largest violations, in the order of θ. */
    int[] workingSet(double[] theta) {
        int support = (int) Arrays.stream(theta).filter(x -> x != 0).count();
        int size = Math.min(v.length, Math.max(SMALL_SET, 2 * support)); // (3)
        if (size == v.length) {
            return IntStream.range(0, size).toArray();
        }
        return IntStream.range(0, v.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(j -> theta[j] != 0 ? Double.NEGATIVE_INFINITY : -v[j])
                        .thenComparingInt(j -> j))
                .limit(size)
                .mapToInt(j -> j)
                .sorted()
                .toArray();
    }
}
