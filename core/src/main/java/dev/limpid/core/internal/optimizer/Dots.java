package dev.limpid.core.internal.optimizer;

/** Sums of products in four interleaved parts, which the processor adds at once; always in the same order. */
final class Dots {

    private Dots() {}

    /** Σᵢ aᵢ·bᵢ. */
    static double dot(double[] a, double[] b) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            s0 += a[i] * b[i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** Σᵢ aᵢ·hᵢ·bᵢ. */
    static double dot(double[] a, double[] h, double[] b) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            s0 += a[i] * h[i] * b[i];
            s1 += a[i + 1] * h[i + 1] * b[i + 1];
            s2 += a[i + 2] * h[i + 2] * b[i + 2];
            s3 += a[i + 3] * h[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            s0 += a[i] * h[i] * b[i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** Σᵢ aᵢ·bᵢ, added from first to last, as in {@link #twoByFour}. */
    static double inOrder(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Four columns times u in one pass, each added as by {@link #inOrder}; out[list[a]] and the next three receive the sums. */
    static void four(double[] a0, double[] a1, double[] a2, double[] a3, double[] u, int[] list, int a, double[] out) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        for (int i = 0; i < u.length; i++) {
            double ui = u[i];
            s0 += a0[i] * ui;
            s1 += a1[i] * ui;
            s2 += a2[i] * ui;
            s3 += a3[i] * ui;
        }
        out[list[a]] = s0;
        out[list[a + 1]] = s1;
        out[list[a + 2]] = s2;
        out[list[a + 3]] = s3;
    }

    /** The products of a[j], a[j + 1] with a[k] … a[k + 3], eight sums in one pass. */
    static void twoByFour(double[][] a, int j, int k, double[] sums) {
        double[] p = a[j];
        double[] q = a[j + 1];
        double[] b0 = a[k];
        double[] b1 = a[k + 1];
        double[] b2 = a[k + 2];
        double[] b3 = a[k + 3];
        double p0 = 0;
        double p1 = 0;
        double p2 = 0;
        double p3 = 0;
        double q0 = 0;
        double q1 = 0;
        double q2 = 0;
        double q3 = 0;
        for (int i = 0; i < p.length; i++) {
            double pi = p[i];
            double qi = q[i];
            p0 += pi * b0[i];
            p1 += pi * b1[i];
            p2 += pi * b2[i];
            p3 += pi * b3[i];
            q0 += qi * b0[i];
            q1 += qi * b1[i];
            q2 += qi * b2[i];
            q3 += qi * b3[i];
        }
        sums[0] = p0;
        sums[1] = p1;
        sums[2] = p2;
        sums[3] = p3;
        sums[4] = q0;
        sums[5] = q1;
        sums[6] = q2;
        sums[7] = q3;
    }

    /** Σᵢ aᵢ·b[atᵢ]. */
    static double sparse(int[] at, double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < at.length; i++) {
            sum += a[i] * b[at[i]];
        }
        return sum;
    }

    /** Σᵢ aᵢ·h[atᵢ]·bᵢ. */
    static double sparse(int[] at, double[] a, double[] h, double[] b) {
        double sum = 0;
        for (int i = 0; i < at.length; i++) {
            sum += a[i] * h[at[i]] * b[i];
        }
        return sum;
    }
}
