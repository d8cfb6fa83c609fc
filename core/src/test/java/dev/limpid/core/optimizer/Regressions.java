package dev.limpid.core.optimizer;

import java.util.random.RandomGenerator;

/** Data for regressions. */
public final class Regressions {

    private Regressions() {}

    public static double[][] normal(RandomGenerator random, int n, int p) {
        double[][] x = new double[n][p];
        for (double[] row : x) {
            for (int j = 0; j < p; j++) {
                row[j] = random.nextGaussian();
            }
        }
        return x;
    }

    /** y = Σⱼ xⱼ·j + noise. */
    public static double[] targets(RandomGenerator random, double[][] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            for (int j = 0; j < x[i].length; j++) {
                y[i] += j * x[i][j];
            }
            y[i] += random.nextGaussian();
        }
        return y;
    }
}
