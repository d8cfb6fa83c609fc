package dev.limpid.core.loss;

import dev.limpid.core.data.Values;
import java.util.List;

/**
 * The loss of a sample as a function of the shift: V(c) = Σᵢ wᵢ·ℓ(yᵢ, fᵢ + c), c ∈ ℝᴷ, with its gradient.
 *
 * <p>The sums of the gradient are compensated (Neumaier 1974), so that their error is that of the summands, whatever the
 * number of rows; {@code floor} is that error.
 */
final class ShiftedSum {

    private static final int TILE = 512;
    private static final double SUMMAND_ERROR = 4 * Math.ulp(1.0);

    private final Sample sample;
    private final LossKernel kernel;
    private final double[][] y;
    private final double[][] f;
    private final double[] w = new double[TILE];
    private final double[][] g;
    private final double[][] h;
    private final double[] floor;

    ShiftedSum(Loss loss, Sample sample) {
        this.sample = sample;
        kernel = LossKernel.of(loss);
        y = new double[sample.targets().size()][TILE];
        f = new double[loss.scores()][TILE];
        g = new double[loss.scores()][TILE];
        h = new double[loss.scores()][TILE];
        floor = new double[loss.scores()];
    }

    /** Returns V(c). */
    double value(double[] c) {
        double sum = 0;
        for (int from = 0; from < sample.size(); from += TILE) {
            int n = load(from, c);
            sum += kernel.value(n, y, f, w);
        }
        return sum;
    }

    /** Computes ∇V(c), and what {@link #floor} returns. */
    void gradient(double[] c, double[] out) {
        double[] sum = new double[out.length];
        double[] lost = new double[out.length];
        double[] size = new double[out.length];
        for (int from = 0; from < sample.size(); from += TILE) {
            int n = load(from, c);
            kernel.gradient(n, y, f, w, g);
            for (int k = 0; k < out.length; k++) {
                for (int i = 0; i < n; i++) {
                    double x = g[k][i];
                    double next = sum[k] + x;
                    lost[k] += Math.abs(sum[k]) >= Math.abs(x) ? sum[k] - next + x : x - next + sum[k];
                    sum[k] = next;
                    size[k] += Math.abs(x);
                }
            }
        }
        for (int k = 0; k < out.length; k++) {
            out[k] = Double.isInfinite(sum[k]) ? sum[k] : sum[k] + lost[k];
            floor[k] = Double.isInfinite(size[k]) ? 0 : SUMMAND_ERROR * size[k]; // ∞ is no rounding error
        }
    }

    /** Computes Σᵢ wᵢ·hₖ at c. */
    void curvature(double[] c, double[] out) {
        java.util.Arrays.fill(out, 0);
        for (int from = 0; from < sample.size(); from += TILE) {
            int n = load(from, c);
            kernel.quadratic(n, y, f, w, g, h);
            for (int k = 0; k < out.length; k++) {
                for (int i = 0; i < n; i++) {
                    out[k] += h[k][i];
                }
            }
        }
    }

    /** Returns the size up to which ∂V/∂cₖ, as last computed, may be rounding error. */
    double floor(int k) {
        return floor[k];
    }

    private int load(int from, double[] c) {
        int to = Math.min(from + TILE, sample.size());
        copy(sample.targets(), from, to, y);
        copy(sample.scores(), from, to, f);
        sample.weights().copy(from, to, w);
        for (int k = 0; k < c.length; k++) {
            for (int i = 0; i < to - from; i++) {
                f[k][i] += c[k];
            }
        }
        return to - from;
    }

    private static void copy(List<Values> columns, int from, int to, double[][] out) {
        for (int k = 0; k < out.length; k++) {
            columns.get(k).copy(from, to, out[k]);
        }
    }
}
