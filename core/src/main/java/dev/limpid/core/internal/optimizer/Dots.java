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

    /** Σᵢ aᵢ·bᵢ, added from first to last, as in {@link #addProducts}. */
    static double inOrder(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Adds pieces of four columns times the piece of u to sums, each as {@link #inOrder} goes on. */
    static void addProducts(
            double[] a0, double[] a1, double[] a2, double[] a3, double[] u, int from, int to, double[] sums) {
        double s0 = sums[0];
        double s1 = sums[1];
        double s2 = sums[2];
        double s3 = sums[3];
        for (int i = 0; i < to - from; i++) {
            double ui = u[from + i];
            s0 += a0[i] * ui;
            s1 += a1[i] * ui;
            s2 += a2[i] * ui;
            s3 += a3[i] * ui;
        }
        sums[0] = s0;
        sums[1] = s1;
        sums[2] = s2;
        sums[3] = s3;
    }

    /** s ← s + c₀·r₀ + … + c₃·r₃, from left to right, with cₖ = xᵢ₊ₖ and rₖ the rows of a block from one on. */
    static void addFour(double[][] rows, int row, double[] x, int i, double[] s) {
        double[] r0 = rows[row];
        double[] r1 = rows[row + 1];
        double[] r2 = rows[row + 2];
        double[] r3 = rows[row + 3];
        double c0 = x[i];
        double c1 = x[i + 1];
        double c2 = x[i + 2];
        double c3 = x[i + 3];
        for (int k = 0; k < s.length; k++) {
            s[k] = s[k] + c0 * r0[k] + c1 * r1[k] + c2 * r2[k] + c3 * r3[k];
        }
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
