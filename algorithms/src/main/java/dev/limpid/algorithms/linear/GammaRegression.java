package dev.limpid.algorithms.linear;

import dev.limpid.core.loss.glm.GammaLoss;

/**
 * Gamma regression: positive amounts whose mean is the exponential of a linear score.
 *
 * <pre>
 *   ŷ = e^{w·x + b + o}
 *   F(w, b) = (1/Σv)·Σᵢ vᵢ·(fᵢ + yᵢ·e^{−fᵢ})  →  min
 * </pre>
 *
 * <p>The standard deviation is proportional to the mean: an error of 10 % costs the same at every size. The link is the logarithm, not
 * the inverse that R has for its default, so that every score has a prediction. For amounts that may be 0 use
 * {@link TweedieRegression}, for counts {@link PoissonRegression}.
 *
 * <pre>{@code
 * LinearModel model = GammaRegression.of().fit(claims);
 * }</pre>
 *
 * <p><b>References</b>
 * <ol><li>P. McCullagh, J. A. Nelder (1989): Generalized Linear Models, 2nd ed. Chapman and Hall, chapter 8.</ol>
 *
 * @since 0.1.0
 */
public final class GammaRegression {

    private GammaRegression() {}

    /**
     * Returns the assembly.
     *
     * @return a spec with {@link GammaLoss} and no penalty
     */
    public static LinearSpec of() {
        return LinearModel.with(new GammaLoss());
    }
}
