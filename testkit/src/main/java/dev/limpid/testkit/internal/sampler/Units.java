package dev.limpid.testkit.internal.sampler;

import dev.limpid.core.sampler.Population;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Units with weights, labels, groups and times; notes whether anybody asks for weights. */
final class Units implements Population {

    private final double[] weights;
    private final int[] labels;
    private final int[] groups;
    private final double[] times;
    private volatile boolean asked;

    private Units(double[] weights, int[] labels, int[] groups, double[] times) {
        this.weights = weights;
        this.labels = labels;
        this.groups = groups;
        this.times = times;
    }

    /**
     * Labels 0, 0, 0, 1, 1, 2 over and over, so that their shares are ½, ⅓ and ⅙; groups of 1, 2, 3, 4, 1, … units, scattered; times in
     * another order than the data.
     */
    static Units of(double... weights) {
        int n = weights.length;
        int[] labels = IntStream.range(0, n)
                .map(u -> u % 6 < 3 ? 0 : u % 6 < 5 ? 1 : 2)
                .toArray();
        int[] groups = new int[n];
        for (int place = 0, group = 0, left = 1; place < n; place++, left--) {
            if (left == 0) {
                group++;
                left = 1 + group % 4;
            }
            groups[scattered(place, n)] = group;
        }
        double[] times = IntStream.range(0, n).mapToDouble(u -> scattered(u, n)).toArray();
        return new Units(weights.clone(), labels, groups, times);
    }

    /** A place of its own for each: every 11th, which visits all where 11 does not divide n. */
    private static int scattered(int place, int n) {
        return n % 11 == 0 ? place : (int) (11L * place % n);
    }

    /** Equal weights. */
    static Units equal(int size) {
        double[] weights = new double[size];
        Arrays.fill(weights, 1);
        return of(weights);
    }

    /** Weights 0.5, 1, 2, 0.5, 1, 2, … */
    static Units unequal(int size) {
        return of(IntStream.range(0, size).mapToDouble(u -> 0.5 * (1 << u % 3)).toArray());
    }

    /** Equal weights, one label, a group for each unit, times as in the data: nothing that an order could depend on. */
    static Units plain(int size) {
        Units equal = equal(size);
        int[] own = IntStream.range(0, size).toArray();
        return new Units(
                equal.weights,
                new int[size],
                own,
                Arrays.stream(own).asDoubleStream().toArray());
    }

    boolean wasAsked() {
        return asked;
    }

    @Override
    public int size() {
        return weights.length;
    }

    @Override
    public double weight(int unit) {
        asked = true;
        return weights[unit];
    }

    @Override
    public boolean hasLabels() {
        return true;
    }

    @Override
    public int label(int unit) {
        return labels[unit];
    }

    @Override
    public boolean hasGroups() {
        return true;
    }

    @Override
    public int group(int unit) {
        return groups[unit];
    }

    @Override
    public double time(int unit) {
        return times[unit];
    }
}
