package dev.limpid.core.loss.robust;

import dev.limpid.core.explain.Recipe;
import dev.limpid.core.internal.Settings;
import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.Scores;

/**
 * The logarithm of one plus the square: the pull of an outlier falls like 1/|r|. Up to a factor the negative log likelihood
 * of noise with a Cauchy distribution; also known as the Lorentzian.
 *
 * <pre>
 *   u = (r/c)²,  q = 1/(1 + u),  r = f − y
 *   ℓ(y, f) = c²/2·log(1 + u)      (1)   about ½r² if |r| ≪ c
 *   ∂ℓ/∂f   = r·q                  (2)   largest at |r| = c
 *   ∂²ℓ/∂f² = q·(2q − 1)           (3)   negative if |r| &gt; c
 *   h       = q                    (4)
 * </pre>
 *
 * <p>(4) = ρ′(r)/r is a majoriser, as ρ is concave in r² (see {@link dev.limpid.core.loss.ResidualLoss}).
 *
 * <p>Not convex: a fit finds a local minimum; start from a convex one where there are many outliers.
 *
 * <p><b>References</b>
 * <ol><li>P. W. Holland, R. E. Welsch (1977): Robust Regression Using Iteratively Reweighted Least-Squares. Communications in
 *     Statistics A6(9), table 1 (c = 2.385).</li>
 * <li>M. J. Black, P. Anandan (1996): The Robust Estimation of Multiple Motions. Computer Vision and Image Understanding
 *     63(1) (the Lorentzian).</li></ol>
 *
 * @since 0.1.0
 */
public class CauchyLoss implements ScalarLoss {

    private final double scale;

    /**
     * A Cauchy loss.
     *
     * @param scale c, on the scale of the target; finite and &gt; 0
     */
    public CauchyLoss(double scale) {
        this.scale = Settings.positive("scale", scale);
    }

    /**
     * The loss whose location estimate is 95 % as efficient as the mean if the noise is normal: c = 2.385·σ.
     *
     * @param sigma standard deviation σ of the noise, or a robust estimate of it; finite and &gt; 0
     * @return the loss
     */
    public static CauchyLoss efficient95(double sigma) {
        return new CauchyLoss(2.385 * Settings.positive("sigma", sigma));
    }

    /**
     * Returns the residual that pulls most.
     *
     * @return c
     */
    public final double scale() {
        return scale;
    }

    private double u(double r) {
        double ratio = r / scale;
        return Math.min(ratio * ratio, Double.MAX_VALUE); // finite, so that no ∞/∞ comes of it
    }

    @Override
    public double value(double y, double f) {
        return 0.5 * scale * scale * Scores.log1p(u(f - y)); // (1)
    }

    @Override
    public double gradient(double y, double f) {
        double r = f - y;
        return r * (1 / (1 + u(r))); // (2)
    }

    @Override
    public double secondDerivative(double y, double f) {
        double q = 1 / (1 + u(f - y));
        return q * (2 * q - 1); // (3)
    }

    @Override
    public double curvature(double y, double f) {
        return 1 / (1 + u(f - y)); // (4)
    }

    @Override
    public Curvature kind() {
        return Curvature.MAJORISER;
    }

    @Override
    public Jet at(double y, double f) {
        if (getClass() != CauchyLoss.class) { // a subclass may have changed the value
            return ScalarLoss.super.at(y, f);
        }
        double r = f - y;
        double u = u(r);
        double q = 1 / (1 + u);
        return new Jet(0.5 * scale * scale * Scores.log1p(u), r * q, q);
    }

    @Override
    public String formula() {
        return getClass() == CauchyLoss.class ? "c²/2·log(1 + (r/c)²),  r = f − y" : "";
    }

    @Override
    public String source() {
        return getClass() == CauchyLoss.class
                ? "P. W. Holland, R. E. Welsch (1977): Robust Regression Using Iteratively Reweighted Least-Squares"
                : "";
    }

    @Override
    public Recipe recipe() {
        return Recipe.of(this).with("scale", scale);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CauchyLoss that
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
