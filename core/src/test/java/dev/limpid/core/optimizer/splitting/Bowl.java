package dev.limpid.core.optimizer.splitting;

import dev.limpid.core.objective.Smooth;
import dev.limpid.core.parameter.Blocks;
import java.util.Arrays;
import java.util.SplittableRandom;

/** ½·‖A·x − y‖², over blocks of any shape. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Bowl(Blocks blocks, double[][] a, double[] y) implements Smooth {

    /** ½·‖x − y‖². */
    static Bowl around(double... y) {
        double[][] identity = new double[y.length][y.length];
        for (int j = 0; j < y.length; j++) {
            identity[j][j] = 1;
        }
        return new Bowl(Blocks.single(y.length), identity, y);
    }

    /** Normal rows, targets of Σⱼ j·xⱼ plus noise. */
    static Bowl regression(long seed, int rows, int p) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] a = new double[rows][p];
        double[] y = new double[rows];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < p; j++) {
                a[i][j] = random.nextGaussian() / Math.sqrt(rows);
                y[i] += j * a[i][j];
            }
            y[i] += random.nextGaussian() / Math.sqrt(rows);
        }
        return new Bowl(Blocks.single(p), a, y);
    }

    @Override
    public double value(double[] t) {
        return gradient(t, new double[t.length]);
    }

    @Override
    public double gradient(double[] t, double[] g) {
        Arrays.fill(g, 0);
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            double r = -y[i];
            for (int j = 0; j < t.length; j++) {
                r += a[i][j] * t[j];
            }
            for (int j = 0; j < t.length; j++) {
                g[j] += r * a[i][j];
            }
            sum += r * r / 2;
        }
        return sum;
    }

    @Override
    public String formula() {
        return "½·‖A·θ − y‖²";
    }

    double[] slope(double[] t) {
        double[] g = new double[t.length];
        gradient(t, g);
        return g;
    }
}
