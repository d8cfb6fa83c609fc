package dev.limpid.core.optimizer.coordinate;

import dev.limpid.core.internal.optimizer.Cholesky;
import dev.limpid.core.internal.optimizer.Vectors;

/**
 * Anderson extrapolation: the combination of the last points whose steps cancel best.
 *
 * <pre>
 *   U = (x₁ − x₀, …, x_K − x_{K−1})                  (1)
 *   solve UᵀU·z = 1,  c = z / Σₖ zₖ                   (2)  minimises ‖U·c‖ with Σₖ cₖ = 1
 *   x ← Σₖ cₖ·xₖ,  k = 1 … K                          (3)
 * </pre>
 *
 * <p><b>References</b>
 * <ol><li>Q. Bertrand, M. Massias (2021): Anderson Acceleration of Coordinate Descent. AISTATS, Algorithm 1 (offline, K = 5).
 * </ol>
 */
final class Anderson {

    private static final int K = 5;

    private static final double[] NONE = {};

    private final double[][] points = new double[K + 1][];
    private int known;

    /** Begins at x₀. */
    Anderson(double[] x) {
        restart(x);
    }

    /** Forgets all points but one. */
    void restart(double[] x) {
        points[0] = x.clone();
        known = 1;
    }

    /** Takes a point; returns the extrapolation if it was the K-th and there is one, else an empty array. */
    double[] after(double[] x) {
        points[known++] = x.clone();
        if (known <= K) {
            return NONE;
        }
        double[] z = weights();
        double sum = 0;
        for (double zk : z) {
            sum += zk;
        }
        double[] out = new double[x.length];
        for (int k = 0; k < K; k++) {
            Vectors.add(out, z[k] / sum, points[k + 1]); // (3)
        }
        if (Double.isFinite(Vectors.maxNorm(out))) {
            return out;
        }
        restart(x);
        return NONE;
    }

    private double[] weights() {
        double[][] u = new double[K][];
        for (int k = 0; k < K; k++) {
            u[k] = points[k + 1].clone();
            Vectors.add(u[k], -1, points[k]); // (1)
        }
        double[][] gram = new double[K][K];
        double[] z = new double[K];
        for (int k = 0; k < K; k++) {
            for (int l = 0; l <= k; l++) {
                gram[k][l] = Vectors.dot(u[k], u[l]);
            }
            z[k] = 1;
        }
        new Cholesky(gram).solve(z); // (2)
        return z;
    }
}
