package dev.limpid.core.data;

/** The inner loops of {@link DenseRows}: products of up to four columns of a tile. */
final class TileProducts {

    /** A quarter of a tile. */
    static final int QUARTER = DenseRows.TILE / 4;

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

    /**
     * Adds to out[first + j], for j &lt; count, the sum of g[shift + i]·xⱼ[i] over lo ≤ i &lt; hi: whole tiles folded, others four
     * columns at once.
     *
     * @param partial scratch, length {@link #QUARTER}
     */
    static void addSums(
            double[][] x, int count, int lo, int hi, double[] g, int shift, double[] out, int first, double[] partial) {
        if (lo == 0 && hi == DenseRows.TILE && shift == 0) {
            for (int j = 0; j < count; j++) {
                out[first + j] += wholeSum(g, x[j], partial);
            }
            return;
        }
        int j = 0;
        for (; j + 3 < count; j += 4) {
            addFourSums(x[j], x[j + 1], x[j + 2], x[j + 3], lo, hi, g, shift, out, first + j);
        }
        for (; j < count; j++) {
            out[first + j] += sum(x[j], lo, hi, g, shift);
        }
    }

    private static double sum(double[] x, int lo, int hi, double[] g, int shift) {
        double s = 0;
        for (int i = lo; i < hi; i++) {
            s += g[shift + i] * x[i];
        }
        return s;
    }

    /**
     * Returns Σᵢ gᵢ·xᵢ over a whole tile. A sum in one variable waits for each addition, and the JVM may not reorder it; 128 sums, then
     * 32, then 4 are vector instructions, and take half the time.
     */
    private static double wholeSum(double[] g, double[] x, double[] p) {
        for (int i = 0; i < QUARTER; i++) {
            p[i] = g[i] * x[i] + g[i + 128] * x[i + 128] + g[i + 256] * x[i + 256] + g[i + 384] * x[i + 384];
        }
        for (int i = 0; i < 32; i++) {
            p[i] += p[i + 32] + p[i + 64] + p[i + 96];
        }
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        for (int i = 0; i < 32; i += 4) {
            s0 += p[i];
            s1 += p[i + 1];
            s2 += p[i + 2];
            s3 += p[i + 3];
        }
        return (s0 + s1) + (s2 + s3);
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
