package dev.limpid.core.optimizer.descent;

import dev.limpid.core.internal.optimizer.Vectors;

/**
 * Nonlinear conjugate gradients after Hager and Zhang (CG_DESCENT): d descends whatever the search does.
 *
 * <pre>
 *   y = g − g⁻
 *   b = ⟨y − 2·d⁻·⟨y, y⟩/⟨d⁻, y⟩, g⟩ / ⟨d⁻, y⟩         (1)
 *   β = max(b, −1 / (‖d⁻‖·min(η, ‖g⁻‖)))               (2)  η = 0.01
 *   d = −g + β·d⁻                                       (3)  ⟨g, d⟩ ≤ −⅞·⟨g, g⟩
 * </pre>
 *
 * <p><b>References</b>
 * <ol><li>W. W. Hager, H. Zhang (2005): A New Conjugate Gradient Method with Guaranteed Descent and an Efficient Line Search.
 *     SIAM Journal on Optimization 16.</ol>
 *
 * @since 0.1.0
 */
public record HagerZhang() implements Conjugate {

    private static final double ETA = 0.01;

    @Override
    public double beta(double[] g, double[] before, double[] y, double[] d) {
        double dy = Vectors.dot(d, y);
        if (!(dy > 0)) {
            return 0;
        }
        double b = (Vectors.dot(y, g) - 2 * Vectors.dot(y, y) / dy * Vectors.dot(d, g)) / dy; // (1)
        return Math.max(b, -1 / (Vectors.norm(d) * Math.min(ETA, Vectors.norm(before)))); // (2)
    }

    @Override
    public String formula() {
        return "d = −g + ⟨y − 2·d⁻·⟨y, y⟩/⟨d⁻, y⟩, g⟩/⟨d⁻, y⟩·d⁻";
    }

    @Override
    public String source() {
        return "W. W. Hager, H. Zhang (2005): A New Conjugate Gradient Method with Guaranteed Descent and an Efficient Line Search";
    }
}
