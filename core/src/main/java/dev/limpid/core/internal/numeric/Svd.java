package dev.limpid.core.internal.numeric;

import dev.limpid.core.parameter.Block;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The singular value decomposition of a block seen as a matrix, A = Σₖ σₖ·uₖ·vₖᵀ, by one-sided Jacobi rotations.
 *
 * <pre>
 *   B ← A (or Aᵀ, whichever has fewer columns),  V ← I
 *   for all pairs of columns p &lt; q, until no pair was turned:
 *     α ← ‖b_p‖²,  β ← ‖b_q‖²,  γ ← ⟨b_p, b_q⟩                       (1)
 *     if |γ| ≤ m·ε·√(α·β), or one of them is ≤ ε·‖A‖ long: go on     (2)  m the length of columns
 *     ζ ← (β − α)/(2γ),  t ← sign(ζ)/(|ζ| + √(1 + ζ²))               (3)
 *     c ← 1/√(1 + t²),  s ← c·t                                      (4)
 *     (b_p, b_q) ← (c·b_p − s·b_q, s·b_p + c·b_q), columns of V too  (5)
 *   σₖ = ‖bₖ‖,  uₖ = bₖ/σₖ                                           (6)
 * </pre>
 *
 * <p>A column as short as (2) says is what rounding leaves of a column that depends on others. Rotations by at most 45° converge quadratically in the end; five to ten sweeps do. Entries are first divided by a power of two
 * near the largest, so that squares neither overflow nor vanish.
 *
 * <p>References: M. R. Hestenes (1958): Inversion of Matrices by Biorthogonalization and Related Results. Journal of the SIAM 6.
 * J. Demmel, K. Veselić (1992): Jacobi's Method is More Accurate than QR. SIAM Journal on Matrix Analysis and Applications 13.
 */
public final class Svd {

    private static final double EPSILON = Math.ulp(1.0);

    private static final int MOST_SWEEPS = 60;

    private final boolean transposed;
    private final double scale;
    private final double[][] b; // columns σₖ·uₖ, of Aᵀ if transposed
    private final double[][] v;
    private final double[] values;
    private final int[] order; // columns from large to small

    private Svd(boolean transposed, double scale, double[][] b) {
        this.transposed = transposed;
        this.scale = scale;
        this.b = b;
        this.v = new double[b.length][b.length];
        for (int k = 0; k < b.length; k++) {
            v[k][k] = 1;
        }
        sweep();
        double[] norms = Arrays.stream(b).mapToDouble(x -> Math.sqrt(dot(x, x))).toArray(); // (6)
        this.order = IntStream.range(0, b.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -norms[k]))
                .mapToInt(k -> k)
                .toArray();
        this.values = Arrays.stream(order).mapToDouble(k -> norms[k] * scale).toArray();
    }

    /**
     * Decomposes a block.
     *
     * @param t all parameters; not changed
     * @param block the matrix, stored column by column; finite
     * @return the decomposition
     */
    public static Svd of(double[] t, Block block) {
        int m = block.rows();
        int n = block.columns();
        double max = 0;
        for (int j = block.offset(); j < block.end(); j++) {
            max = Math.max(max, Math.abs(t[j]));
        }
        double scale = max == 0 ? 1 : Math.scalb(1.0, Math.min(Math.getExponent(max), 1022));
        boolean transposed = n > m;
        double[][] b = new double[Math.min(m, n)][Math.max(m, n)];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < m; i++) {
                double entry = t[block.offset() + j * m + i] / scale;
                if (transposed) {
                    b[i][j] = entry;
                } else {
                    b[j][i] = entry;
                }
            }
        }
        return new Svd(transposed, scale, b);
    }

    private void sweep() {
        double tolerance = EPSILON * (b.length == 0 ? 0 : b[0].length);
        double noise =
                EPSILON * EPSILON * Arrays.stream(b).mapToDouble(x -> dot(x, x)).sum();
        boolean turned = true;
        for (int sweep = 0; turned; sweep++) {
            if (sweep == MOST_SWEEPS) {
                throw new ArithmeticException(
                        "singular values must be found in " + MOST_SWEEPS + " sweeps, but columns are still turning");
            }
            turned = false;
            for (int p = 0; p < b.length; p++) {
                for (int q = p + 1; q < b.length; q++) {
                    turned |= turn(p, q, tolerance, noise);
                }
            }
        }
    }

    private boolean turn(int p, int q, double tolerance, double noise) {
        double alpha = dot(b[p], b[p]); // (1)
        double beta = dot(b[q], b[q]);
        double gamma = dot(b[p], b[q]);
        if (Math.abs(gamma) <= tolerance * Math.sqrt(alpha * beta) || Math.min(alpha, beta) <= noise) {
            return false; // (2)
        }
        double zeta = (beta - alpha) / (2 * gamma); // (3)
        double t = Math.copySign(1 / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta)), zeta);
        double c = 1 / Math.sqrt(1 + t * t); // (4)
        double s = c * t;
        rotate(b[p], b[q], c, s); // (5)
        rotate(v[p], v[q], c, s);
        return true;
    }

    private static void rotate(double[] p, double[] q, double c, double s) {
        for (int i = 0; i < p.length; i++) {
            double old = p[i];
            p[i] = c * old - s * q[i];
            q[i] = s * old + c * q[i];
        }
    }

    private static double dot(double[] p, double[] q) {
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum += p[i] * q[i];
        }
        return sum;
    }

    /**
     * Returns the singular values.
     *
     * @return σ₁ ≥ σ₂ ≥ … ≥ 0, as many as the shorter side is long
     */
    public double[] values() {
        return values.clone();
    }

    /**
     * Writes the matrix with other singular values, Σₖ newₖ·uₖ·vₖᵀ.
     *
     * @param newValues in the order of {@link #values}; where σₖ is 0, newₖ has no direction and is taken for 0
     * @param t all parameters; changed in the block
     * @param block the matrix
     */
    public void write(double[] newValues, double[] t, Block block) {
        Arrays.fill(t, block.offset(), block.end(), 0);
        for (int k = 0; k < order.length; k++) {
            if (values[k] > 0 && newValues[k] != 0) {
                add(newValues[k] / (values[k] / scale), b[order[k]], v[order[k]], t, block);
            }
        }
    }

    /** Adds factor·bₖ·vₖᵀ, or its transpose. */
    private void add(double factor, double[] bk, double[] vk, double[] t, Block block) {
        double[] left = transposed ? vk : bk;
        double[] right = transposed ? bk : vk;
        for (int j = 0; j < block.columns(); j++) {
            for (int i = 0; i < block.rows(); i++) {
                t[block.offset() + j * block.rows() + i] += factor * left[i] * right[j];
            }
        }
    }
}
