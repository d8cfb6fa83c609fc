package dev.limpid.core.loss;

import dev.limpid.core.internal.kernel.Kernels;

/**
 * A loss over a block of rows: the loops that optimizers and boosting call, with the row weights multiplied in.
 *
 * <p>Each loss gets its own copy of the loops, so that the compiler sees one loss in each and inlines it; see
 * {@code docs/decisions}. The copies and the shared loops give the same bits.
 *
 * <p>All arrays are tile-local: entry i of each belongs to the same row, i in [0, n).
 *
 * @since 0.1.0
 */
public interface LossKernel {

    /**
     * Returns the kernel of a loss, made once for a class of losses (or for one loss, if it is a record that holds other
     * parts) and kept.
     *
     * <p>The system property {@code limpid.kernels} chooses between {@code cloned}, the default, and {@code shared},
     * which is slower and easier to step through.
     *
     * @param loss a {@code ScalarLoss} or a {@code VectorLoss}
     * @return the kernel; safe for several threads at once
     * @throws IllegalArgumentException if the loss is neither
     */
    static LossKernel of(Loss loss) {
        return Kernels.of(loss);
    }

    /**
     * Returns the loops that all losses share, whatever the system property says.
     *
     * @param loss a {@code ScalarLoss} or a {@code VectorLoss}
     * @return the kernel, which gives the same bits as {@code of(loss)}
     * @throws IllegalArgumentException if the loss is neither
     */
    static LossKernel shared(Loss loss) {
        return Kernels.shared(loss);
    }

    /**
     * Sums the loss.
     *
     * @param n number of rows
     * @param y targets, shape [T][≥ n]; not changed
     * @param f scores, shape [K][≥ n]; not changed
     * @param w weights, length ≥ n; not changed
     * @return Σᵢ wᵢ·ℓ(yᵢ, fᵢ), added from first to last
     */
    double value(int n, double[][] y, double[][] f, double[] w);

    /**
     * Computes the weighted gradient.
     *
     * @param n number of rows
     * @param y targets, shape [T][≥ n]; not changed
     * @param f scores, shape [K][≥ n]; not changed
     * @param w weights, length ≥ n; not changed
     * @param g receives wᵢ·∂ℓ/∂fₖ at [k][i]
     */
    void gradient(int n, double[][] y, double[][] f, double[] w, double[][] g);

    /**
     * Sums the loss and computes the weighted gradient.
     *
     * @param n number of rows
     * @param y targets, shape [T][≥ n]; not changed
     * @param f scores, shape [K][≥ n]; not changed
     * @param w weights, length ≥ n; not changed
     * @param g receives wᵢ·∂ℓ/∂fₖ at [k][i]
     * @return Σᵢ wᵢ·ℓ(yᵢ, fᵢ)
     */
    double valueAndGradient(int n, double[][] y, double[][] f, double[] w, double[][] g);

    /**
     * Sums the loss and computes the weighted gradient and curvature.
     *
     * @param n number of rows
     * @param y targets, shape [T][≥ n]; not changed
     * @param f scores, shape [K][≥ n]; not changed
     * @param w weights, length ≥ n; not changed
     * @param g receives wᵢ·∂ℓ/∂fₖ at [k][i]
     * @param h receives wᵢ·hₖ at [k][i]
     * @return Σᵢ wᵢ·ℓ(yᵢ, fᵢ)
     */
    double quadratic(int n, double[][] y, double[][] f, double[] w, double[][] g, double[][] h);
}
