package dev.limpid.algorithms.path;

import dev.limpid.algorithms.SharedData;
import dev.limpid.algorithms.data.Csv;
import dev.limpid.core.data.Dataset;
import java.util.Arrays;
import java.util.SplittableRandom;

/** The data of these tests. */
final class PathSets {

    private static final double[] W = {2, 0, 0, -1, 0, 0.5, 0, 0, 1, -1.5};

    private PathSets() {}

    /** Diabetes progress of 442 patients (Efron, Hastie, Johnstone, Tibshirani 2004), ten columns. */
    static Dataset diabetes() {
        return Csv.of(SharedData.path("diabetes/diabetes.csv.gz"))
                .target("progression")
                .read();
    }

    /** The same with the class y &gt; 140. */
    static Dataset diabetesClasses() {
        Dataset data = diabetes();
        double[] y = data.targets().get(0).toArray();
        return data.withTargets(Arrays.stream(y).map(v -> v > 140 ? 1 : 0).toArray());
    }

    /** Normal cells; five columns and noise make up the target. */
    static Dataset wide(int n, int d) {
        return Dataset.of(cells(n, d), target(cells(n, d)));
    }

    /** The sign of that target as class 0 or 1. */
    static Dataset wideClasses(int n, int d) {
        double[] y = target(cells(n, d));
        return Dataset.of(cells(n, d), Arrays.stream(y).map(v -> v > 0 ? 1 : 0).toArray());
    }

    static double[][] cells(int n, int d) {
        SplittableRandom random = new SplittableRandom(7);
        double[][] x = new double[n][d];
        for (double[] row : x) {
            for (int j = 0; j < d; j++) {
                row[j] = normal(random) + (j > 0 ? 0.5 * row[j - 1] : 0);
            }
        }
        return x;
    }

    static double[] target(double[][] x) {
        SplittableRandom random = new SplittableRandom(8);
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = normal(random);
            for (int j = 0; j < Math.min(W.length, x[i].length); j++) {
                y[i] += W[j] * x[i][j];
            }
        }
        return y;
    }

    private static double normal(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
