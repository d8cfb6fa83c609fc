package dev.limpid.core.penalty.constraint;

import dev.limpid.core.internal.numeric.Norms;
import dev.limpid.core.parameter.Block;
import dev.limpid.core.penalty.LinearMinimizationOracle;
import java.util.Arrays;

/**
 * A bound on the length of the block.
 *
 * <pre>
 *   Ω(x) = 0 if ‖x‖ ≤ r, else +∞                        (1)
 *   prox(z) = z·min(1, r/‖z‖)                           (2)  whatever the step
 *   argmin of ⟨g, s⟩: s = −r·g/‖g‖, 0 if g = 0          (3)
 * </pre>
 *
 * <p>A point counts as inside up to 10⁻⁹·r, so that rounding doesn't throw it out.
 *
 * <p><b>References</b>
 * <ol><li>N. Parikh, S. Boyd (2014): Proximal Algorithms. Foundations and Trends in Optimization 1(3), section 6.5.</ol>
 *
 * @param radius r; finite, &gt; 0
 * @since 0.1.0
 */
public record L2Ball(double radius) implements LinearMinimizationOracle {

    /**
     * Checks the radius.
     *
     * @throws IllegalArgumentException if it isn't finite and &gt; 0
     */
    public L2Ball {
        Radii.check(radius);
    }

    /**
     * Returns the constraint ‖x‖ ≤ r.
     *
     * @param radius r; finite, &gt; 0
     * @return the constraint
     */
    public static L2Ball of(double radius) {
        return new L2Ball(radius);
    }

    @Override
    public double value(double[] t, Block b) {
        return Radii.indicator(Norms.l2(t, b), radius); // (1)
    }

    @Override
    public void prox(double[] z, Block b, double step) {
        double norm = Norms.l2(z, b);
        if (!(norm <= radius)) {
            Norms.scale(z, b, radius / norm); // (2)
        }
    }

    @Override
    public void linearMinimum(double[] g, Block b, double[] s) {
        double norm = Norms.l2(g, b);
        if (norm == 0) {
            Arrays.fill(s, b.offset(), b.end(), 0);
            return;
        }
        for (int j = b.offset(); j < b.end(); j++) {
            s[j] = -radius * (g[j] / norm); // (3)
        }
    }

    @Override
    public String formula() {
        return "0 if ‖x‖ ≤ r, else +∞";
    }

    @Override
    public String formula(String x) {
        return "[‖" + x + "‖ ≤ " + radius + "]";
    }

    @Override
    public String source() {
        return "N. Parikh, S. Boyd (2014): Proximal Algorithms";
    }
}
