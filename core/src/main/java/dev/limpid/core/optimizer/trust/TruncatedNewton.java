package dev.limpid.core.optimizer.trust;

import dev.limpid.core.internal.optimizer.Vectors;
import dev.limpid.core.objective.HessianProduct;

/** Line (1) of {@link Tron}: conjugate gradients on the quadratic model, stopped at the border of the region. */
final class TruncatedNewton {

    private final HessianProduct hessian;
    private final double[] g;
    private final double radius;
    private final double[] s;
    private final double[] r;
    private int products;

    /** Solves at once. */
    TruncatedNewton(HessianProduct hessian, double[] g, double radius, double residual, int maxProducts) {
        this.hessian = hessian;
        this.g = g;
        this.radius = radius;
        this.s = new double[g.length];
        this.r = new double[g.length];
        solve(residual * Vectors.norm(g), maxProducts);
    }

    private void solve(double enough, int maxProducts) {
        Vectors.add(r, -1, g);
        double[] d = r.clone();
        double[] hd = new double[d.length];
        double rr = Vectors.dot(r, r);
        while (Math.sqrt(rr) > enough && products < maxProducts) {
            hessian.times(d, hd);
            products++;
            double curvature = Vectors.dot(d, hd);
            double alpha = curvature > 0 ? rr / curvature : Double.POSITIVE_INFINITY;
            double border = border(d);
            double length = Math.min(alpha, border);
            Vectors.add(s, length, d);
            Vectors.add(r, -length, hd);
            double next = Vectors.dot(r, r);
            if (!(alpha < border) || !Double.isFinite(next)) {
                return;
            }
            for (int j = 0; j < d.length; j++) {
                d[j] = r[j] + next / rr * d[j];
            }
            rr = next;
        }
    }

    /** The τ ≥ 0 with ‖s + τ·d‖ = Δ. */
    private double border(double[] d) {
        double sd = Vectors.dot(s, d);
        double dd = Vectors.dot(d, d);
        double left = Math.max(0, radius * radius - Vectors.dot(s, s));
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
