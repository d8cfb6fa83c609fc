package dev.limpid.core.loss.glm;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Domain;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.ScalarLoss;

/**
 * The negative log likelihood of a count with mean µ = eᶠ, without the term log y! that f doesn't change.
 *
 * <pre>
 *   ℓ(y, f) = µ − y·f,  µ = eᶠ      (1)
 *   ∂ℓ/∂f   = µ − y                 (2)
 *   ∂²ℓ/∂f² = µ                     (3)
 * </pre>
 *
 * <p>Targets are ≥ 0 and need not be whole: with an exposure t as weight, y may be a rate. The loss is finite for
 * f ≤ 709.78, where µ is as large as a {@code double} can be; beyond that value, gradient and curvature are +∞, never
 * NaN.
 *
 * @since 0.1.0
 */
public class PoissonLoss implements ScalarLoss {

    /** The loss, which has no settings. */
    public PoissonLoss() {}

    @Override
    public double value(double y, double f) {
        return Math.exp(f) - y * f; // (1)
    }

    @Override
    public double gradient(double y, double f) {
        return Math.exp(f) - y; // (2)
    }

    @Override
    public double secondDerivative(double y, double f) {
        return Math.exp(f); // (3)
    }

    @Override
    public double expectedSecondDerivative(double f) {
        if (getClass() != PoissonLoss.class) { // a subclass may have changed the model
            return ScalarLoss.super.expectedSecondDerivative(f);
        }
        return Math.exp(f); // whatever the target
    }

    @Override
    public double curvature(double y, double f) {
        return Math.exp(f);
    }

    @Override
    public Curvature kind() {
        return Curvature.EXACT;
    }

    @Override
    public Jet at(double y, double f) {
        if (getClass() != PoissonLoss.class) { // a subclass may have changed the value
            return ScalarLoss.super.at(y, f);
        }
        double mu = Math.exp(f);
        return new Jet(mu - y * f, mu - y, mu);
    }

    /** {@inheritDoc} In closed form, log(Σ wᵢyᵢ / Σ wᵢ·exp(fᵢ)). */
    @Override
    public double bestShift(Sample sample) {
        if (getClass() != PoissonLoss.class) { // a subclass may have changed the value
            return ScalarLoss.super.bestShift(sample);
        }
        return PowerShift.of(this, sample, 1);
    }

    /**
     * Returns µ = eᶠ.
     *
     * @param f raw score
     * @return the mean count, ≥ 0
     */
    @Override
    public double mean(double f) {
        return Math.exp(f);
    }

    @Override
    public Domain domain() {
        return Domain.nonNegative();
    }

    @Override
    public boolean convex() {
        return true;
    }

    @Override
    public String formula() {
        return getClass() == PoissonLoss.class ? "µ − y·f,  µ = eᶠ" : "";
    }

    @Override
    public String source() {
        return getClass() == PoissonLoss.class
                ? "J. A. Nelder, R. W. M. Wedderburn (1972): Generalized Linear Models"
                : "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PoissonLoss that && that.getClass() == getClass();
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
