package dev.limpid.core.optimizer.coordinate;

import dev.limpid.core.penalty.SeparablePenalty;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How far each coordinate is from being the best, the others given; the numbers in comments are those of the optimizer's steps. */
final class Violations {

    private static final int SMALL_SET = 64;

    /** The part of the largest violation that gradients of coordinates at rest are taken to change by. */
    private static final double REACH = 0.25;

    private final double[] l;
    private final SeparablePenalty penalty;
    private final double[] v;
    private boolean cut;

    /**
     * Computes Lⱼ·|θⱼ − prox of ωⱼ at θⱼ − Gⱼ/Lⱼ with step 1/Lⱼ|.
     *
     * @param l Lⱼ ≥ 0; 1 is taken for 0
     */
    Violations(double[] theta, double[] g, double[] l, SeparablePenalty penalty) {
        this.l = l;
        this.penalty = penalty;
        this.v = new double[theta.length];
        for (int j = 0; j < v.length; j++) {
            v[j] = violation(j, theta[j], g[j]);
        }
    }

    private double violation(int j, double x, double slope) {
        double lj = l[j] > 0 ? l[j] : 1;
        return lj * Math.abs(x - penalty.prox(x - slope / lj, j, 1 / lj)); // (2)
    }

    double largest() {
        return Arrays.stream(v).reduce(0, Math::max);
    }

    /** Tells whether a coordinate that isn't 0 has the largest violation. */
    boolean onSupport(double[] theta) {
        double largest = largest();
        return IntStream.range(0, v.length).anyMatch(j -> v[j] == largest && theta[j] != 0);
    }

    /** How much gradients of coordinates at rest are taken to change while the violations go (3). */
    double slack() {
        return REACH * largest();
    }

    /** Tells whether coordinates that may matter were left out of the working set. */
    boolean isCut() {
        return cut;
    }

    /**
     * The coordinates that aren't 0 and those that may leave it, in the order of θ: those that would if their gradient were
     * larger by a part of the largest violation (3). Where these are many, the largest violations among them.
     */
    int[] workingSet(double[] theta, double[] g) {
        if (v.length <= SMALL_SET) {
            return IntStream.range(0, v.length).toArray();
        }
        int support = (int) Arrays.stream(theta).filter(x -> x != 0).count();
        int size = Math.max(SMALL_SET, 2 * support);
        double slack = slack();
        double[] reach = new double[v.length];
        Arrays.setAll(
                reach,
                j -> theta[j] != 0
                        ? Double.POSITIVE_INFINITY
                        : Math.max(violation(j, theta[j], g[j] - slack), violation(j, theta[j], g[j] + slack)));
        int[] candidates =
                IntStream.range(0, v.length).filter(j -> reach[j] > 0).toArray();
        cut = candidates.length > size;
        return !cut
                ? candidates
                : Arrays.stream(candidates)
                        .boxed()
                        .sorted(Comparator.<Integer>comparingDouble(j -> -reach[j])
                                .thenComparingInt(j -> j))
                        .limit(size)
                        .mapToInt(j -> j)
                        .sorted()
                        .toArray();
    }
}
