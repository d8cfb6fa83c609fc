package dev.limpid.core.loss.glm;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Domain;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.ScalarLoss;

/**
 * The negative log likelihood of a positive number with mean µ = eᶠ and a variance proportional to µ³ (inverse Gaussian
 * distribution), without the terms that f doesn't change, per unit of the shape parameter.
 *
 * <pre>
 *   ℓ(y, f) = y/(2µ²) − 1/µ = e⁻ᶠ·(½y·e⁻ᶠ − 1)      (1)
 *   ∂ℓ/∂f   = 1/µ − y/µ² = e⁻ᶠ·(1 − y·e⁻ᶠ)           (2)
 *   ∂²ℓ/∂f² = e⁻ᶠ·(2y·e⁻ᶠ − 1)                       (3)   negative if µ &gt; 2y
 *   h       = e⁻ᶠ                                    (4)   the expectation of (3), as E y = µ
 * </pre>
 *
 * <p>Not convex in f, but it has one minimum, at µ = y, and so has every sum of such losses of one score. (4) is Fisher
 * scoring; no parabola lies above the loss, which grows exponentially to the left.
 *
 * <p>Targets are &gt; 0. The loss is finite for f ≥ −354; below that value it is +∞ and the gradient −∞, never NaN.
 *
 * <p><b>References</b>
 * <ol><li>P. McCullagh, J. A. Nelder (1989): Generalized Linear Models, 2nd ed. Chapman and Hall, table 2.1.</li></ol>
 *
 * @since 0.1.0
 */
public class InverseGaussianLoss implements ScalarLoss {

    /** The loss, which has no settings. */
    public InverseGaussianLoss() {}

    @Override
    public double value(double y, double f) {
        double e = Math.exp(-f);
        return e * (0.5 * y * e - 1); // (1)
    }

    @Override
    public double gradient(double y, double f) {
        double e = Math.exp(-f);
        return e * (1 - y * e); // (2)
    }

    @Override
    public double secondDerivative(double y, double f) {
        double e = Math.exp(-f);
        return e * (2 * y * e - 1); // (3)
    }

    @Override
    public double expectedSecondDerivative(double f) {
        if (getClass() != InverseGaussianLoss.class) { // a subclass may have changed the model
            return ScalarLoss.super.expectedSecondDerivative(f);
        }
        return Math.exp(-f); // (4)
    }

    @Override
    public double curvature(double y, double f) {
        return Math.exp(-f); // (4)
    }

    @Override
    public Curvature kind() {
        return Curvature.FISHER;
    }

    @Override
    public Jet at(double y, double f) {
        if (getClass() != InverseGaussianLoss.class) { // a subclass may have changed the value
            return ScalarLoss.super.at(y, f);
        }
        double e = Math.exp(-f);
        return new Jet(e * (0.5 * y * e - 1), e * (1 - y * e), e);
    }

    /** {@inheritDoc} In closed form, log(Σ wᵢyᵢ·exp(−2fᵢ) / Σ wᵢ·exp(−fᵢ)). */
    @Override
    public double bestShift(Sample sample) {
        if (getClass() != InverseGaussianLoss.class) { // a subclass may have changed the value
            return ScalarLoss.super.bestShift(sample);
        }
        return PowerShift.of(this, sample, 3);
    }

    /**
     * Returns µ = eᶠ.
     *
     * @param f raw score
     * @return the mean, ≥ 0
     */
    @Override
    public double mean(double f) {
        return Math.exp(f);
    }

    @Override
    public Domain domain() {
        return Domain.positive();
    }

    @Override
    public String formula() {
        return getClass() == InverseGaussianLoss.class ? "y/(2µ²) − 1/µ,  µ = eᶠ" : "";
    }

    @Override
    public String source() {
        return getClass() == InverseGaussianLoss.class
                ? "P. McCullagh, J. A. Nelder (1989): Generalized Linear Models"
                : "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InverseGaussianLoss that && that.getClass() == getClass();
    }

    @Override
    public int hashCode() {
        return getClass().hashCode();
    }

    @Override
    public String toString() {
        return name();
    }
}
