package dev.limpid.core.optimizer.trust;

/**
 * QR factorisation by reflections, for least squares with few columns.
 *
 * <pre>
 *   for each column j: v ← the column below row j − 1, v₁ ← v₁ ± ‖v‖
 *     (A, b) ← (I − 2·v·vᵀ/⟨v, v⟩)·(A, b)
 * </pre>
 *
 * <p><b>References</b>
 * <ol><li>G. H. Golub (1965): Numerical Methods for Solving Linear Least Squares Problems. Numerische Mathematik 7.</ol>
 */
final class Householder {

    private Householder() {}

    /** A ← R in its upper triangle, b ← Qᵀ·b. */
    static void factor(double[][] a, double[] b) {
        int p = a[0].length;
        for (int j = 0; j < Math.min(p, a.length); j++) {
            double norm = 0;
            for (int i = j; i < a.length; i++) {
                norm = Math.hypot(norm, a[i][j]);
            }
            if (norm == 0) {
                continue;
            }
            double[] v = new double[a.length - j];
            double diagonal = a[j][j] > 0 ? -norm : norm;
            double vv = 0;
            for (int i = j; i < a.length; i++) {
                v[i - j] = (a[i][j] - (i == j ? diagonal : 0)) / norm;
                vv += v[i - j] * v[i - j];
            }
            for (int k = j + 1; k < p; k++) {
                double sum = 0;
                for (int i = j; i < a.length; i++) {
                    sum += v[i - j] * a[i][k];
                }
                for (int i = j; i < a.length; i++) {
                    a[i][k] -= 2 * sum / vv * v[i - j];
                }
            }
            double sum = 0;
            for (int i = j; i < a.length; i++) {
                sum += v[i - j] * b[i];
            }
            for (int i = j; i < a.length; i++) {
                b[i] -= 2 * sum / vv * v[i - j];
                a[i][j] = i == j ? diagonal : 0;
            }
        }
    }

    /** x ← R⁻¹·x. */
    static void backward(double[][] r, double[] x) {
        for (int j = x.length - 1; j >= 0; j--) {
            for (int k = j + 1; k < x.length; k++) {
                x[j] -= r[j][k] * x[k];
            }
            x[j] /= r[j][j];
        }
    }

    /** x ← R⁻ᵀ·x. */
    static void forwardTransposed(double[][] r, double[] x) {
        for (int j = 0; j < x.length; j++) {
            for (int k = 0; k < j; k++) {
                x[j] -= r[k][j] * x[k];
            }
            x[j] /= r[j][j];
        }
    }
}
