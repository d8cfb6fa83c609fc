package dev.limpid.core.penalty;

/**
 * A mixture of lasso and ridge: sets small coordinates to 0 and keeps correlated ones together.
 *
 * <pre>
 *   Ω(x) = λ·(ρ·‖x‖₁ + (1 − ρ)/2·‖x‖²)                                            (1)
 *   prox(z) = (max(z − λρ·s, 0) + min(z + λρ·s, 0)) / (1 + λ(1 − ρ)·s)            (2)  s the step; coordinate by coordinate
 * </pre>
 *
 * <p><b>Differences from the paper:</b> the form (1) with one strength and a ratio is that of glmnet; the paper's naive
 * elastic net has λ₁ = λρ and λ₂ = λ(1 − ρ)/2, and its final step that rescales the coefficients is left out.
 *
 * <p><b>References</b>
 * <ol><li>H. Zou, T. Hastie (2005): Regularization and Variable Selection via the Elastic Net. Journal of the Royal
 *     Statistical Society B 67(2).</li>
 * <li>J. Friedman, T. Hastie, R. Tibshirani (2010): Regularization Paths for Generalized Linear Models via Coordinate
 *     Descent. Journal of Statistical Software 33(1).</li></ol>
 *
 * @param strength λ; finite, ≥ 0
 * @param ratio ρ, the share of the lasso; in [0, 1]
 * @since 0.1.0
 */
public record ElasticNetPenalty(double strength, double ratio) implements SeparablePenalty {

    /**
     * Checks strength and ratio.
     *
     * @throws IllegalArgumentException if the strength isn't finite and ≥ 0, or the ratio not in [0, 1]
     */
    public ElasticNetPenalty {
        Strengths.check(strength);
        if (!(ratio >= 0 && ratio <= 1)) {
            throw new IllegalArgumentException("ratio must be in [0, 1], but was " + ratio);
        }
    }

    /**
     * Returns the penalty λ·(ρ·‖x‖₁ + (1 − ρ)/2·‖x‖²).
     *
     * @param strength λ; finite, ≥ 0
     * @param ratio ρ, the share of the lasso; in [0, 1]
     * @return the penalty
     */
    public static ElasticNetPenalty of(double strength, double ratio) {
        return new ElasticNetPenalty(strength, ratio);
    }

    @Override
    public double value(double x, int j) {
        return strength * (ratio * Math.abs(x) + (1 - ratio) / 2 * x * x); // (1)
    }

    @Override
    public double prox(double z, int j, double step) {
        double shift = strength * ratio * step;
        double shrunk = Math.max(z - shift, 0) + Math.min(z + shift, 0);
        return shrunk / (1 + strength * (1 - ratio) * step); // (2)
    }

    @Override
    public double strongConvexity(int j) {
        return strength * (1 - ratio);
    }

    @Override
    public double absoluteStrength(int j) {
        return ratio == 1 ? strength : Double.NaN;
    }

    @Override
    public double squareStrength(int j) {
        return ratio == 0 ? strength : Double.NaN;
    }

    @Override
    public String formula() {
        return "λ·(ρ·‖x‖₁ + (1 − ρ)/2·‖x‖²)";
    }

    @Override
    public String formula(String x) {
        return strength + "·(" + ratio + "·‖" + x + "‖₁ + (1 − " + ratio + ")/2·‖" + x + "‖²)";
    }

    @Override
    public String source() {
        return "H. Zou, T. Hastie (2005): Regularization and Variable Selection via the Elastic Net";
    }
}
