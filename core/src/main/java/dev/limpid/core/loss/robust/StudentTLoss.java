package dev.limpid.core.loss.robust;

import dev.limpid.core.explain.Recipe;
import dev.limpid.core.internal.Settings;
import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.Scores;

/**
 * The negative log likelihood of noise with Student's t distribution of ν degrees of freedom and scale σ, without the terms
 * that f doesn't change: robust regression as maximum likelihood.
 *
 * <pre>
 *   u = r²/(νσ²),  q = 1/(1 + u),  r = f − y
 *   ℓ(y, f) = (ν + 1)/2·log(1 + u)                 (1)
 *   ∂ℓ/∂f   = k·r·q,  k = (ν + 1)/(νσ²)            (2)   largest at |r| = σ√ν
 *   ∂²ℓ/∂f² = k·q·(2q − 1)                         (3)   negative if |r| &gt; σ√ν
 *   h       = k·q                                  (4)
 * </pre>
 *
 * <p>ν = 1 is the Cauchy distribution, ν → ∞ the normal one; 4 is a usual choice. (4) = ρ′(r)/r is a majoriser, as ρ is
 * concave in r² (see {@link dev.limpid.core.loss.ResidualLoss}); the steps that it makes are those of the EM algorithm.
 *
 * <p>Not convex: a fit finds a local minimum.
 *
 * <p><b>References</b>
 * <ol><li>K. L. Lange, R. J. A. Little, J. M. G. Taylor (1989): Robust Statistical Modeling Using the t Distribution. Journal
 *     of the American Statistical Association 84(408).</li></ol>
 *
 * @since 0.1.0
 */
public class StudentTLoss implements ScalarLoss {

    private final double degrees;
    private final double scale;

    /**
     * A Student t loss.
     *
     * @param degrees degrees of freedom ν; finite and &gt; 0
     * @param scale σ, on the scale of the target; finite and &gt; 0
     */
    public StudentTLoss(double degrees, double scale) {
        this.degrees = Settings.positive("degrees", degrees);
        this.scale = Settings.positive("scale", scale);
    }

    /**
     * Returns the degrees of freedom.
     *
     * @return ν
     */
    public final double degrees() {
        return degrees;
    }

    /**
     * Returns the scale of the noise.
     *
     * @return σ
     */
    public final double scale() {
        return scale;
    }

    private double u(double r) {
        double ratio = r / scale;
        return Math.min(ratio * ratio / degrees, Double.MAX_VALUE); // finite, so that no ∞/∞ comes of it
    }

    private double k() {
        return (degrees + 1) / (degrees * scale * scale);
    }

    @Override
    public double value(double y, double f) {
        return 0.5 * (degrees + 1) * Scores.log1p(u(f - y)); // (1)
    }

    @Override
    public double gradient(double y, double f) {
        double r = f - y;
        double q = 1 / (1 + u(r));
        return k() * q * r; // (2)
    }

    @Override
    public double secondDerivative(double y, double f) {
        double q = 1 / (1 + u(f - y));
        return k() * q * (2 * q - 1); // (3)
    }

    @Override
    public double curvature(double y, double f) {
        return k() * (1 / (1 + u(f - y))); // (4)
    }

    @Override
    public Curvature kind() {
        return Curvature.MAJORISER;
    }

    @Override
    public Jet at(double y, double f) {
        if (getClass() != StudentTLoss.class) { // a subclass may have changed the value
            return ScalarLoss.super.at(y, f);
        }
        double r = f - y;
        double u = u(r);
        double h = k() * (1 / (1 + u));
        return new Jet(0.5 * (degrees + 1) * Scores.log1p(u), h * r, h);
    }

    @Override
    public String formula() {
        return getClass() == StudentTLoss.class ? "(ν + 1)/2·log(1 + r²/(νσ²)),  r = f − y" : "";
    }

    @Override
    public String source() {
        return getClass() == StudentTLoss.class
                ? "K. L. Lange, R. J. A. Little, J. M. G. Taylor (1989): Robust Statistical Modeling Using the t Distribution"
                : "";
    }

    @Override
    public Recipe recipe() {
        return Recipe.of(this).with("degrees", degrees).with("scale", scale);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StudentTLoss that
                && that.getClass() == getClass()
                && Double.compare(that.degrees, degrees) == 0
                && Double.compare(that.scale, scale) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * getClass().hashCode() + Double.hashCode(degrees)) + Double.hashCode(scale);
    }

    @Override
    public String toString() {
        return name() + "[degrees=" + degrees + ", scale=" + scale + "]";
    }
}
