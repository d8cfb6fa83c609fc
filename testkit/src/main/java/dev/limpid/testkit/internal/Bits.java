package dev.limpid.testkit.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Comparison of results bit for bit. */
public final class Bits {

    private static final int THREADS = 8;

    private Bits() {}

    /**
     * Tells whether two numbers have the same bits; all NaNs count as one.
     *
     * @param a a number
     * @param b a number
     * @return whether they are the same
     */
    public static boolean same(double a, double b) {
        return Double.doubleToLongBits(a) == Double.doubleToLongBits(b);
    }

    /**
     * Finds the first place where two arrays differ.
     *
     * @param a numbers
     * @param b as many numbers
     * @return the place; −1 if there is none
     */
    public static int firstDifference(double[] a, double[] b) {
        if (a.length != b.length) {
            return Math.min(a.length, b.length);
        }
        for (int i = 0; i < a.length; i++) {
            if (!same(a[i], b[i])) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Computes the same numbers in eight threads at once.
     *
     * @param numbers the computation
     * @return what each thread got
     */
    public static List<double[]> fromEightThreads(Supplier<double[]> numbers) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<double[]> results = new ArrayList<>();
            for (Future<double[]> future :
                    threads.invokeAll(java.util.Collections.nCopies(THREADS, (Callable<double[]>) numbers::get))) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while eight threads computed the same numbers", interrupted);
        } catch (ExecutionException thrown) {
            throw new IllegalStateException(
                    "threw " + thrown.getCause() + " when eight threads computed the same numbers", thrown.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
