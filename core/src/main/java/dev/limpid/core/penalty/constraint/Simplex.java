package dev.limpid.core.penalty.constraint;

import dev.limpid.core.internal.numeric.Norms;
import dev.limpid.core.internal.numeric.Projections;
import dev.limpid.core.parameter.Block;
import dev.limpid.core.penalty.LinearMinimizationOracle;
import java.util.Arrays;

/**
 * No coordinate below 0, and a given sum over the block: shares of a whole, weights of a mixture.
 *
 * <pre>
 *   Ω(x) = 0 if x ≥ 0 and Σx = r, else +∞                             (1)
 *   prox(z) = max(z − τ, 0), with τ such that its sum is r            (2)  the nearest point; whatever the step
 *   argmin of ⟨g, s⟩: s = r·e_k, where g is smallest at k             (3)  the first of several
 * </pre>
 *
 * <p>A point counts as inside if its sum is within 10⁻⁹·r of r and no coordinate is below −10⁻⁹·r, so that rounding doesn't throw
 * it out.
 *
 * <p><b>References</b>
 * <ol><li>M. Held, P. Wolfe, H. P. Crowder (1974): Validation of Subgradient Optimization. Mathematical Programming 6.
 * <li>J. Duchi, S. Shalev-Shwartz, Y. Singer, T. Chandra (2008): Efficient Projections onto the ℓ₁-Ball for Learning in High
 *     Dimensions. International Conference on Machine Learning 25.</ol>
 *
 * @param radius r, the sum; finite, &gt; 0
 * @since 0.1.0
 */
public record Simplex(double radius) implements LinearMinimizationOracle {

    /**
     * Checks the sum.
     *
     * @throws IllegalArgumentException if it isn't finite and &gt; 0
     */
    public Simplex {
        Radii.check(radius);
    }

    /**
     * Returns the constraint x ≥ 0, Σx = r.
     *
     * @param radius r, the sum; finite, &gt; 0
     * @return the constraint
     */
    public static Simplex of(double radius) {
        return new Simplex(radius);
    }

    @Override
    public double value(double[] t, Block b) {
        double[] x = Norms.copy(t, b);
        double sum = Norms.sum(x);
        double least = Arrays.stream(x).min().orElse(0); // NaN if one is
        boolean inside = Math.abs(sum - radius) <= Projections.ROUNDING * radius
                && least >= -Projections.ROUNDING * radius; // (1)
        return inside ? 0 : Double.isNaN(sum + least) ? Double.NaN : Double.POSITIVE_INFINITY;
    }

    @Override
    public void prox(double[] z, Block b, double step) {
        double[] x = Norms.copy(z, b);
        Projections.ontoSimplex(x, radius); // (2)
        Norms.write(x, z, b);
    }

    @Override
    public void linearMinimum(double[] g, Block b, double[] s) {
        check(b);
        int k = b.offset();
        for (int j = b.offset(); j < b.end(); j++) {
            k = g[j] < g[k] ? j : k;
        }
        Arrays.fill(s, b.offset(), b.end(), 0);
        s[k] = radius; // (3)
    }

    @Override
    public void check(Block b) {
        if (b.size() == 0) {
            throw new IllegalArgumentException(
                    "block '" + b.name() + "' must have numbers that can add up to " + radius + ", but has none");
        }
    }

    @Override
    public String formula() {
        return "0 if x ≥ 0 and Σx = r, else +∞";
    }

    @Override
    public String formula(String x) {
        return "[" + x + " ≥ 0, Σ" + x + " = " + radius + "]";
    }

    @Override
    public String source() {
        return "M. Held, P. Wolfe, H. P. Crowder (1974): Validation of Subgradient Optimization";
    }
}
