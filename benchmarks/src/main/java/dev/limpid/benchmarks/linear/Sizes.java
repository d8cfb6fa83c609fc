package dev.limpid.benchmarks.linear;

import java.util.LinkedHashMap;
import java.util.Map;

/** Tasks of growing size: how long each takes, and a line {@code SCALING …} for each kind of task, see {@link Growth}. */
final class Sizes {

    /** A measurement takes so many seconds of processor time at least: its clock has a grain of 0.01 s. */
    private static final double LEAST_SECONDS = 0.4;

    private static final int DECADES = 3;

    private final String name;
    private final Options options;
    private final Map<String, Growth> growths = new LinkedHashMap<>();

    Sizes(String name, Options options) {
        this.name = name;
        this.options = options;
    }

    /** Returns seven sizes, two to a decade, the last one first, so that what comes later is warm. */
    static int[] down(int most) {
        int[] sizes = new int[2 * DECADES + 1];
        for (int k = 0; k < sizes.length; k++) {
            sizes[k] = (int) Math.round(most / Math.pow(10, k / 2.0));
        }
        return sizes;
    }

    /** Measures a task of a kind: the least processor time of a few measurements. */
    Sizes measure(String kind, double size, Runnable task) {
        double best = Double.POSITIVE_INFINITY;
        long runs = 1;
        for (int round = 0; round <= options.rounds(); round++) {
            double seconds = seconds(task, runs);
            while (seconds < LEAST_SECONDS) {
                runs = Math.max(2 * runs, (long) (runs * LEAST_SECONDS / Math.max(seconds, LEAST_SECONDS / 100)));
                seconds = seconds(task, runs);
            }
            best = Math.min(best, seconds / runs);
        }
        growths.computeIfAbsent(kind, absent -> new Growth()).add(size, best);
        return this;
    }

    private static double seconds(Runnable task, long runs) {
        return Meter.of(() -> {
                    for (long k = 0; k < runs; k++) {
                        task.run();
                    }
                    return true;
                })
                .cpuSeconds();
    }

    void print() {
        growths.forEach((kind, growth) -> System.out.println("SCALING " + name + " fit=" + kind + " " + growth));
    }
}
