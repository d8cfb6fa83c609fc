package dev.limpid.core.optimizer.splitting;

import dev.limpid.core.objective.LinearDesign;
import java.util.Arrays;

/**
 * Scores as a linear map of θ, and weighted slopes of rows as a gradient; arrays of rows are flat, score k of row i at k·n + i.
 *
 * <pre>
 *   A·θ:       fᵢₖ ← Σⱼ xᵢⱼ·wⱼₖ + bₖ                        (1)  without offsets
 *   Aᵀ·(a∘s):  gⱼₖ ← Σᵢ aᵢ·sᵢₖ·xᵢⱼ,  Σᵢ aᵢ·sᵢₖ for bₖ      (2)
 * </pre>
 */
final class LinearMap {

    private final LinearDesign design;
    private final int n;
    private final int d;
    private final int outputs;
    private final double[] w;
    private final double[] part;
    private final double[] rows;
    private final double[] a;

    LinearMap(LinearDesign design) {
        this.design = design;
        this.n = design.size();
        this.d = design.hypothesis().features();
        this.outputs = design.hypothesis().outputs();
        this.w = new double[d];
        this.part = new double[d];
        this.rows = new double[n];
        this.a = new double[n];
        Arrays.setAll(a, i -> design.factor() * design.weights().at(i));
    }

    /** Returns aᵢ for each row. */
    double[] weights() {
        return a;
    }

    /** Line (1). */
    void times(double[] t, double[] f) {
        for (int k = 0; k < outputs; k++) {
            System.arraycopy(t, k * d, w, 0, d);
            Arrays.fill(rows, design.hypothesis().intercept() ? t[outputs * d + k] : 0);
            design.x().times(0, n, w, rows);
            System.arraycopy(rows, 0, f, k * n, n);
        }
    }

    /** Line (2). */
    void transposedTimes(double[] s, double[] g) {
        for (int k = 0; k < outputs; k++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                rows[i] = a[i] * s[k * n + i];
                sum += rows[i];
            }
            Arrays.fill(part, 0);
            design.x().transposedTimes(0, n, rows, part);
            System.arraycopy(part, 0, g, k * d, d);
            if (design.hypothesis().intercept()) {
                g[outputs * d + k] = sum;
            }
        }
    }

    /** Σᵢₖ aᵢ·uᵢₖ·vᵢₖ. */
    double dot(double[] u, double[] v) {
        double sum = 0;
        for (int k = 0; k < outputs; k++) {
            for (int i = 0; i < n; i++) {
                sum += a[i] * u[k * n + i] * v[k * n + i];
            }
        }
        return sum;
    }

    double norm(double[] u) {
        return Math.sqrt(dot(u, u));
    }
}
