package dev.limpid.algorithms.linear;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.penalty.L2Penalty;

/**
 * Ridge regression: least squares whose coefficients are drawn towards 0.
 *
 * <pre>
 *   F(w, b) = (1/Σv)·Σᵢ vᵢ·½(yᵢ − w·xᵢ − b)² + λ/2·‖w‖²  →  min
 * </pre>
 *
 * <p>All coefficients shrink and none becomes 0, which is what {@link Lasso} does; columns that depend on one another share what
 * {@link LinearRegression} would give to any of them. The raw coefficients are penalised: say {@code standardizePenalty(true)} where
 * columns have different units.
 *
 * <pre>{@code
 * LinearModel model = Ridge.of(0.1).fit(data);
 * }</pre>
 *
 * <p><b>References</b>
 * <ol><li>A. E. Hoerl, R. W. Kennard (1970): Ridge Regression: Biased Estimation for Nonorthogonal Problems. Technometrics 12(1).
 * </ol>
 *
 * @since 0.1.0
 */
public final class Ridge {

    private Ridge() {}

    /**
     * Returns the assembly.
     *
     * @param strength λ; finite, ≥ 0
     * @return a spec with the squared loss and {@link L2Penalty}
     * @throws IllegalArgumentException if the strength isn't finite and ≥ 0
     */
    public static LinearSpec of(double strength) {
        return LinearModel.with(new SquaredLoss()).penalty(L2Penalty.of(strength));
    }

    /**
     * Returns the assembly for the strength α of Σᵢ vᵢ·(yᵢ − fᵢ)² + α·‖w‖², the scale of scikit-learn's {@code Ridge}: divided by
     * 2·Σv it is F with λ = α/Σv.
     *
     * @param alpha α; finite, ≥ 0
     * @param data the training data, for the sum of its weights
     * @return a spec
     * @throws IllegalArgumentException if α isn't finite and ≥ 0
     */
    public static LinearSpec fromAlpha(double alpha, Dataset data) {
        return of(Scales.nonNegative("alpha", alpha) / data.weights().sum());
    }
}
