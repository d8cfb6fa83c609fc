package dev.limpid.core.objective;

import java.util.Arrays;

/** A sum of squares and its gradient, added up from the first residual to the last. */
final class SumOfSquares {

    private SumOfSquares() {}

    static double of(double[] r) {
        double sum = 0;
        for (double x : r) {
            sum += x * x;
        }
        return sum;
    }

    /** g ← 2·Jᵀ·r. */
    static void gradient(double[] r, double[][] jacobian, double[] g) {
        Arrays.fill(g, 0);
        for (int i = 0; i < r.length; i++) {
            for (int j = 0; j < g.length; j++) {
                g[j] += 2 * r[i] * jacobian[i][j];
            }
        }
    }
}
