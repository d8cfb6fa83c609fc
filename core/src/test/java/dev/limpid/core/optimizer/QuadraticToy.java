package dev.limpid.core.optimizer;

import dev.limpid.core.objective.Smooth;
import dev.limpid.core.parameter.Blocks;

/** c·½·Σⱼ aⱼ·(θⱼ − 1)²: a parabola with its minimum at (1, …, 1). */
@SuppressWarnings("ArrayRecordComponent") // never compared
record QuadraticToy(double[] a, double factor) implements Smooth {

    /** Curvatures from 1 to κ, equally spaced in their logarithm. */
    static QuadraticToy ofCondition(double kappa, int p) {
        double[] a = new double[p];
        for (int j = 0; j < p; j++) {
            a[j] = Math.pow(kappa, j / (p - 1.0));
        }
        return new QuadraticToy(a, 1);
    }

    @Override
    public Blocks blocks() {
        return Blocks.single(a.length);
    }

    @Override
    public double value(double[] t) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * (t[j] - 1) * (t[j] - 1) / 2;
        }
        return factor * sum;
    }

    @Override
    public double gradient(double[] t, double[] g) {
        for (int j = 0; j < a.length; j++) {
            g[j] = factor * a[j] * (t[j] - 1);
        }
        return value(t);
    }
}
