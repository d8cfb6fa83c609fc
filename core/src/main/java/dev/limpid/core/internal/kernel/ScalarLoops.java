package dev.limpid.core.internal.kernel;

import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.LossKernel;
import dev.limpid.core.loss.ScalarLoss;
import java.lang.invoke.MethodHandles;
import org.jspecify.annotations.Nullable;

/**
 * The loops over the rows of a tile, for a loss of one score.
 *
 * <p>{@link Kernels} defines this class again for each loss: keep it free of lambdas, nested classes and of its own name
 * in signatures. In a copy for one particular loss {@code BOUND} is that loss, a constant to the compiler; elsewhere it
 * is null.
 */
final class ScalarLoops implements LossKernel {

    private static final @Nullable ScalarLoss BOUND = Kernels.bound(MethodHandles.lookup(), ScalarLoss.class);

    private final ScalarLoss loss;

    ScalarLoops(ScalarLoss loss) {
        this.loss = loss;
    }

    @Override
    public double value(int n, double[][] y, double[][] f, double[] w) {
        ScalarLoss loss = BOUND != null ? BOUND : this.loss;
        double[] target = y[0];
        double[] score = f[0];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += w[i] * loss.value(target[i], score[i]);
        }
        return sum;
    }

    @Override
    public void gradient(int n, double[][] y, double[][] f, double[] w, double[][] g) {
        ScalarLoss loss = BOUND != null ? BOUND : this.loss;
        double[] target = y[0];
        double[] score = f[0];
        double[] slope = g[0];
        for (int i = 0; i < n; i++) {
            slope[i] = w[i] * loss.gradient(target[i], score[i]);
        }
    }

    @Override
    public double valueAndGradient(int n, double[][] y, double[][] f, double[] w, double[][] g) {
        ScalarLoss loss = BOUND != null ? BOUND : this.loss;
        double[] target = y[0];
        double[] score = f[0];
        double[] slope = g[0];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            Jet at = loss.at(target[i], score[i]);
            sum += w[i] * at.value();
            slope[i] = w[i] * at.first();
        }
        return sum;
    }

    @Override
    public double quadratic(int n, double[][] y, double[][] f, double[] w, double[][] g, double[][] h) {
        ScalarLoss loss = BOUND != null ? BOUND : this.loss;
        double[] target = y[0];
        double[] score = f[0];
        double[] slope = g[0];
        double[] curvature = h[0];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            Jet at = loss.at(target[i], score[i]);
            sum += w[i] * at.value();
            slope[i] = w[i] * at.first();
            curvature[i] = w[i] * at.second();
        }
        return sum;
    }
}
