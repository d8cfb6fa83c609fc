package dev.limpid.core.objective;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Missing;
import dev.limpid.core.data.Rows;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** Data and differences for the tests of this package. */
final class Toys {

    /**
     * Relative error of {@link #difference} for functions whose derivatives are below 100: with h = 2⁻⁸ the extrapolation
     * leaves about h⁴·F⁽⁵⁾/30 ≈ 1e-9 and rounding about 2⁻⁵²·|F|/h ≈ 1e-13.
     */
    static final double DIFFERENCE = 1e-8;

    /** Relative error of two orders of the same sum of some thousand terms. */
    static final double ROUNDING = 1e-12;

    private Toys() {}

    static double[] vector(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = new double[size];
        Arrays.setAll(x, j -> random.nextDouble(-1, 1));
        return x;
    }

    /** Features in [−1, 1] and targets 0, 1, …, classes − 1, or in (0, 2) if classes is 0. */
    static Dataset data(int rows, int columns, int classes, long seed) {
        double[][] x = new double[rows][];
        Arrays.setAll(x, i -> vector(columns, seed * 1000 + i));
        SplittableRandom random = new SplittableRandom(seed);
        double[] y = new double[rows];
        Arrays.setAll(y, i -> classes == 0 ? random.nextDouble(0.01, 2) : random.nextInt(classes));
        return Dataset.of(Rows.dense(x), Missing.REFUSE, y);
    }

    /** The same with weights in (0.1, 3) and offsets in [−1, 1]. */
    static Dataset weighted(Dataset data, int scores, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] w = new double[data.size()];
        Arrays.setAll(w, i -> random.nextDouble(0.1, 3));
        double[][] offsets = new double[scores][];
        Arrays.setAll(offsets, k -> vector(data.size(), seed + k));
        return data.withWeights(w).withOffsets(offsets);
    }

    /** The gradient by central differences, extrapolated: (4·D(h) − D(2h)) / 3. */
    static double[] difference(ToDoubleFunction<double[]> f, double[] t) {
        double[] g = new double[t.length];
        double h = 1.0 / 256;
        for (int j = 0; j < t.length; j++) {
            g[j] = (4 * central(f, t, j, h) - central(f, t, j, 2 * h)) / 3;
        }
        return g;
    }

    private static double central(ToDoubleFunction<double[]> f, double[] t, int j, double h) {
        double[] up = t.clone();
        double[] down = t.clone();
        up[j] += h;
        down[j] -= h;
        return (f.applyAsDouble(up) - f.applyAsDouble(down)) / (2 * h);
    }

    static double[] gradient(Smooth f, double[] t) {
        double[] g = new double[t.length];
        f.gradient(t, g);
        return g;
    }
}
