package dev.limpid.core.penalty;

/**
 * The sum of absolute values (lasso): sets small coordinates exactly to 0.
 *
 * <pre>
 *   Ω(x) = λ·‖x‖₁ = λ·Σⱼ |xⱼ|                         (1)
 *   prox(z) = max(z − λ·s, 0) + min(z + λ·s, 0)       (2)  s the step; coordinate by coordinate
 * </pre>
 *
 * <p><b>References</b>
 * <ol><li>R. Tibshirani (1996): Regression Shrinkage and Selection via the Lasso. Journal of the Royal Statistical
 *     Society B 58(1).</li></ol>
 *
 * @param strength λ; finite, ≥ 0
 * @since 0.1.0
 */
public record L1Penalty(double strength) implements SeparablePenalty {

    /**
     * Checks the strength.
     *
     * @throws IllegalArgumentException if it isn't finite and ≥ 0
     */
    public L1Penalty {
        Strengths.check(strength);
    }

    /**
     * Returns the penalty λ·‖x‖₁.
     *
     * @param strength λ; finite, ≥ 0
     * @return the penalty
     */
    public static L1Penalty of(double strength) {
        return new L1Penalty(strength);
    }

    @Override
    public double value(double x, int j) {
        return strength * Math.abs(x); // (1)
    }

    @Override
    public double prox(double z, int j, double step) {
        return Math.max(z - strength * step, 0) + Math.min(z + strength * step, 0); // (2)
    }

    @Override
    public double absoluteStrength(int j) {
        return strength;
    }

    @Override
    public String formula() {
        return "λ·‖x‖₁";
    }

    @Override
    public String formula(String x) {
        return strength + "·‖" + x + "‖₁";
    }

    @Override
    public String source() {
        return "R. Tibshirani (1996): Regression Shrinkage and Selection via the Lasso";
    }
}
