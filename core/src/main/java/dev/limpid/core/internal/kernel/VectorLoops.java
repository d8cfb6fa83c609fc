package dev.limpid.core.internal.kernel;

import dev.limpid.core.loss.LossKernel;
import dev.limpid.core.loss.VectorLoss;
import java.lang.invoke.MethodHandles;
import org.jspecify.annotations.Nullable;

/**
 * The loops over the rows of a tile, for a loss of K scores. A row is gathered into arrays of its own, which live for
 * the time of a call, and the results are scattered back.
 *
 * <p>{@link Kernels} defines this class again for each loss: keep it free of lambdas, nested classes and of its own name
 * in signatures.
 */
final class VectorLoops implements LossKernel {

    private static final @Nullable VectorLoss BOUND = Kernels.bound(MethodHandles.lookup(), VectorLoss.class);

    private final VectorLoss loss;

    VectorLoops(VectorLoss loss) {
        this.loss = loss;
    }

    @Override
    public double value(int n, double[][] y, double[][] f, double[] w) {
        VectorLoss loss = BOUND != null ? BOUND : this.loss;
        double[] target = new double[loss.targets()];
        double[] score = new double[loss.scores()];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            gather(i, y, target);
            gather(i, f, score);
            sum += w[i] * loss.value(target, score);
        }
        return sum;
    }

    @Override
    public void gradient(int n, double[][] y, double[][] f, double[] w, double[][] g) {
        VectorLoss loss = BOUND != null ? BOUND : this.loss;
        double[] target = new double[loss.targets()];
        double[] score = new double[loss.scores()];
        double[] slope = new double[score.length];
        for (int i = 0; i < n; i++) {
            gather(i, y, target);
            gather(i, f, score);
            loss.gradient(target, score, slope);
            scatter(i, w[i], slope, g);
        }
    }

    @Override
    public double valueAndGradient(int n, double[][] y, double[][] f, double[] w, double[][] g) {
        VectorLoss loss = BOUND != null ? BOUND : this.loss;
        double[] target = new double[loss.targets()];
        double[] score = new double[loss.scores()];
        double[] slope = new double[score.length];
        double[] curvature = new double[score.length];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            gather(i, y, target);
            gather(i, f, score);
            sum += w[i] * loss.at(target, score, slope, curvature);
            scatter(i, w[i], slope, g);
        }
        return sum;
    }

    @Override
    public double quadratic(int n, double[][] y, double[][] f, double[] w, double[][] g, double[][] h) {
        VectorLoss loss = BOUND != null ? BOUND : this.loss;
        double[] target = new double[loss.targets()];
        double[] score = new double[loss.scores()];
        double[] slope = new double[score.length];
        double[] curvature = new double[score.length];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            gather(i, y, target);
            gather(i, f, score);
            sum += w[i] * loss.at(target, score, slope, curvature);
            scatter(i, w[i], slope, g);
            scatter(i, w[i], curvature, h);
        }
        return sum;
    }

    private static void gather(int i, double[][] columns, double[] row) {
        for (int k = 0; k < row.length; k++) {
            row[k] = columns[k][i];
        }
    }

    private static void scatter(int i, double weight, double[] row, double[][] columns) {
        for (int k = 0; k < row.length; k++) {
            columns[k][i] = weight * row[k];
        }
    }
}
