package dev.limpid.core.penalty.structured;

import dev.limpid.core.internal.numeric.Norms;
import dev.limpid.core.internal.numeric.Svd;
import dev.limpid.core.parameter.Block;
import dev.limpid.core.penalty.Penalty;
import java.util.Arrays;

/**
 * The sum of singular values of the block, seen as a matrix: low rank, so that the scores of a multi-output model share directions.
 *
 * <pre>
 *   X = Σₖ σₖ·uₖ·vₖᵀ
 *   Ω(X) = λ·‖X‖⁎ = λ·Σₖ σₖ                          (1)
 *   prox(Z) = Σₖ max(σₖ − λ·s, 0)·uₖ·vₖᵀ             (2)  s the step; σ, u, v those of Z
 * </pre>
 *
 * <p>Each call decomposes the block once: O(d·K²) for d rows and K ≤ d columns.
 *
 * <p><b>References</b>
 * <ol><li>M. Fazel (2002): Matrix Rank Minimization with Applications. PhD thesis, Stanford University.
 * <li>J.-F. Cai, E. J. Candès, Z. Shen (2010): A Singular Value Thresholding Algorithm for Matrix Completion. SIAM Journal on
 *     Optimization 20(4), theorem 2.1, for the prox.</ol>
 *
 * @param strength λ; finite, ≥ 0
 * @since 0.1.0
 */
public record NuclearNormPenalty(double strength) implements Penalty {

    /**
     * Checks the strength.
     *
     * @throws IllegalArgumentException if it isn't finite and ≥ 0
     */
    public NuclearNormPenalty {
        Settings.checkStrength(strength);
    }

    /**
     * Returns the penalty λ·‖X‖⁎.
     *
     * @param strength λ; finite, ≥ 0
     * @return the penalty
     */
    public static NuclearNormPenalty of(double strength) {
        return new NuclearNormPenalty(strength);
    }

    @Override
    public double value(double[] t, Block b) {
        if (!Norms.isFinite(Norms.copy(t, b))) {
            return strength * Norms.l2(t, b); // +∞ or NaN
        }
        return strength * Norms.sum(Svd.of(t, b).values()); // (1)
    }

    @Override
    public void prox(double[] z, Block b, double step) {
        if (!Norms.isFinite(Norms.copy(z, b))) {
            Arrays.fill(z, b.offset(), b.end(), Double.NaN);
            return;
        }
        if (strength == 0) {
            return;
        }
        Svd svd = Svd.of(z, b);
        double[] sigma = svd.values();
        for (int k = 0; k < sigma.length; k++) {
            sigma[k] = Math.max(sigma[k] - strength * step, 0);
        }
        svd.write(sigma, z, b); // (2)
    }

    @Override
    public String formula() {
        return "λ·‖X‖⁎";
    }

    @Override
    public String formula(String x) {
        return strength + "·‖" + x + "‖⁎";
    }

    @Override
    public String source() {
        return "J.-F. Cai, E. J. Candès, Z. Shen (2010): A Singular Value Thresholding Algorithm for Matrix Completion";
    }
}
