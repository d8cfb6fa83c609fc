package dev.limpid.core.loss.regression;

import dev.limpid.core.explain.Recipe;
import dev.limpid.core.internal.Settings;
import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.ScalarLoss;

/**
 * Squared for small residuals, linear for large ones, with derivatives of every order: the smooth Huber loss.
 *
 * <pre>
 *   s = √(1 + (r/δ)²),  r = f − y
 *   ℓ(y, f) = δ²·(s − 1) = r²/(1 + s)      (1)   about ½r² if |r| ≪ δ, about δ|r| − δ² if |r| ≫ δ
 *   ∂ℓ/∂f   = r/s                          (2)   between −δ and δ
 *   ∂²ℓ/∂f² = 1/s³                         (3)
 *   h       = 1/s                          (4)
 * </pre>
 *
 * <p>The right-hand form of (1) doesn't cancel. (4) = ρ′(r)/r is a majoriser, as ρ is concave in r² (see
 * {@link dev.limpid.core.loss.ResidualLoss}). It is preferred to (3), which falls so fast that Newton's method overshoots
 * from afar: the step r·s² is longer than r.
 *
 * <p><b>References</b>
 * <ol><li>P. Charbonnier, L. Blanc-Féraud, G. Aubert, M. Barlaud (1997): Deterministic Edge-Preserving Regularization in
 *     Computed Imaging. IEEE Transactions on Image Processing 6(2).</li>
 * <li>R. Hartley, A. Zisserman (2003): Multiple View Geometry in Computer Vision, 2nd ed. Cambridge, appendix 6.8.</li></ol>
 *
 * @since 0.1.0
 */
public class PseudoHuberLoss implements ScalarLoss {

    private final double scale;

    /**
     * A pseudo-Huber loss.
     *
     * @param scale δ, on the scale of the target; finite and &gt; 0
     */
    public PseudoHuberLoss(double scale) {
        this.scale = Settings.positive("scale", scale);
    }

    /**
     * The loss whose location estimate is 95 % as efficient as the mean if the noise is normal: δ = 1.287·σ.
     *
     * @param sigma standard deviation σ of the noise, or a robust estimate of it; finite and &gt; 0
     * @return the loss
     */
    public static PseudoHuberLoss efficient95(double sigma) {
        return new PseudoHuberLoss(1.287 * Settings.positive("sigma", sigma));
    }

    /**
     * Returns where the loss turns from squared to linear.
     *
     * @return δ
     */
    public final double scale() {
        return scale;
    }

    private double s(double r) {
        double u = r / scale;
        return Math.sqrt(1 + u * u);
    }

    @Override
    public double value(double y, double f) {
        double r = f - y;
        return r * r / (1 + s(r)); // (1)
    }

    @Override
    public double gradient(double y, double f) {
        double r = f - y;
        return r / s(r); // (2)
    }

    @Override
    public double secondDerivative(double y, double f) {
        double s = s(f - y);
        return 1 / (s * s * s); // (3)
    }

    @Override
    public double curvature(double y, double f) {
        return 1 / s(f - y); // (4)
    }

    @Override
    public Curvature kind() {
        return Curvature.MAJORISER;
    }

    @Override
    public Jet at(double y, double f) {
        if (getClass() != PseudoHuberLoss.class) { // a subclass may have changed the value
            return ScalarLoss.super.at(y, f);
        }
        double r = f - y;
        double s = s(r);
        return new Jet(r * r / (1 + s), r / s, 1 / s);
    }

    @Override
    public boolean convex() {
        return true;
    }

    @Override
    public String formula() {
        return getClass() == PseudoHuberLoss.class ? "δ²·(√(1 + (r/δ)²) − 1),  r = f − y" : "";
    }

    @Override
    public String source() {
        return getClass() == PseudoHuberLoss.class
                ? "P. Charbonnier, L. Blanc-Féraud, G. Aubert, M. Barlaud (1997): Deterministic Edge-Preserving Regularization in Computed Imaging"
                : "";
    }

    @Override
    public Recipe recipe() {
        return Recipe.of(this).with("scale", scale);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PseudoHuberLoss that
                && that.getClass() == getClass()
                && Double.compare(that.scale, scale) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * getClass().hashCode() + Double.hashCode(scale);
    }

    @Override
    public String toString() {
        return name() + "[scale=" + scale + "]";
    }
}
