package dev.limpid.algorithms.linear;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.penalty.ElasticNetPenalty;

/**
 * The elastic net: least squares with a lasso and a ridge.
 *
 * <pre>
 *   F(w, b) = (1/Σv)·Σᵢ vᵢ·½(yᵢ − w·xᵢ − b)² + λ·(ρ·‖w‖₁ + (1 − ρ)/2·‖w‖²)  →  min
 * </pre>
 *
 * <p>It leaves columns out as {@link Lasso} does, but columns that are nearly the same stay or go together, as with {@link Ridge}. The scale
 * is that of scikit-learn's {@code ElasticNet}: λ is its {@code alpha}, ρ its {@code l1_ratio}. Other losses take the same penalty:
 * {@code LinearModel.with(new LogisticLoss()).penalty(ElasticNetPenalty.of(0.1, 0.5))}.
 *
 * <pre>{@code
 * LinearModel model = ElasticNet.of(0.1, 0.5).fit(data);
 * }</pre>
 *
 * <p><b>References</b>
 * <ol><li>H. Zou, T. Hastie (2005): Regularization and Variable Selection via the Elastic Net. Journal of the Royal Statistical
 *     Society B 67(2).
 * <li>J. Friedman, T. Hastie, R. Tibshirani (2010): Regularization Paths for Generalized Linear Models via Coordinate Descent.
 *     Journal of Statistical Software 33(1).</ol>
 *
 * @since 0.1.0
 */
public final class ElasticNet {

    private ElasticNet() {}

    /**
     * Returns the assembly.
     *
     * @param strength λ; finite, ≥ 0
     * @param ratio ρ, the share of the lasso; in [0, 1]
     * @return a spec with the squared loss and {@link ElasticNetPenalty}
     * @throws IllegalArgumentException if a number is outside its range
     */
    public static LinearSpec of(double strength, double ratio) {
        return LinearModel.with(new SquaredLoss()).penalty(ElasticNetPenalty.of(strength, ratio));
    }

    /**
     * Returns the assembly that gives the coefficients of glmnet's gaussian family with its λ and α. That family divides y by its
     * standard deviation s (divisor Σv) and λ with it, solves, and multiplies the coefficients by s. With β = s·β′ its objective,
     * times s², is
     *
     * <pre>
     *   (1/2n)·‖y/s − X·β′‖² + (λ/s)·(α·‖β′‖₁ + (1 − α)/2·‖β′‖²)            what glmnet minimises
     *   (1/2n)·‖y − X·β‖² + λ·α·‖β‖₁ + (λ/s)·(1 − α)/2·‖β‖²                 the same, times s²
     * </pre>
     *
     * <p>so the ridge is weaker by s than the λ that was asked for. Columns are standardised for the penalty, as glmnet does unless told
     * otherwise; other families need no conversion.
     *
     * @param lambda λ; finite, ≥ 0
     * @param alpha α, the share of the lasso; in [0, 1]
     * @param data the training data, for the standard deviation of its target
     * @return a spec with standardised penalty
     * @throws IllegalArgumentException if a number is outside its range, or the target is constant
     */
    public static LinearSpec fromGlmnet(double lambda, double alpha, Dataset data) {
        ElasticNetPenalty asked = ElasticNetPenalty.of(lambda, alpha);
        double lasso = asked.strength() * asked.ratio();
        double ridge = asked.strength() * (1 - asked.ratio()) / Scales.deviation(data);
        double strength = lasso + ridge;
        return of(strength, strength > 0 ? lasso / strength : alpha).standardizePenalty(true);
    }
}
