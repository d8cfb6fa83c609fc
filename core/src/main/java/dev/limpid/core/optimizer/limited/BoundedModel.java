package dev.limpid.core.optimizer.limited;

import dev.limpid.core.internal.optimizer.Vectors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The minimum of the quadratic model between bounds: lines (1) to (3) of {@link LbfgsB}, in the letters of the paper.
 *
 * <pre>
 *   tᵢ: where coordinate i of θ − t·g meets its bound,  d = −g, 0 where tᵢ = 0
 *   p ← Wᵀ·d,  c ← 0,  f′ ← −⟨d, d⟩,  f″ ← −σ·f′ − ⟨p, M·p⟩                           (CP1)
 *   for the tᵢ from the least, while the minimum −f′/f″ lies beyond Δt = tᵢ − t:
 *     x_cᵢ ← its bound,  z ← x_cᵢ − θᵢ,  w ← row i of W
 *     c ← c + Δt·p                                                                   (CP2)
 *     f′ ← f′ + Δt·f″ + gᵢ² + σ·gᵢ·z − gᵢ·⟨w, M·c⟩                                     (CP3)
 *     f″ ← f″ − σ·gᵢ² − 2·gᵢ·⟨w, M·p⟩ − gᵢ²·⟨w, M·w⟩                                   (CP4)
 *     p ← p + gᵢ·w,  dᵢ ← 0                                                           (CP5)
 *   x_c ← θ + (t + Δt)·d for the others,  c ← c + Δt·p,  Δt = −f′/f″                     (CP6)
 *
 *   r ← g + σ·(x_c − θ) − W·M·c over the free coordinates                              (SM1)
 *   u ← −r/σ − W·(I − M·WᵀW/σ)⁻¹·M·Wᵀ·r/σ²                                             (SM2)
 *   x̄ ← x_c + α·u with the largest feasible α ≤ 1                                      (SM3)
 * </pre>
 */
final class BoundedModel {

    private final CompactHessian b;
    private final Bounds bounds;
    private final double[] theta;
    private final double[] g;
    private final double[] x; // x_c, then x̄
    private double[] c;

    BoundedModel(CompactHessian b, Bounds bounds, double[] theta, double[] g) {
        this.b = b;
        this.bounds = bounds;
        this.theta = theta;
        this.g = g;
        this.x = theta.clone();
        this.c = new double[b.rank()];
    }

    /** Returns x̄ − θ. */
    double[] direction() {
        cauchy();
        subspace();
        Vectors.add(x, -1, theta);
        return x;
    }

    private double meets(int i) {
        double wall = g[i] < 0 ? bounds.upper()[i] : bounds.lower()[i];
        return g[i] == 0 ? Double.POSITIVE_INFINITY : (theta[i] - wall) / g[i];
    }

    private void cauchy() {
        double[] d = new double[theta.length];
        List<Integer> order = new ArrayList<>();
        double[] t = new double[theta.length];
        for (int i = 0; i < d.length; i++) {
            t[i] = meets(i);
            if (t[i] > 0 && g[i] != 0) {
                d[i] = -g[i];
                order.add(i);
            }
        }
        order.sort(Comparator.comparingDouble((Integer i) -> t[i]).thenComparing(i -> i));
        double[] p = b.transposedTimes(d);
        double f1 = -Vectors.dot(d, d);
        double f2 = -b.sigma() * f1 - Vectors.dot(p, b.middle(p)); // (CP1)
        double least = Math.ulp(1.0) * -b.sigma() * f1; // rounding must not turn f″ negative
        double now = 0;
        for (int i : order) {
            double dt = t[i] - now;
            if (!(-f1 / Math.max(f2, least) >= dt)) {
                break;
            }
            x[i] = d[i] > 0 ? bounds.upper()[i] : bounds.lower()[i];
            double z = x[i] - theta[i];
            double[] w = b.row(i);
            Vectors.add(c, dt, p); // (CP2)
            f1 += dt * f2 + g[i] * g[i] + b.sigma() * g[i] * z - g[i] * Vectors.dot(w, b.middle(c)); // (CP3)
            f2 -= b.sigma() * g[i] * g[i]
                    + 2 * g[i] * Vectors.dot(w, b.middle(p))
                    + g[i] * g[i] * Vectors.dot(w, b.middle(w)); // (CP4)
            Vectors.add(p, g[i], w); // (CP5)
            d[i] = 0;
            now = t[i];
        }
        double dt = f1 < 0 ? -f1 / Math.max(f2, least) : 0;
        for (int i = 0; i < d.length; i++) {
            x[i] = d[i] == 0 ? x[i] : bounds.clamp(theta[i] + (now + dt) * d[i], i);
        }
        Vectors.add(c, dt, p); // (CP6)
    }

    private void subspace() {
        boolean[] free = new boolean[theta.length];
        double[] r = b.times(b.middle(c), theta.length);
        for (int i = 0; i < free.length; i++) {
            free[i] = x[i] > bounds.lower()[i] && x[i] < bounds.upper()[i];
            r[i] = free[i] ? g[i] + b.sigma() * (x[i] - theta[i]) - r[i] : 0; // (SM1)
        }
        double[] u = new double[theta.length];
        Vectors.add(u, -1 / b.sigma(), r);
        if (b.rank() > 0) {
            double[] v = Gauss.solve(b.freeMatrix(free), b.middle(b.transposedTimes(r)));
            Vectors.add(u, -1 / (b.sigma() * b.sigma()), b.times(v, u.length)); // (SM2)
        }
        for (int i = 0; i < u.length; i++) {
            u[i] = free[i] ? u[i] : 0;
        }
        double alpha = bounds.longest(x, u, 1);
        for (int i = 0; i < u.length; i++) {
            x[i] = bounds.clamp(x[i] + alpha * u[i], i); // (SM3)
        }
    }
}
