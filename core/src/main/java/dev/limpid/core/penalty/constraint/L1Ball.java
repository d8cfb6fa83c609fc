package dev.limpid.core.penalty.constraint;

import dev.limpid.core.internal.numeric.Norms;
import dev.limpid.core.internal.numeric.Projections;
import dev.limpid.core.parameter.Block;
import dev.limpid.core.penalty.LinearMinimizationOracle;
import java.util.Arrays;

/**
 * A bound on the sum of absolute values: the lasso in the form of its first paper.
 *
 * <pre>
 *   Ω(x) = 0 if ‖x‖₁ ≤ r, else +∞                                         (1)
 *   prox(z) = z if ‖z‖₁ ≤ r                                               (2)  whatever the step
 *           = sign(z)·max(|z| − τ, 0) else, with τ such that its norm is r
 *   argmin of ⟨g, s⟩: s = −r·sign(g_k)·e_k, where |g| is largest at k     (3)  the first of several
 * </pre>
 *
 * <p>A point counts as inside up to 10⁻⁹·r, so that rounding doesn't throw it out.
 *
 * <p><b>References</b>
 * <ol><li>J. Duchi, S. Shalev-Shwartz, Y. Singer, T. Chandra (2008): Efficient Projections onto the ℓ₁-Ball for Learning in High
 *     Dimensions. International Conference on Machine Learning 25.</ol>
 *
 * @param radius r; finite, &gt; 0
 * @since 0.1.0
 */
public record L1Ball(double radius) implements LinearMinimizationOracle {

    /**
     * Checks the radius.
     *
     * @throws IllegalArgumentException if it isn't finite and &gt; 0
     */
    public L1Ball {
        Radii.check(radius);
    }

    /**
     * Returns the constraint ‖x‖₁ ≤ r.
     *
     * @param radius r; finite, &gt; 0
     * @return the constraint
     */
    public static L1Ball of(double radius) {
        return new L1Ball(radius);
    }

    @Override
    public double value(double[] t, Block b) {
        double norm = 0;
        for (int j = b.offset(); j < b.end(); j++) {
            norm += Math.abs(t[j]);
        }
        return Radii.indicator(norm, radius); // (1)
    }

    @Override
    public void prox(double[] z, Block b, double step) {
        double[] x = Norms.copy(z, b);
        Projections.ontoL1Ball(x, radius); // (2)
        Norms.write(x, z, b);
    }

    @Override
    public void linearMinimum(double[] g, Block b, double[] s) {
        Arrays.fill(s, b.offset(), b.end(), 0);
        int k = b.offset();
        for (int j = b.offset(); j < b.end(); j++) {
            k = Math.abs(g[j]) > Math.abs(g[k]) ? j : k;
        }
        if (b.size() > 0) {
            s[k] = g[k] > 0 ? -radius : radius; // (3)
        }
    }

    @Override
    public String formula() {
        return "0 if ‖x‖₁ ≤ r, else +∞";
    }

    @Override
    public String formula(String x) {
        return "[‖" + x + "‖₁ ≤ " + radius + "]";
    }

    @Override
    public String source() {
        return "J. Duchi et al. (2008): Efficient Projections onto the ℓ₁-Ball for Learning in High Dimensions";
    }
}
