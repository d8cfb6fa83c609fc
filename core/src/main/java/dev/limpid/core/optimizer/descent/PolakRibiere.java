package dev.limpid.core.optimizer.descent;

import dev.limpid.core.internal.optimizer.Vectors;

/**
 * Nonlinear conjugate gradients after Polak and Ribière, with β ≥ 0 (PR+).
 *
 * <pre>
 *   y = g − g⁻
 *   β = max(0, ⟨g, y⟩ / ⟨g⁻, g⁻⟩)     (1)  where a step got nowhere, y ≈ 0 and β ≈ 0: it restarts by itself
 *   d = −g + β·d⁻                      (2)
 * </pre>
 *
 * <p>On a quadratic with an exact search it ends after p steps. Two vectors of state, for objectives too large for {@link Bfgs};
 * {@code Lbfgs} mostly needs fewer gradients.
 *
 * <p><b>References</b>
 * <ol><li>E. Polak, G. Ribière (1969): Note sur la convergence de méthodes de directions conjuguées. Revue française
 *     d'informatique et de recherche opérationnelle 3.
 * <li>J. C. Gilbert, J. Nocedal (1992): Global Convergence Properties of Conjugate Gradient Methods for Optimization. SIAM
 *     Journal on Optimization 2.</ol>
 *
 * @since 0.1.0
 */
public record PolakRibiere() implements Conjugate {

    @Override
    public double beta(double[] g, double[] before, double[] y, double[] d) {
        return Math.max(0, Vectors.dot(g, y) / Vectors.dot(before, before)); // (1)
    }

    @Override
    public String formula() {
        return "d = −g + max(0, ⟨g, y⟩/⟨g⁻, g⁻⟩)·d⁻";
    }

    @Override
    public String source() {
        return "J. C. Gilbert, J. Nocedal (1992): Global Convergence Properties of Conjugate Gradient Methods for Optimization";
    }
}
