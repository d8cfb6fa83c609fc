package dev.limpid.core.optimizer.limited;

import dev.limpid.core.internal.optimizer.LbfgsPairs;
import dev.limpid.core.internal.optimizer.Vectors;

/**
 * The matrix of limited-memory BFGS, written out (Byrd, Lu, Nocedal and Zhu 1995, equations 3.2 to 3.4).
 *
 * <pre>
 *   B = σ·I − W·M·Wᵀ,   W = (Y, σ·S),   M⁻¹ = (−D, Lᵀ; L, σ·SᵀS)
 *   σ = ⟨y, y⟩/⟨s, y⟩ of the newest pair,  D = diag ⟨sᵢ, yᵢ⟩,  Lᵢⱼ = ⟨sᵢ, yⱼ⟩ for i &gt; j
 * </pre>
 */
final class CompactHessian {

    private final double[][] w; // columns of W
    private final double[][] m;
    private final double sigma;

    CompactHessian(LbfgsPairs pairs) {
        int k = pairs.count();
        this.sigma = pairs.scale();
        this.w = new double[2 * k][];
        double[][] inverse = new double[2 * k][2 * k];
        for (int i = 0; i < k; i++) {
            w[i] = pairs.change(i).clone();
            w[k + i] = pairs.move(i).clone();
            for (int j = 0; j <= i; j++) {
                double sy = Vectors.dot(pairs.move(i), pairs.change(j));
                if (i == j) {
                    inverse[i][i] = -sy;
                } else {
                    inverse[k + i][j] = sy;
                    inverse[j][k + i] = sy;
                }
                double ss = sigma * Vectors.dot(pairs.move(i), pairs.move(j));
                inverse[k + i][k + j] = ss;
                inverse[k + j][k + i] = ss;
            }
            for (int j = 0; j < w[k + i].length; j++) {
                w[k + i][j] *= sigma;
            }
        }
        this.m = Gauss.inverse(inverse);
    }

    double sigma() {
        return sigma;
    }

    int rank() {
        return w.length;
    }

    /** Row b of W. */
    double[] row(int b) {
        double[] row = new double[w.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = w[i][b];
        }
        return row;
    }

    /** Wᵀ·d. */
    double[] transposedTimes(double[] d) {
        double[] p = new double[w.length];
        for (int i = 0; i < p.length; i++) {
            p[i] = Vectors.dot(w[i], d);
        }
        return p;
    }

    /** W·p. */
    double[] times(double[] p, int size) {
        double[] out = new double[size];
        for (int i = 0; i < p.length; i++) {
            Vectors.add(out, p[i], w[i]);
        }
        return out;
    }

    /** M·p. */
    double[] middle(double[] p) {
        double[] out = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            out[i] = Vectors.dot(m[i], p);
        }
        return out;
    }

    /** I − M·Wᵀ·W/σ over the free coordinates. */
    double[][] freeMatrix(boolean[] free) {
        int k = w.length;
        double[][] ww = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int b = 0; b < free.length; b++) {
                    sum += free[b] ? w[i][b] * w[j][b] : 0;
                }
                ww[i][j] = sum / sigma;
                ww[j][i] = sum / sigma;
            }
        }
        double[][] out = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                double sum = 0;
                for (int l = 0; l < k; l++) {
                    sum += m[i][l] * ww[l][j];
                }
                out[i][j] = (i == j ? 1 : 0) - sum;
            }
        }
        return out;
    }
}
