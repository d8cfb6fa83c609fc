package dev.limpid.algorithms.linear;

import dev.limpid.core.loss.glm.TweedieLoss;

/**
 * Tweedie regression: amounts ≥ 0, many of them exactly 0, whose mean is the exponential of a linear score.
 *
 * <pre>
 *   ŷ = e^{w·x + b + o}
 *   F(w, b) = (1/Σv)·Σᵢ vᵢ·(e^{(2 − p)·fᵢ}/(2 − p) − yᵢ·e^{(1 − p)·fᵢ}/(1 − p))  →  min,   1 &lt; p &lt; 2
 * </pre>
 *
 * <p>The variance is proportional to the p-th power of the mean; for 1 &lt; p &lt; 2 it is the law of a sum of a Poisson number of gamma
 * amounts, such as the claims of a year. p = 1 is {@link PoissonRegression}, p = 2 {@link GammaRegression}.
 *
 * <pre>{@code
 * LinearModel model = TweedieRegression.of(1.5).fit(data.withExposure(years));
 * }</pre>
 *
 * <p><b>References</b>
 * <ol><li>B. Jørgensen, M. C. Paes de Souza (1994): Fitting Tweedie's Compound Poisson Model to Insurance Claims Data.
 *     Scandinavian Actuarial Journal 1994(1).</ol>
 *
 * @since 0.1.0
 */
public final class TweedieRegression {

    private TweedieRegression() {}

    /**
     * Returns the assembly.
     *
     * @param power p in [1, 2]; 1.5 is a usual start
     * @return a spec with {@link TweedieLoss} and no penalty
     * @throws IllegalArgumentException if the power isn't in [1, 2]
     */
    public static LinearSpec of(double power) {
        return LinearModel.with(new TweedieLoss(power));
    }
}
