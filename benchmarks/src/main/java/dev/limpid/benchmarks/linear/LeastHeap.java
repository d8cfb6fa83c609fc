package dev.limpid.benchmarks.linear;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * The least memory with which something works, by trying.
 *
 * <p>The heap is filled up until so many bytes are free; what runs then either ends or runs out of memory. What a collector
 * can take back doesn't count, and nothing that is needed at the same time is overlooked, wherever it lies. Exact in a JVM with a
 * serial collector, a heap of fixed size and a small young generation, as {@link MemoryUse} starts.
 */
final class LeastHeap {

    /** Bytes of a piece of what fills the heap, its header among them. */
    private static final int PIECE = 1 << 17;

    private static final int HEADER = 16;

    private LeastHeap() {}

    /**
     * Returns the least number of bytes that suffices, to a grain: twice as many until they suffice, then by halves.
     *
     * @param grain to what it matters; the first number tried
     * @param most more aren't there
     * @param suffices whether a number suffices; if so, so does each larger one
     * @return a number that suffices, and a grain less didn't, or 0 wasn't to be tried
     */
    static long bytes(long grain, long most, LongPredicate suffices) {
        long fails = 0;
        long enough = grain;
        while (!suffices.test(enough)) {
            if (enough >= most) {
                throw new IllegalStateException(most + " bytes must suffice, but don't: give the JVM a larger heap");
            }
            fails = enough;
            enough = Math.min(most, 2 * enough);
        }
        while (enough - fails > grain) {
            long middle = fails + (enough - fails) / 2;
            if (suffices.test(middle)) {
                enough = middle;
            } else {
                fails = middle;
            }
        }
        return enough;
    }

    /** Returns the same of a task on this JVM's heap; the task has run before, so that all classes are there. */
    static long bytes(long grain, Runnable task) {
        return bytes(grain, free(), bytes -> runs(bytes, task));
    }

    private static boolean runs(long bytes, Runnable task) {
        List<byte[]> filling = filling(bytes);
        try {
            task.run();
            return true;
        } catch (OutOfMemoryError tooLittle) {
            return false;
        } finally {
            Reference.reachabilityFence(filling);
        }
    }

    private static List<byte[]> filling(long bytes) {
        List<byte[]> filling = new ArrayList<>();
        long before = Long.MAX_VALUE;
        for (long free = free(); free >= bytes + PIECE && free < before; free = free()) {
            for (long k = (free - bytes) / PIECE; k > 0; k--) {
                filling.add(new byte[PIECE - HEADER]);
            }
            before = free;
        }
        return filling;
    }

    /** Returns how many bytes are free once garbage is collected. */
    static long free() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    }
}
