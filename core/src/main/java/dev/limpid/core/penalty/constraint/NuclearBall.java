package dev.limpid.core.penalty.constraint;

import dev.limpid.core.internal.numeric.Norms;
import dev.limpid.core.internal.numeric.Projections;
import dev.limpid.core.internal.numeric.Svd;
import dev.limpid.core.parameter.Block;
import dev.limpid.core.penalty.LinearMinimizationOracle;
import java.util.Arrays;

/**
 * A bound on the sum of singular values of the block, seen as a matrix: low rank, as in matrix completion.
 *
 * <pre>
 *   X = Σₖ σₖ·uₖ·vₖᵀ
 *   Ω(X) = 0 if ‖X‖⁎ = Σₖ σₖ ≤ r, else +∞                               (1)
 *   prox(Z) = Σₖ xₖ·uₖ·vₖᵀ, x the projection of σ on {‖x‖₁ ≤ r}         (2)  whatever the step
 *   argmin of ⟨G, S⟩: S = −r·u₁·v₁ᵀ, the first singular pair of G       (3)  0 if G = 0
 * </pre>
 *
 * <p>A point counts as inside up to 10⁻⁹·r, so that rounding doesn't throw it out. Each call decomposes the block once: O(d·K²) for d
 * rows and K ≤ d columns.
 *
 * <p><b>References</b>
 * <ol><li>M. Jaggi, M. Sulovský (2010): A Simple Algorithm for Nuclear Norm Regularized Problems. International Conference on
 *     Machine Learning 27.</ol>
 *
 * @param radius r; finite, &gt; 0
 * @since 0.1.0
 */
public record NuclearBall(double radius) implements LinearMinimizationOracle {

    /**
     * Checks the radius.
     *
     * @throws IllegalArgumentException if it isn't finite and &gt; 0
     */
    public NuclearBall {
        Radii.check(radius);
    }

    /**
     * Returns the constraint ‖X‖⁎ ≤ r.
     *
     * @param radius r; finite, &gt; 0
     * @return the constraint
     */
    public static NuclearBall of(double radius) {
        return new NuclearBall(radius);
    }

    @Override
    public double value(double[] t, Block b) {
        if (!Norms.isFinite(Norms.copy(t, b))) {
            return Radii.indicator(Norms.l2(t, b), radius);
        }
        return Radii.indicator(Norms.sum(Svd.of(t, b).values()), radius); // (1)
    }

    @Override
    public void prox(double[] z, Block b, double step) {
        if (!Norms.isFinite(Norms.copy(z, b))) {
            Arrays.fill(z, b.offset(), b.end(), Double.NaN);
            return;
        }
        Svd svd = Svd.of(z, b);
        double[] x = svd.values();
        if (Norms.sum(x) > radius) {
            Projections.ontoL1Ball(x, radius);
            svd.write(x, z, b); // (2)
        }
    }

    @Override
    public void linearMinimum(double[] g, Block b, double[] s) {
        Svd svd = Svd.of(g, b);
        double[] first = new double[svd.values().length];
        if (first.length > 0) {
            first[0] = -radius;
        }
        svd.write(first, s, b); // (3)
    }

    @Override
    public String formula() {
        return "0 if Σₖ σₖ(X) ≤ r, else +∞";
    }

    @Override
    public String formula(String x) {
        return "[‖" + x + "‖⁎ ≤ " + radius + "]";
    }

    @Override
    public String source() {
        return "M. Jaggi, M. Sulovský (2010): A Simple Algorithm for Nuclear Norm Regularized Problems";
    }
}
