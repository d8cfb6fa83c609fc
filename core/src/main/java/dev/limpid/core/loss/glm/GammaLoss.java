package dev.limpid.core.loss.glm;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Domain;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.ScalarLoss;

/**
 * The negative log likelihood of a positive number with mean µ = eᶠ whose standard deviation is proportional to µ (gamma
 * distribution), without the terms that f doesn't change, per unit of the shape parameter.
 *
 * <pre>
 *   ℓ(y, f) = y/µ + log µ = y·e⁻ᶠ + f      (1)
 *   ∂ℓ/∂f   = 1 − y/µ                      (2)
 *   ∂²ℓ/∂f² = y/µ                          (3)
 * </pre>
 *
 * <p>Targets are &gt; 0. The loss is finite for f ≥ −709; below that value and curvature are +∞ and the gradient −∞, never
 * NaN.
 *
 * <p><b>References</b>
 * <ol><li>P. McCullagh, J. A. Nelder (1989): Generalized Linear Models, 2nd ed. Chapman and Hall, chapter 8.</li></ol>
 *
 * @since 0.1.0
 */
public class GammaLoss implements ScalarLoss {

    /** The loss, which has no settings. */
    public GammaLoss() {}

    @Override
    public double value(double y, double f) {
        return y * Math.exp(-f) + f; // (1)
    }

    @Override
    public double gradient(double y, double f) {
        return 1 - y * Math.exp(-f); // (2)
    }

    @Override
    public double secondDerivative(double y, double f) {
        return y * Math.exp(-f); // (3)
    }

    @Override
    public double expectedSecondDerivative(double f) {
        if (getClass() != GammaLoss.class) { // a subclass may have changed the model
            return ScalarLoss.super.expectedSecondDerivative(f);
        }
        return 1; // E y = µ
    }

    @Override
    public double curvature(double y, double f) {
        return y * Math.exp(-f);
    }

    @Override
    public Curvature kind() {
        return Curvature.EXACT;
    }

    @Override
    public Jet at(double y, double f) {
        if (getClass() != GammaLoss.class) { // a subclass may have changed the value
            return ScalarLoss.super.at(y, f);
        }
        double ratio = y * Math.exp(-f);
        return new Jet(ratio + f, 1 - ratio, ratio);
    }

    /** {@inheritDoc} In closed form, log(Σ wᵢyᵢ·exp(−fᵢ) / Σ wᵢ). */
    @Override
    public double bestShift(Sample sample) {
        if (getClass() != GammaLoss.class) { // a subclass may have changed the value
            return ScalarLoss.super.bestShift(sample);
        }
        return PowerShift.of(this, sample, 2);
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
    public boolean convex() {
        return true;
    }

    @Override
    public String formula() {
        return getClass() == GammaLoss.class ? "y/µ + log µ,  µ = eᶠ" : "";
    }

    @Override
    public String source() {
        return getClass() == GammaLoss.class ? "P. McCullagh, J. A. Nelder (1989): Generalized Linear Models" : "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GammaLoss that && that.getClass() == getClass();
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
