package dev.limpid.core.loss.glm;

import dev.limpid.core.explain.Recipe;
import dev.limpid.core.internal.Settings;
import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Domain;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.Scores;

/**
 * The negative log likelihood of a count with mean µ = eᶠ and variance µ + α·µ² (negative binomial distribution), without
 * the terms that f doesn't change: counts that scatter more than Poisson ones.
 *
 * <pre>
 *   s = αµ/(1 + αµ),  t = 1 − s = 1/(1 + αµ)
 *   ℓ(y, f) = (y + 1/α)·log(1 + αµ) − y·f      (1)
 *   ∂ℓ/∂f   = s/α − y·t = (µ − y)·t            (2)
 *   ∂²ℓ/∂f² = (y + 1/α)·s·t                    (3)
 *   E ∂²ℓ/∂f² = s/α = µ/(1 + αµ)               (4)   as E y = µ
 * </pre>
 *
 * <p>With v = f + log α, αµ = eᵛ, s = σ(v), and e = exp(−|v|) ≤ 1, (1) is computed as
 *
 * <pre>
 *   v ≥ 0:  v/α + y·log α + (y + 1/α)·log(1 + e)      (1′)
 *   v &lt; 0:  −y·f + (y + 1/α)·log(1 + e)
 * </pre>
 *
 * <p>whose large terms don't cancel. As α → 0 it becomes the Poisson loss; α = 1 is the geometric distribution. In R's
 * {@code MASS} and elsewhere θ = 1/α is the setting. Targets are ≥ 0 and need not be whole.
 *
 * <p><b>References</b>
 * <ol><li>J. M. Hilbe (2011): Negative Binomial Regression, 2nd ed. Cambridge, chapter 8 (NB2).</li></ol>
 *
 * @since 0.1.0
 */
public class NegativeBinomialLoss implements ScalarLoss {

    private final double dispersion;
    private final double logDispersion;

    /**
     * A negative binomial loss.
     *
     * @param dispersion α, the variance is µ + α·µ²; finite and &gt; 0
     */
    public NegativeBinomialLoss(double dispersion) {
        this.dispersion = Settings.positive("dispersion", dispersion);
        this.logDispersion = Math.log(dispersion);
    }

    /**
     * Returns what the square of the mean adds to the variance.
     *
     * @return α
     */
    public final double dispersion() {
        return dispersion;
    }

    @Override
    public double value(double y, double f) {
        double v = f + logDispersion;
        return linear(y, f, v) + (y + 1 / dispersion) * Scores.log1p(Math.exp(-Math.abs(v))); // (1′)
    }

    private double linear(double y, double f, double v) {
        return v >= 0 ? v / dispersion + y * logDispersion : -y * f;
    }

    @Override
    public double gradient(double y, double f) {
        double v = f + logDispersion;
        double e = Math.exp(-Math.abs(v));
        double s = (v >= 0 ? 1 : e) / (1 + e);
        double t = (v >= 0 ? e : 1) / (1 + e);
        return s / dispersion - y * t; // (2)
    }

    @Override
    public double secondDerivative(double y, double f) {
        double e = Math.exp(-Math.abs(f + logDispersion));
        return (y + 1 / dispersion) * (e / ((1 + e) * (1 + e))); // (3)
    }

    @Override
    public double expectedSecondDerivative(double f) {
        if (getClass() != NegativeBinomialLoss.class) { // a subclass may have changed the model
            return ScalarLoss.super.expectedSecondDerivative(f);
        }
        double v = f + logDispersion;
        double e = Math.exp(-Math.abs(v));
        return (v >= 0 ? 1 : e) / (1 + e) / dispersion; // (4)
    }

    @Override
    public double curvature(double y, double f) {
        return secondDerivative(y, f);
    }

    @Override
    public Curvature kind() {
        return Curvature.EXACT;
    }

    @Override
    public Jet at(double y, double f) {
        if (getClass() != NegativeBinomialLoss.class) { // a subclass may have changed the value
            return ScalarLoss.super.at(y, f);
        }
        double v = f + logDispersion;
        double e = Math.exp(-Math.abs(v));
        double s = (v >= 0 ? 1 : e) / (1 + e);
        double t = (v >= 0 ? e : 1) / (1 + e);
        double k = y + 1 / dispersion;
        return new Jet(linear(y, f, v) + k * Scores.log1p(e), s / dispersion - y * t, k * (e / ((1 + e) * (1 + e))));
    }

    /** {@inheritDoc} In closed form, the logarithm of the mean target less f, if all scores are the same number f. */
    @Override
    public double bestShift(Sample sample) {
        if (getClass() != NegativeBinomialLoss.class) { // a subclass may have changed the value
            return ScalarLoss.super.bestShift(sample);
        }
        double poisson = PowerShift.of(this, sample, 1); // refuses targets that are all 0
        return sample.sameScores() ? poisson : ScalarLoss.super.bestShift(sample);
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
        return Domain.nonNegative();
    }

    @Override
    public boolean convex() {
        return true;
    }

    @Override
    public String formula() {
        return getClass() == NegativeBinomialLoss.class ? "(y + 1/α)·log(1 + αµ) − y·f,  µ = eᶠ" : "";
    }

    @Override
    public String source() {
        return getClass() == NegativeBinomialLoss.class ? "J. M. Hilbe (2011): Negative Binomial Regression" : "";
    }

    @Override
    public Recipe recipe() {
        return Recipe.of(this).with("dispersion", dispersion);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NegativeBinomialLoss that
                && that.getClass() == getClass()
                && Double.compare(that.dispersion, dispersion) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * getClass().hashCode() + Double.hashCode(dispersion);
    }

    @Override
    public String toString() {
        return name() + "[dispersion=" + dispersion + "]";
    }
}
