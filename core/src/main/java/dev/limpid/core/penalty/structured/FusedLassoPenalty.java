package dev.limpid.core.penalty.structured;

import dev.limpid.core.parameter.Block;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.Penalty;

/**
 * A mixture of lasso and total variation: a sequence that is 0 for the most part and constant in pieces elsewhere.
 *
 * <pre>
 *   Ω(x) = λ·(ρ·‖x‖₁ + (1 − ρ)·Σⱼ |xⱼ₊₁ − xⱼ|)                     (1)  along each column of the block
 *   prox(z): y ← prox of λ·(1 − ρ)·Σⱼ |xⱼ₊₁ − xⱼ| at z              (2)
 *            x ← prox of λ·ρ·‖·‖₁ at y                              (3)
 * </pre>
 *
 * <p><b>Differences from the paper:</b> it has λ₁ = λρ and λ₂ = λ(1 − ρ).
 *
 * <p><b>References</b>
 * <ol><li>R. Tibshirani, M. Saunders, S. Rosset, J. Zhu, K. Knight (2005): Sparsity and Smoothness via the Fused Lasso. Journal of
 *     the Royal Statistical Society B 67(1).
 * <li>J. Friedman, T. Hastie, H. Höfling, R. Tibshirani (2007): Pathwise Coordinate Optimization. Annals of Applied Statistics
 *     1(2), proposition 1, for the order of (2) and (3).</ol>
 *
 * @param strength λ; finite, ≥ 0
 * @param ratio ρ, the share of the lasso; in [0, 1]
 * @since 0.1.0
 */
public record FusedLassoPenalty(double strength, double ratio) implements Penalty {

    /**
     * Checks strength and ratio.
     *
     * @throws IllegalArgumentException if the strength isn't finite and ≥ 0, or the ratio not in [0, 1]
     */
    public FusedLassoPenalty {
        Settings.checkStrength(strength);
        Settings.checkRatio(ratio);
    }

    /**
     * Returns the penalty λ·(ρ·‖x‖₁ + (1 − ρ)·Σⱼ |xⱼ₊₁ − xⱼ|).
     *
     * @param strength λ; finite, ≥ 0
     * @param ratio ρ, the share of the lasso; in [0, 1]
     * @return the penalty
     */
    public static FusedLassoPenalty of(double strength, double ratio) {
        return new FusedLassoPenalty(strength, ratio);
    }

    /**
     * Returns the lasso's part.
     *
     * @return λ·ρ·‖x‖₁
     */
    public L1Penalty lasso() {
        return new L1Penalty(strength * ratio);
    }

    /**
     * Returns the part of the total variation.
     *
     * @return λ·(1 − ρ)·Σⱼ |xⱼ₊₁ − xⱼ|
     */
    public TotalVariationPenalty totalVariation() {
        return new TotalVariationPenalty(strength * (1 - ratio));
    }

    @Override
    public double value(double[] t, Block b) {
        return lasso().value(t, b) + totalVariation().value(t, b); // (1)
    }

    @Override
    public void prox(double[] z, Block b, double step) {
        totalVariation().prox(z, b, step); // (2)
        lasso().prox(z, b, step); // (3)
    }

    @Override
    public String formula() {
        return "λ·(ρ·‖x‖₁ + (1 − ρ)·Σⱼ |xⱼ₊₁ − xⱼ|)";
    }

    @Override
    public String formula(String x) {
        return strength + "·(" + ratio + "·‖" + x + "‖₁ + (1 − " + ratio + ")·Σⱼ |" + x + "ⱼ₊₁ − " + x + "ⱼ|)";
    }

    @Override
    public String source() {
        return "R. Tibshirani, M. Saunders, S. Rosset, J. Zhu, K. Knight (2005): Sparsity and Smoothness via the Fused Lasso";
    }
}
