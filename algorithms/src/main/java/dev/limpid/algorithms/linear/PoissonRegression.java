package dev.limpid.algorithms.linear;

import dev.limpid.core.loss.glm.PoissonLoss;

/**
 * Poisson regression: counts whose mean is the exponential of a linear score.
 *
 * <pre>
 *   ŷ = e^{w·x + b + o}
 *   F(w, b) = (1/Σv)·Σᵢ vᵢ·(e^{fᵢ} − yᵢ·fᵢ)  →  min
 * </pre>
 *
 * <p>The variance is the mean. A coefficient w multiplies the mean by e^w. Exposures, such as the years that a policy ran, are
 * offsets: {@code data.withExposure(years)} makes counts of different exposure comparable, and predictions are counts for the
 * exposure that rows come with. {@link TweedieRegression} is for amounts that are often 0, {@link GammaRegression} for
 * positive amounts.
 *
 * <pre>{@code
 * LinearModel model = PoissonRegression.of().fit(data.withExposure(years));
 * }</pre>
 *
 * <p><b>References</b>
 * <ol><li>J. A. Nelder, R. W. M. Wedderburn (1972): Generalized Linear Models. Journal of the Royal Statistical Society A 135(3).
 * </ol>
 *
 * @since 0.1.0
 */
public final class PoissonRegression {

    private PoissonRegression() {}

    /**
     * Returns the assembly.
     *
     * @return a spec with {@link PoissonLoss} and no penalty
     */
    public static LinearSpec of() {
        return LinearModel.with(new PoissonLoss());
    }
}
