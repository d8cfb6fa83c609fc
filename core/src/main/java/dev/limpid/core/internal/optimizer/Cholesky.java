package dev.limpid.core.internal.optimizer;

import java.util.BitSet;

/**
 * The factor of a symmetric matrix B ⪰ 0, B = L·Lᵀ, without the columns that depend on columns before them.
 *
 * <pre>
 *   for j = 0, 1, …
 *     c ← Bⱼⱼ − Σₖ Lⱼₖ²                           (1)  what the columns before leave of column j
 *     if c ≤ δ·Bⱼⱼ: column j is aliased; Lⱼⱼ ← 0   (2)
 *     else Lⱼⱼ ← √c                               (3)
 *     Lᵢⱼ ← (Bᵢⱼ − Σₖ Lᵢₖ·Lⱼₖ) / Lⱼⱼ,  i &gt; j        (4)  0 for an aliased column
 * </pre>
 *
 * <p>In a regression, c / Bⱼⱼ is one over the column's variance inflation factor.
 *
 * <p><b>References</b>
 * <ol><li>N. J. Higham (2002): Accuracy and Stability of Numerical Algorithms, 2nd edition, chapter 10.</ol>
 */
public final class Cholesky {

    /** δ: rounding leaves about p·10⁻¹⁶ of a column that depends on others. */
    private static final double LEAST_PIVOT = 1e-13;

    private final double[][] l;
    private final BitSet aliased = new BitSet();

    /** Factors the lower triangle of b in its place. */
    public Cholesky(double[][] b) {
        this.l = b;
        for (int j = 0; j < l.length; j++) {
            double c = l[j][j];
            for (int k = 0; k < j; k++) {
                c -= l[j][k] * l[j][k]; // (1)
            }
            boolean dependent = !(c > LEAST_PIVOT * l[j][j]);
            aliased.set(j, dependent); // (2)
            l[j][j] = dependent ? 0 : Math.sqrt(c); // (3)
            for (int i = j + 1; i < l.length; i++) {
                l[i][j] = dependent ? 0 : below(i, j) / l[j][j]; // (4)
            }
        }
    }

    private double below(int i, int j) {
        double[] li = l[i];
        double[] lj = l[j];
        double sum = li[j];
        for (int k = 0; k < j; k++) {
            sum -= li[k] * lj[k];
        }
        return sum;
    }

    /** Columns that depend on columns before them. */
    public BitSet aliased() {
        return aliased;
    }

    /** Replaces x by a solution of B·x = x that is 0 in aliased columns. */
    public void solve(double[] x) {
        for (int i = 0; i < x.length; i++) {
            double sum = x[i];
            for (int k = 0; k < i; k++) {
                sum -= l[i][k] * x[k];
            }
            x[i] = aliased.get(i) ? 0 : sum / l[i][i];
        }
        for (int i = x.length - 1; i >= 0; i--) {
            double sum = x[i];
            for (int k = i + 1; k < x.length; k++) {
                sum -= l[k][i] * x[k];
            }
            x[i] = aliased.get(i) ? 0 : sum / l[i][i];
        }
    }
}
