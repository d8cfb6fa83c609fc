package dev.limpid.core.optimizer.descent;

import dev.limpid.core.internal.optimizer.Vectors;

/**
 * Nonlinear conjugate gradients after Dai and Yuan.
 *
 * <pre>
 *   y = g − g⁻
 *   β = ⟨g, g⟩ / ⟨d⁻, y⟩     (1)  &gt; 0 under the Wolfe conditions, and d descends
 *   d = −g + β·d⁻            (2)
 * </pre>
 *
 * <p>It converges with any Wolfe search, but does not restart by itself where it got nowhere, as {@link PolakRibiere} does.
 *
 * <p><b>References</b>
 * <ol><li>Y. H. Dai, Y. Yuan (1999): A Nonlinear Conjugate Gradient Method with a Strong Global Convergence Property. SIAM
 *     Journal on Optimization 10.</ol>
 *
 * @since 0.1.0
 */
public record DaiYuan() implements Conjugate {

    @Override
    public double beta(double[] g, double[] before, double[] y, double[] d) {
        double curvature = Vectors.dot(d, y);
        return curvature > 0 ? Vectors.dot(g, g) / curvature : 0; // (1)
    }

    @Override
    public String formula() {
        return "d = −g + ⟨g, g⟩/⟨d⁻, y⟩·d⁻";
    }

    @Override
    public String source() {
        return "Y. H. Dai, Y. Yuan (1999): A Nonlinear Conjugate Gradient Method with a Strong Global Convergence Property";
    }
}
