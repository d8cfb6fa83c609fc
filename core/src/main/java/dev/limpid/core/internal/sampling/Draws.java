package dev.limpid.core.internal.sampling;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Draws and checks that several samplers make. */
public final class Draws {

    private Draws() {}

    /** Refuses a population that is one unit: a batch of rows would not be a sum of its parts. */
    public static int requireUnits(String sampler, int n) {
        if (n == 1) {
            throw new IllegalArgumentException(
                    sampler
                            + " needs an objective that sums over several units, but this one is a single unit: use FullSampler");
        }
        return n;
    }

    /** Refuses units without labels. */
    public static void requireLabels(String sampler, boolean has) {
        if (!has) {
            throw new IllegalArgumentException(sampler
                    + " needs units with labels, but these have none: use data with one class as target and a"
                    + " classification loss, or a sampler without labels such as ShuffledSampler");
        }
    }

    /** Refuses units without groups. */
    public static void requireGroups(String sampler, boolean has) {
        if (!has) {
            throw new IllegalArgumentException(sampler
                    + " needs units with groups, but these have none: use data with groups (Dataset.withGroups), or a"
                    + " sampler without groups such as ShuffledSampler");
        }
    }

    /** Checks a share in (0, 1]. */
    public static double fraction(String name, double fraction) {
        if (!(fraction > 0 && fraction <= 1)) {
            throw new IllegalArgumentException(name + " must be in (0, 1], but was " + fraction);
        }
        return fraction;
    }

    /** Checks a number of things ≥ 1. */
    public static int atLeastOne(String name, int number) {
        if (!(number >= 1)) {
            throw new IllegalArgumentException(name + " must be >= 1, but was " + number);
        }
        return number;
    }

    /** m = fraction·n, rounded, at least 1. */
    public static int count(double fraction, int n) {
        return (int) Math.max(1, Math.round(fraction * n));
    }

    /** 0, 1, …, n − 1. */
    public static int[] identity(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        return order;
    }

    /**
     * Puts a random choice of k units into the first k places: for i = 0 … k − 1 swap place i with a random place in [i, n)
     * (Fisher, Yates 1938; Durstenfeld 1964).
     */
    public static int[] shuffle(int[] order, int k, RandomGenerator random) {
        for (int i = 0; i < k; i++) {
            int j = i + random.nextInt(order.length - i);
            int unit = order[i];
            order[i] = order[j];
            order[j] = unit;
        }
        return order;
    }

    /** A number strictly between 0 and 1, one of (i + ½)/2⁵³: its logarithm is finite and not 0. */
    public static double open(RandomGenerator random) {
        return ((random.nextLong() >>> 11) + 0.5) * 0x1p-53;
    }

    /** The first place where cumulated numbers exceed z times their last, by halving; z in [0, 1). */
    public static int search(double[] sums, double z) {
        double goal = z * sums[sums.length - 1];
        int low = 0;
        int high = sums.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sums[middle] > goal) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /**
     * Draws each place i with its own chance pᵢ, given that at least one is drawn.
     *
     * <pre>
     *   Eᵢ = Πⱼ≥ᵢ (1 − pⱼ)                                       none is drawn from i on
     *   chance of i = pᵢ / (1 − Eᵢ) while none is drawn, then pᵢ
     * </pre>
     *
     * @param p chances in [0, 1], not all 0
     * @return the places, in ascending order, at least one
     */
    public static int[] bernoulli(double[] p, RandomGenerator random) {
        double[] logE = new double[p.length + 1];
        for (int i = p.length - 1; i >= 0; i--) {
            logE[i] = logE[i + 1] + Math.log1p(-p[i]);
        }
        int[] drawn = new int[p.length];
        int size = 0;
        for (int i = 0; i < p.length; i++) {
            double chance = size == 0 ? p[i] / -Math.expm1(logE[i]) : p[i];
            boolean last = size == 0 && logE[i + 1] == 0; // chance 1, but for rounding
            if (p[i] > 0 && (last || random.nextDouble() < chance)) {
                drawn[size++] = i;
            }
        }
        return Arrays.copyOf(drawn, size);
    }

    /** The chance that {@link #bernoulli} would draw at least one place if it weren't made to: 1 − Πᵢ (1 − pᵢ). */
    public static double anyOf(double[] p) {
        double logE = 0;
        for (double pi : p) {
            logE += Math.log1p(-pi);
        }
        return -Math.expm1(logE);
    }
}
