package dev.limpid.algorithms.linear;

import dev.limpid.core.loss.regression.HuberLoss;

/**
 * Huber's regression: least squares for small residuals, least absolute deviations for large ones.
 *
 * <pre>
 *   F(w, b) = (1/Σv)·Σᵢ vᵢ·ρ(yᵢ − w·xᵢ − b)  →  min,   ρ(r) = ½r² if |r| ≤ δ, else δ·|r| − ½δ²
 * </pre>
 *
 * <p>A wild target pulls with the force δ at most, where in {@link LinearRegression} it pulls the harder the wilder it is; unlike
 * {@link QuantileRegression} it is smooth, and nearly as exact as least squares where there are no wild rows. δ is on the
 * scale of the target and isn't fitted: no scale of the residuals is estimated as scikit-learn and R do.
 *
 * <pre>{@code
 * LinearModel model = HuberRegression.of(3).fit(data);
 * }</pre>
 *
 * <p><b>References</b>
 * <ol><li>P. J. Huber (1973): Robust Regression: Asymptotics, Conjectures and Monte Carlo. Annals of Statistics 1(5).</ol>
 *
 * @since 0.1.0
 */
public final class HuberRegression {

    private HuberRegression() {}

    /**
     * Returns the assembly.
     *
     * @param threshold δ, on the scale of the target; finite and &gt; 0
     * @return a spec with {@link HuberLoss} and no penalty
     * @throws IllegalArgumentException if the threshold isn't finite and &gt; 0
     */
    public static LinearSpec of(double threshold) {
        return LinearModel.with(new HuberLoss(threshold));
    }

    /**
     * Returns the assembly that is 95 % as efficient as least squares if the noise is normal: δ = 1.345·σ.
     *
     * @param sigma standard deviation σ of the noise, or a robust estimate of it; finite and &gt; 0
     * @return a spec with {@link HuberLoss} and no penalty
     * @throws IllegalArgumentException if σ isn't finite and &gt; 0
     */
    public static LinearSpec efficient95(double sigma) {
        return LinearModel.with(HuberLoss.efficient95(sigma));
    }
}
