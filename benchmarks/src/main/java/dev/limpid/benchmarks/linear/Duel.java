package dev.limpid.benchmarks.linear;

import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * Two tasks that take about as long, compared by processor time in nanoseconds, whose clock has a coarse grain.
 *
 * <p>A sample is blocks in the order first, second, second, first; a block is as many runs as take a quarter of the sample's time,
 * at least one, and both tasks make as many. The sample's ratio is the second's time by the first's. What drifts (other
 * programs, the machine's frequency) falls on both alike; what jumps shows in the spread.
 */
final class Duel {

    private static final double GIGA = 1e9;

    private final Runnable first;
    private final Runnable second;
    private final LongSupplier clock;

    Duel(Runnable first, Runnable second, LongSupplier clock) {
        this.first = first;
        this.second = second;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param ratio median of the samples' ratios
     * @param least smallest ratio
     * @param most largest ratio
     * @param samples how many
     * @param seconds that each task took in a sample, on average
     */
    record Result(double ratio, double least, double most, int samples, double seconds) {

        @Override
        public String toString() {
            return Contest.format(
                    "ratio=%.3f spread=%.3f..%.3f samples=%d seconds=%.2f", ratio, least, most, samples, seconds);
        }
    }

    /** Makes samples in which each task takes as many seconds of processor time, or a little more. */
    Result samples(int count, double seconds) {
        long runs = runs(seconds / 2);
        double[] ratios = new double[count];
        double total = 0;
        for (int k = 0; k < count; k++) {
            double one = time(first, runs);
            double two = time(second, 2 * runs);
            one += time(first, runs);
            ratios[k] = two / one;
            total += (one + two) / 2;
        }
        Arrays.sort(ratios);
        double median = (ratios[count / 2] + ratios[(count - 1) / 2]) / 2;
        return new Result(median, ratios[0], ratios[count - 1], count, total / count);
    }

    /** How many runs of the first task take so many seconds, by doubling; both run, so that both are warm. */
    private long runs(double seconds) {
        long runs = 1;
        double taken = time(first, runs);
        time(second, runs);
        while (taken < seconds) {
            runs = Math.max(runs + 1, (long) Math.min(2.0 * runs, Math.ceil(runs * seconds / Math.max(taken, 1e-9))));
            taken = time(first, runs);
            time(second, runs);
        }
        return runs;
    }

    private double time(Runnable task, long runs) {
        long start = clock.getAsLong();
        for (long k = 0; k < runs; k++) {
            task.run();
        }
        return (clock.getAsLong() - start) / GIGA;
    }
}
