package dev.limpid.algorithms.linear;

import dev.limpid.core.loss.regression.SquaredLoss;

/**
 * Linear least squares: {@link LinearModel} with the squared loss and no penalty.
 *
 * <pre>
 *   F(w, b) = (1/Σv)·Σᵢ vᵢ·½(yᵢ − w·xᵢ − b)²  →  min
 * </pre>
 *
 * <p>Unlike {@link Ridge} it costs coefficients nothing, so that they are unbiased, and loose where columns nearly depend on one
 * another; unlike {@link HuberRegression} a single wild row can pull it anywhere. Where its columns nearly depend on one another,
 * it is solved by QR with refinement, to the last digit of the data.
 *
 * <pre>{@code
 * LinearModel model = LinearRegression.of().fit(data);
 * }</pre>
 *
 * <p><b>References</b>
 * <ol><li>A.-M. Legendre (1805): Nouvelles méthodes pour la détermination des orbites des comètes, appendix.
 * <li>C. F. Gauss (1809): Theoria motus corporum coelestium.</ol>
 *
 * @since 0.1.0
 */
public final class LinearRegression {

    private LinearRegression() {}

    /**
     * Returns the assembly.
     *
     * @return a spec with the squared loss
     */
    public static LinearSpec of() {
        return LinearModel.with(new SquaredLoss());
    }
}
