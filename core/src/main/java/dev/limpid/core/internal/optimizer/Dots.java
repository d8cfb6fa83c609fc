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
