package dev.limpid.benchmarks.linear;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.function.Supplier;

/**
 * What a fit costs.
 *
 * @param <R> what comes of a fit
 * @param result what came of it
 * @param seconds by the clock
 * @param cpuSeconds of all threads of the JVM, its compiler and collector among them
 * @param allocatedBytes by all threads
 * @param peakBytes most of the heap that was in use at a time beyond what was before, garbage included; −1 if not measured
 */
record Meter<R>(R result, double seconds, double cpuSeconds, long allocatedBytes, long peakBytes) {

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

    static <R> Meter<R> of(Supplier<R> fit) {
        long bytes = allocated();
        long cpu = processCpuTime();
        long start = System.nanoTime();
        R result = fit.get();
        double seconds = (System.nanoTime() - start) * 1e-9;
        double cpuSeconds = (processCpuTime() - cpu) * 1e-9;
        return new Meter<>(result, seconds, cpuSeconds, allocated() - bytes, -1);
    }

    /** The same from a collected heap, with its peak. */
    static <R> Meter<R> withPeak(Supplier<R> fit) {
        System.gc();
        long before = heap(false);
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        Meter<R> meter = of(fit);
        long peak = heap(true) - before;
        return new Meter<>(meter.result, meter.seconds, meter.cpuSeconds, meter.allocatedBytes, peak);
    }

    /** Returns the processor time of all threads so far, in nanoseconds, by a clock of 0.01 s. */
    static long processCpuTime() {
        return SYSTEM.getProcessCpuTime();
    }

    private static long heap(boolean peak) {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> (peak ? pool.getPeakUsage() : pool.getUsage()).getUsed())
                .sum();
    }

    private static long allocated() {
        long sum = 0;
        for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
            sum += Math.max(0, bytes);
        }
        return sum;
    }
}
