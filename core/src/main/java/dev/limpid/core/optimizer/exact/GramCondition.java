package dev.limpid.core.optimizer.exact;

import dev.limpid.core.objective.LinearDesign;

/**
 * How nearly columns depend on one another, from their Gram matrix.
 *
 * <pre>
 *   G = Σᵢ vᵢ·xᵢ·xᵢᵀ + diag(μ)/c,  Gⱼₖ ← Gⱼₖ / √(Gⱼⱼ·Gₖₖ)              (1)
 *   G = P·L·Lᵀ·Pᵀ, the largest diagonal that is left first     (2)
 *   κ ≈ √(largest / smallest diagonal)                         (3)
 * </pre>
 */
final class GramCondition {

    private static final int BLOCK = 1024;

    /** Below this, a diagonal that is left is rounding. */
    private static final double LEAST = 1e-14;

    private GramCondition() {}

    static double of(LinearDesign design, double[] mu) {
        int d = design.hypothesis().features();
        double[][] g = new double[d][d];
        double[] v = new double[BLOCK];
        for (int from = 0; from < design.size(); from += BLOCK) {
            int to = Math.min(design.size(), from + BLOCK);
            design.weights().copy(from, to, v);
            design.x().addGram(from, to, v, g);
        }
        for (int j = 0; j < d; j++) {
            g[j][j] += mu[j] / design.factor();
        }
        double[] left = scale(g);
        double smallest = 1;
        for (int k = 0; k < d; k++) {
            int next = largest(left);
            if (left[next] < 0) {
                break; // only columns of 0 remain
            }
            smallest = Math.min(smallest, left[next]);
            if (smallest <= LEAST) {
                return Double.POSITIVE_INFINITY;
            }
            eliminate(g, left, next);
        }
        return 1 / Math.sqrt(smallest); // (3)
    }

    /** Line (1), both triangles; returns the diagonal, −1 for a column of 0. */
    private static double[] scale(double[][] g) {
        double[] left = new double[g.length];
        double[] length = new double[g.length];
        for (int j = 0; j < g.length; j++) {
            length[j] = Math.sqrt(g[j][j]);
            left[j] = length[j] > 0 ? 1 : -1;
        }
        for (int j = 0; j < g.length; j++) {
            for (int k = 0; k <= j; k++) {
                g[j][k] = left[j] < 0 || left[k] < 0 ? 0 : g[j][k] / length[j] / length[k];
                g[k][j] = g[j][k];
            }
        }
        return left;
    }

    private static int largest(double[] left) {
        int best = 0;
        for (int j = 1; j < left.length; j++) {
            best = left[j] > left[best] ? j : best;
        }
        return best;
    }

    /** Takes a column out of the others (2); what is done has −1 on the diagonal. */
    private static void eliminate(double[][] g, double[] left, int next) {
        double pivot = left[next];
        left[next] = -1;
        for (int j = 0; j < left.length; j++) {
            if (left[j] < 0) {
                continue;
            }
            double part = g[j][next] / pivot;
            for (int k = 0; k < left.length; k++) {
                if (left[k] >= 0) {
                    g[j][k] -= part * g[next][k];
                }
            }
            left[j] = Math.max(0, g[j][j]);
        }
    }
}
