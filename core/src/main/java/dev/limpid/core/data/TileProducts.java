package dev.limpid.core.data;

/** The inner loops of {@link DenseRows}: products of up to four columns of a tile. */
final class TileProducts {

    private TileProducts() {}

    /** Adds four columns: sumsᵢ ← sumsᵢ + (w₀·x₀ᵢ + w₁·x₁ᵢ + w₂·x₂ᵢ + w₃·x₃ᵢ), the factors from w[j] on. */
    static void addFour(
            double[] x0, double[] x1, double[] x2, double[] x3, double[] w, int j, int rows, double[] sums) {
        double w0 = w[j];
        double w1 = w[j + 1];
        double w2 = w[j + 2];
        double w3 = w[j + 3];
        for (int i = 0; i < rows; i++) {
            sums[i] += w0 * x0[i] + w1 * x1[i] + w2 * x2[i] + w3 * x3[i];
        }
    }

    /** Adds one column: sumsᵢ ← sumsᵢ + w·xᵢ. */
    static void addOne(double[] x, double w, int rows, double[] sums) {
        for (int i = 0; i < rows; i++) {
            sums[i] += w * x[i];
        }
    }

    /** Adds to out[j], for j &lt; count, the sum of g[shift + i]·xⱼ[i] over lo ≤ i &lt; hi: four sums at once, so that they overlap. */
    static void addSums(double[][] x, int count, int lo, int hi, double[] g, int shift, double[] out) {
        int j = 0;
        for (; j + 3 < count; j += 4) {
            addFourSums(x[j], x[j + 1], x[j + 2], x[j + 3], lo, hi, g, shift, out, j);
        }
        for (; j < count; j++) {
            double[] x0 = x[j];
            double s0 = 0;
            for (int i = lo; i < hi; i++) {
                s0 += g[shift + i] * x0[i];
            }
            out[j] += s0;
        }
    }

    private static void addFourSums(
            double[] x0,
            double[] x1,
            double[] x2,
            double[] x3,
            int lo,
            int hi,
            double[] g,
            int shift,
            double[] out,
            int j) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        for (int i = lo; i < hi; i++) {
            double gi = g[shift + i];
            s0 += gi * x0[i];
            s1 += gi * x1[i];
            s2 += gi * x2[i];
            s3 += gi * x3[i];
        }
        out[j] += s0;
        out[j + 1] += s1;
        out[j + 2] += s2;
        out[j + 3] += s3;
    }
}
