package dev.limpid.core.penalty.structured;

import dev.limpid.core.internal.numeric.Norms;
import dev.limpid.core.internal.numeric.TotalVariation;
import dev.limpid.core.parameter.Block;
import dev.limpid.core.penalty.Penalty;
import java.util.Arrays;

/**
 * The total variation of a sequence: neighbours become equal, so that it is constant in pieces. The coordinates must have an order:
 * times, positions, ordered levels.
 *
 * <pre>
 *   Ω(x) = λ·Σⱼ |xⱼ₊₁ − xⱼ|                                                (1)  along each column of the block
 *   prox(z) = argmin over x of ½·‖x − z‖² + λ·s·Σⱼ |xⱼ₊₁ − xⱼ|             (2)  s the step; exactly, in O(d), by dynamic programming
 * </pre>
 *
 * <p><b>References</b>
 * <ol><li>L. I. Rudin, S. Osher, E. Fatemi (1992): Nonlinear Total Variation Based Noise Removal Algorithms. Physica D 60.
 * <li>N. A. Johnson (2013): A Dynamic Programming Algorithm for the Fused Lasso and L0-Segmentation. Journal of Computational and
 *     Graphical Statistics 22, for the prox.</ol>
 *
 * @param strength λ; finite, ≥ 0
 * @since 0.1.0
 */
public record TotalVariationPenalty(double strength) implements Penalty {

    /**
     * Checks the strength.
     *
     * @throws IllegalArgumentException if it isn't finite and ≥ 0
     */
    public TotalVariationPenalty {
        Settings.checkStrength(strength);
    }

    /**
     * Returns the penalty λ·Σⱼ |xⱼ₊₁ − xⱼ|.
     *
     * @param strength λ; finite, ≥ 0
     * @return the penalty
     */
    public static TotalVariationPenalty of(double strength) {
        return new TotalVariationPenalty(strength);
    }

    @Override
    public double value(double[] t, Block b) {
        double sum = 0;
        for (int j = b.offset(); j < b.end(); j++) {
            boolean top = (j - b.offset()) % b.rows() == 0;
            sum += top ? 0 : Math.abs(t[j] - t[j - 1]);
        }
        return strength * sum; // (1)
    }

    @Override
    public void prox(double[] z, Block b, double step) {
        if (!Norms.isFinite(Norms.copy(z, b))) {
            Arrays.fill(z, b.offset(), b.end(), Double.NaN);
            return;
        }
        for (int k = 0; k < b.columns(); k++) {
            int from = b.offset() + k * b.rows();
            double[] column = Arrays.copyOfRange(z, from, from + b.rows());
            System.arraycopy(TotalVariation.prox(column, strength * step), 0, z, from, b.rows()); // (2)
        }
    }

    @Override
    public String formula() {
        return "λ·Σⱼ |xⱼ₊₁ − xⱼ|";
    }

    @Override
    public String formula(String x) {
        return strength + "·Σⱼ |" + x + "ⱼ₊₁ − " + x + "ⱼ|";
    }

    @Override
    public String source() {
        return "L. I. Rudin, S. Osher, E. Fatemi (1992): Nonlinear Total Variation Based Noise Removal Algorithms";
    }
}
