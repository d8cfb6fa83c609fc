package dev.limpid.algorithms.linear;

import dev.limpid.core.loss.regression.QuantileLoss;

/**
 * Quantile regression: a linear score that a given share of the targets lies below.
 *
 * <pre>
 *   F(w, b) = (1/Σv)·Σᵢ vᵢ·ρ(yᵢ − w·xᵢ − b)  →  min,   ρ(r) = τ·r if r ≥ 0, else (τ − 1)·r
 * </pre>
 *
 * <p>Where {@link LinearRegression} aims at the mean, this aims at any quantile: two of them make an interval. At τ = ½ it is least
 * absolute deviations, which wild rows can't pull; {@link HuberRegression} is between the two and smooth. The optimum lies on
 * kinks, and the majoriser gets to them step by step: expect more steps than of a smooth loss.
 *
 * <pre>{@code
 * LinearModel upper = QuantileRegression.of(0.9).fit(data);
 * }</pre>
 *
 * <p><b>References</b>
 * <ol><li>R. Koenker, G. Bassett (1978): Regression Quantiles. Econometrica 46(1).</ol>
 *
 * @since 0.1.0
 */
public final class QuantileRegression {

    private QuantileRegression() {}

    /**
     * Returns the assembly.
     *
     * @param level τ, the share of targets below the score; in (0, 1)
     * @return a spec with {@link QuantileLoss} and no penalty
     * @throws IllegalArgumentException if the level isn't in (0, 1)
     */
    public static LinearSpec of(double level) {
        return LinearModel.with(new QuantileLoss(level));
    }
}
