package dev.limpid.core.loss.robust;

import dev.limpid.core.explain.Recipe;
import dev.limpid.core.internal.Settings;
import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.Scores;

/**
 * One minus a bell curve: about squared for small residuals, bounded for large ones, whose influence dies out like e^(−r²).
 * Minimising it maximises the correntropy; also known as the Leclerc loss.
 *
 * <pre>
 *   u = (r/c)²,  e = exp(−u),  r = f − y
 *   ℓ(y, f) = c²/2·(1 − e)       (1)   about ½r² if |r| ≪ c, c²/2 if |r| ≫ c
 *   ∂ℓ/∂f   = r·e                (2)   largest at |r| = c/√2
 *   ∂²ℓ/∂f² = e·(1 − 2u)         (3)   negative if |r| &gt; c/√2
 *   h       = e                  (4)
 * </pre>
 *
 * <p>(4) = ρ′(r)/r is a majoriser, as ρ is concave in r² (see {@link dev.limpid.core.loss.ResidualLoss}).
 *
 * <p>Not convex: a fit finds a local minimum; start from a convex one where there are many outliers.
 *
 * <p><b>References</b>
 * <ol><li>J. E. Dennis, R. E. Welsch (1978): Techniques for Nonlinear Least Squares and Robust Regression. Communications in
 *     Statistics B7(4).</li>
 * <li>P. W. Holland, R. E. Welsch (1977): Robust Regression Using Iteratively Reweighted Least-Squares. Communications in
 *     Statistics A6(9), table 1 (c = 2.985).</li></ol>
 *
 * @since 0.1.0
 */
public class WelschLoss implements ScalarLoss {

    private final double scale;

    /**
     * A Welsch loss.
     *
     * @param scale c, on the scale of the target; finite and &gt; 0
     */
    public WelschLoss(double scale) {
        this.scale = Settings.positive("scale", scale);
    }

    /**
     * The loss whose location estimate is 95 % as efficient as the mean if the noise is normal: c = 2.985·σ.
     *
     * @param sigma standard deviation σ of the noise, or a robust estimate of it; finite and &gt; 0
     * @return the loss
     */
    public static WelschLoss efficient95(double sigma) {
        return new WelschLoss(2.985 * Settings.positive("sigma", sigma));
    }

    /**
     * Returns the width of the bell.
     *
     * @return c
     */
    public final double scale() {
        return scale;
    }

    private double u(double r) {
        double ratio = r / scale;
        return Math.min(ratio * ratio, Double.MAX_VALUE); // finite, so that no 0·∞ comes of it
    }

    @Override
    public double value(double y, double f) {
        return -0.5 * scale * scale * Scores.expm1(-u(f - y)); // (1), without cancellation
    }

    @Override
    public double gradient(double y, double f) {
        double r = f - y;
        return r * Math.exp(-u(r)); // (2)
    }

    @Override
    public double secondDerivative(double y, double f) {
        double u = u(f - y);
        double e = Math.exp(-u);
        return e - e * u - e * u; // (3)
    }

    @Override
    public double curvature(double y, double f) {
        return Math.exp(-u(f - y)); // (4)
    }

    @Override
    public Curvature kind() {
        return Curvature.MAJORISER;
    }

    @Override
    public Jet at(double y, double f) {
        if (getClass() != WelschLoss.class) { // a subclass may have changed the value
            return ScalarLoss.super.at(y, f);
        }
        double r = f - y;
        double u = u(r);
        double e = Math.exp(-u);
        return new Jet(-0.5 * scale * scale * Scores.expm1(-u), r * e, e);
    }

    @Override
    public String formula() {
        return getClass() == WelschLoss.class ? "c²/2·(1 − exp(−(r/c)²)),  r = f − y" : "";
    }

    @Override
    public String source() {
        return getClass() == WelschLoss.class
                ? "J. E. Dennis, R. E. Welsch (1978): Techniques for Nonlinear Least Squares and Robust Regression"
                : "";
    }

    @Override
    public Recipe recipe() {
        return Recipe.of(this).with("scale", scale);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WelschLoss that
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
