package dev.limpid.benchmarks.linear;

import java.util.List;

/**
 * What a whole fit needs beyond its data: the least heap with which it still ends, see {@link LeastHeap}, in a JVM of its own for each
 * set of data. The lines are explained in {@link MemoryFits}.
 */
final class MemoryUse implements Case {

    /** The young generation is small, so that what lives and what is free can be told from each other; 2 MB of free memory are it. */
    private static final List<String> JVM = List.of("-XX:+UseSerialGC", "-Xms1200m", "-Xmx1200m", "-Xmn2m");

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public String about() {
        return "the least heap beyond the data with which fits still end, in vectors of length n";
    }

    @Override
    public void run(Options options) {
        for (MemoryFits.Data data : MemoryFits.Data.values()) {
            ChildJvm.run(MemoryFits.class, JVM, options.data(data.name())).forEach(System.out::println);
        }
    }
}
