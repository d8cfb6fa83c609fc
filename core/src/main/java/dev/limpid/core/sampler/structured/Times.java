package dev.limpid.core.sampler.structured;

import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Population;
import dev.limpid.core.training.Memory;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Units in the order of time; of units with the same time, the first in the data comes first. */
final class Times {

    private Times() {}

    static int[] order(Population population, Memory memory) {
        return memory.derived("order", int[].class, () -> order(population));
    }

    private static int[] order(Population population) {
        int n = population.size();
        double[] times = new double[n];
        for (int u = 0; u < n; u++) {
            times[u] = population.time(u);
            if (!Double.isFinite(times[u])) {
                throw new IllegalArgumentException("time must be finite, but time(" + u + ") was " + times[u]);
            }
        }
        return IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(u -> times[u]))
                .mapToInt(u -> u)
                .toArray();
    }

    /** The units at from … to − 1 of the order. */
    static Batch batch(int[] order, int from, int to) {
        return Batch.of(Arrays.copyOfRange(order, from, to), (double) (to - from) / order.length);
    }
}
