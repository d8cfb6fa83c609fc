package dev.limpid.core.sampler;

import java.util.random.RandomGenerator;

/** Draws that several samplers make. */
final class Draws {

    private Draws() {}

    /** Refuses a population that is one unit: a batch of rows would not be a sum of its parts. */
    static int requireUnits(Sampler sampler, Population population) {
        if (population.size() == 1) {
            throw new IllegalArgumentException(
                    sampler.name()
                            + " needs an objective that sums over several units, but this one is a single unit: use FullSampler");
        }
        return population.size();
    }

    static double fraction(double fraction) {
        if (!(fraction > 0 && fraction <= 1)) {
            throw new IllegalArgumentException("fraction must be in (0, 1], but was " + fraction);
        }
        return fraction;
    }

    /** m = fraction·n, rounded, at least 1. */
    static int count(double fraction, int n) {
        return (int) Math.max(1, Math.round(fraction * n));
    }

    static int batchSize(int batchSize) {
        if (!(batchSize >= 1)) {
            throw new IllegalArgumentException("batchSize must be >= 1, but was " + batchSize);
        }
        return batchSize;
    }

    /** 0, 1, …, n − 1. */
    static int[] identity(int n) {
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
    static int[] shuffle(int[] order, int k, RandomGenerator random) {
        for (int i = 0; i < k; i++) {
            int j = i + random.nextInt(order.length - i);
            int unit = order[i];
            order[i] = order[j];
            order[j] = unit;
        }
        return order;
    }
}
