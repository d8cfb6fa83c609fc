package dev.limpid.core.internal.optimizer;

/** Sums over coordinates, always from first to last, so that the same input gives the same bits. */
public final class Vectors {

    private Vectors() {}

    public static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    public static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    /** ‖a‖∞; NaN if an entry is NaN. */
    public static double maxNorm(double[] a) {
        double max = 0;
        for (double x : a) {
            max = Math.max(max, Math.abs(x));
        }
        return max;
    }

    /** a ← a + c·b. */
    public static void add(double[] a, double c, double[] b) {
        for (int j = 0; j < a.length; j++) {
            a[j] += c * b[j];
        }
    }

    public static void copy(double[] from, double[] to) {
        System.arraycopy(from, 0, to, 0, from.length);
    }
}
