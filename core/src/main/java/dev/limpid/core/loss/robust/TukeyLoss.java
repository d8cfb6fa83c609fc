package dev.limpid.core.loss.robust;

import dev.limpid.core.explain.Recipe;
import dev.limpid.core.internal.Settings;
import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.ScalarLoss;

/**
 * Tukey's biweight: about squared for small residuals, and constant beyond c, so that gross outliers have no influence at
 * all.
 *
 * <pre>
 *   u = min(1, (r/c)²),  v = 1 − u,  r = f − y
 *   ℓ(y, f) = c²/6·(1 − v³) = c²/6·u·(1 + v + v²)      (1)   c²/6 if |r| ≥ c
 *   ∂ℓ/∂f   = r·v²                                     (2)   0 if |r| ≥ c
 *   ∂²ℓ/∂f² = v·(v − 4u)                               (3)   negative if |r| &gt; c/√5
 *   h       = v²                                       (4)
 * </pre>
 *
 * <p>The right-hand form of (1) doesn't cancel. (4) = ρ′(r)/r is a majoriser, as ρ is concave in r² (see
 * {@link dev.limpid.core.loss.ResidualLoss}): with it, Newton's method is the classical iteratively reweighted least squares.
 *
 * <p>Not convex: a fit finds a local minimum. Start it from a robust fit, of {@code HuberLoss} say, and take c from a robust
 * estimate of the noise.
 *
 * <p><b>References</b>
 * <ol><li>A. E. Beaton, J. W. Tukey (1974): The Fitting of Power Series, Meaning Polynomials, Illustrated on
 *     Band-Spectroscopic Data. Technometrics 16(2).</li>
 * <li>P. W. Holland, R. E. Welsch (1977): Robust Regression Using Iteratively Reweighted Least-Squares. Communications in
 *     Statistics A6(9), table 1 (c = 4.685).</li></ol>
 *
 * @since 0.1.0
 */
public class TukeyLoss implements ScalarLoss {

    private final double threshold;

    /**
     * A biweight loss.
     *
     * @param threshold c, where a residual stops to count, on the scale of the target; finite and &gt; 0
     */
    public TukeyLoss(double threshold) {
        this.threshold = Settings.positive("threshold", threshold);
    }

    /**
     * The loss whose location estimate is 95 % as efficient as the mean if the noise is normal: c = 4.685·σ.
     *
     * @param sigma standard deviation σ of the noise, or a robust estimate of it; finite and &gt; 0
     * @return the loss
     */
    public static TukeyLoss efficient95(double sigma) {
        return new TukeyLoss(4.685 * Settings.positive("sigma", sigma));
    }

    /**
     * Returns where the loss turns constant.
     *
     * @return c
     */
    public final double threshold() {
        return threshold;
    }

    private double u(double r) {
        double ratio = r / threshold;
        return Math.min(1, ratio * ratio);
    }

    @Override
    public double value(double y, double f) {
        double u = u(f - y);
        double v = 1 - u;
        return threshold * threshold / 6 * u * (1 + v + v * v); // (1)
    }

    @Override
    public double gradient(double y, double f) {
        double r = f - y;
        double v = 1 - u(r);
        return r * v * v; // (2)
    }

    @Override
    public double secondDerivative(double y, double f) {
        double u = u(f - y);
        double v = 1 - u;
        return v * (v - 4 * u); // (3)
    }

    @Override
    public double curvature(double y, double f) {
        double v = 1 - u(f - y);
        return v * v; // (4)
    }

    @Override
    public Curvature kind() {
        return Curvature.MAJORISER;
    }

    @Override
    public Jet at(double y, double f) {
        if (getClass() != TukeyLoss.class) { // a subclass may have changed the value
            return ScalarLoss.super.at(y, f);
        }
        double r = f - y;
        double u = u(r);
        double v = 1 - u;
        return new Jet(threshold * threshold / 6 * u * (1 + v + v * v), r * v * v, v * v);
    }

    @Override
    public String formula() {
        return getClass() == TukeyLoss.class ? "c²/6·(1 − (1 − (r/c)²)³) if |r| ≤ c, else c²/6,  r = f − y" : "";
    }

    @Override
    public String source() {
        return getClass() == TukeyLoss.class ? "A. E. Beaton, J. W. Tukey (1974): The Fitting of Power Series" : "";
    }

    @Override
    public Recipe recipe() {
        return Recipe.of(this).with("threshold", threshold);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TukeyLoss that
                && that.getClass() == getClass()
                && Double.compare(that.threshold, threshold) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * getClass().hashCode() + Double.hashCode(threshold);
    }

    @Override
    public String toString() {
        return name() + "[threshold=" + threshold + "]";
    }
}
