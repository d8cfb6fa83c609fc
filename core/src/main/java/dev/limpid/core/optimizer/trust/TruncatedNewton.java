package dev.limpid.core.optimizer.trust;

import dev.limpid.core.internal.optimizer.Vectors;
import dev.limpid.core.objective.HessianProduct;

/** Line (1) of {@link Tron}: conjugate gradients on the quadratic model, stopped at the border of the region. */
final class TruncatedNewton {

    private final HessianProduct hessian;
    private final Metric metric;
    private final double[] g;
    private final double radius;
    private final double[] s;
    private final double[] r;
    private int products;

    /** Solves at once. */
    TruncatedNewton(HessianProduct hessian, Metric metric, double[] g, double radius, Tron settings) {
        this.hessian = hessian;
        this.metric = metric;
        this.g = g;
        this.radius = radius;
        this.s = new double[g.length];
        this.r = new double[g.length];
        solve(settings.residual(), settings.maxProducts());
    }

    private void solve(double residual, int maxProducts) {
        Vectors.add(r, -1, g);
        double[] z = new double[g.length];
        double rz = metric.solve(r, z);
        double enough = residual * Math.sqrt(rz);
        double[] d = z.clone();
        double[] hd = new double[d.length];
        while (Math.sqrt(rz) > enough && products < maxProducts) {
            hessian.times(d, hd);
            products++;
            double curvature = Vectors.dot(d, hd);
            double alpha = curvature > 0 ? rz / curvature : Double.POSITIVE_INFINITY;
            double border = border(d);
            double length = Math.min(alpha, border);
            Vectors.add(s, length, d);
            Vectors.add(r, -length, hd);
            double next = metric.solve(r, z);
            if (!(alpha < border) || !Double.isFinite(next)) {
                return;
            }
            for (int j = 0; j < d.length; j++) {
                d[j] = z[j] + next / rz * d[j];
            }
            rz = next;
        }
    }

    /** The τ ≥ 0 with ‖s + τ·d‖ = Δ. */
    private double border(double[] d) {
        double sd = metric.dot(s, d);
        double dd = metric.dot(d, d);
        double left = Math.max(0, radius * radius - metric.dot(s, s));
        double root = Math.sqrt(sd * sd + dd * left);
        return sd >= 0 ? left / (sd + root) : (root - sd) / dd;
    }

    double[] step() {
        return s;
    }

    int products() {
        return products;
    }

    /** q(s) = ½·(⟨g, s⟩ − ⟨s, r⟩), as r = −g − H·s. */
    double model() {
        return 0.5 * (Vectors.dot(g, s) - Vectors.dot(s, r));
    }
}
