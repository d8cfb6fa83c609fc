package dev.limpid.core.optimizer.trust;

import dev.limpid.core.internal.optimizer.Vectors;
import dev.limpid.core.objective.HessianProduct;
import java.util.Arrays;

/** The diagonal matrix M of {@link Tron}, in which lengths of steps are measured: line (0). */
final class Metric {

    /** The least that an entry of diag(H) counts, as a part of the largest: flat coordinates have some length too. */
    private static final double LEAST = Math.ulp(1.0);

    private final double[] m;

    private Metric(double[] m) {
        this.m = m;
    }

    static Metric of(HessianProduct hessian, int size) {
        double[] m = new double[size];
        double largest = hessian.diagonal(m) ? Vectors.maxNorm(m) : 0;
        if (!(largest > 0 && Double.isFinite(largest))) {
            Arrays.fill(m, 1);
            return new Metric(m);
        }
        for (int j = 0; j < size; j++) {
            m[j] = Math.sqrt(Math.max(Math.abs(m[j]), LEAST * largest)); // (0)
        }
        return new Metric(m);
    }

    /** ⟨a, M·b⟩. */
    double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < m.length; j++) {
            sum += a[j] * m[j] * b[j];
        }
        return sum;
    }

    /** ‖s‖, the root of ⟨s, M·s⟩. */
    double norm(double[] s) {
        return Math.sqrt(dot(s, s));
    }

    /** z ← M⁻¹·r, and ⟨r, z⟩. */
    double solve(double[] r, double[] z) {
        double sum = 0;
        for (int j = 0; j < m.length; j++) {
            z[j] = r[j] / m[j];
            sum += r[j] * z[j];
        }
        return sum;
    }
}
