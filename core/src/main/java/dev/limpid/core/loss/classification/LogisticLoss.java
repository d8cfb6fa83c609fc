package dev.limpid.core.loss.classification;

import dev.limpid.core.internal.special.BothClasses;
import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Domain;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.Scores;

/**
 * The log loss of two classes, the negative log likelihood of a yes with probability p = σ(f).
 *
 * <pre>
 *   p = 1 / (1 + e⁻ᶠ),  q = 1 − p
 *   ℓ(y, f) = −y·log p − (1 − y)·log q = log(1 + eᶠ) − y·f      (1)
 *   ∂ℓ/∂f   = (1 − y)·p − y·q = p − y                           (2)
 *   ∂²ℓ/∂f² = p·q                                               (3)
 * </pre>
 *
 * <p>Computed from e = exp(−|f|) ≤ 1, so that nothing overflows, and in the forms
 *
 * <pre>
 *   ℓ = (1 − y)·max(f, 0) + y·max(−f, 0) + log(1 + e)           (1′)
 *   q = 1/(1 + eᶠ), not 1 − p                                    (2′)
 * </pre>
 *
 * <p>whose terms don't cancel: a row that is right beyond doubt keeps all digits of its tiny loss and gradient. A target
 * is a class, 0 or 1, or a probability between them (a soft label).
 *
 * <p><b>References</b>
 * <ol><li>D. R. Cox (1958): The Regression Analysis of Binary Sequences. Journal of the Royal Statistical Society B 20(2).
 * </li></ol>
 *
 * @since 0.1.0
 */
public class LogisticLoss implements ScalarLoss {

    /** The loss, which has no settings. */
    public LogisticLoss() {}

    @Override
    public double value(double y, double f) {
        return linear(y, f) + Scores.log1p(Math.exp(-Math.abs(f))); // (1′)
    }

    private static double linear(double y, double f) {
        return (f >= 0 ? 1 - y : y) * Math.abs(f);
    }

    @Override
    public double gradient(double y, double f) {
        double e = Math.exp(-Math.abs(f));
        double p = (f >= 0 ? 1 : e) / (1 + e);
        double q = (f >= 0 ? e : 1) / (1 + e); // (2′)
        return (1 - y) * p - y * q; // (2)
    }

    @Override
    public double secondDerivative(double y, double f) {
        double e = Math.exp(-Math.abs(f));
        return e / ((1 + e) * (1 + e)); // (3)
    }

    @Override
    public double expectedSecondDerivative(double f) {
        if (getClass() != LogisticLoss.class) { // a subclass may have changed the model
            return ScalarLoss.super.expectedSecondDerivative(f);
        }
        return secondDerivative(0, f); // whatever the target
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
        if (getClass() != LogisticLoss.class) { // a subclass may have changed the value
            return ScalarLoss.super.at(y, f);
        }
        double e = Math.exp(-Math.abs(f));
        double p = (f >= 0 ? 1 : e) / (1 + e);
        double q = (f >= 0 ? e : 1) / (1 + e);
        return new Jet(linear(y, f) + Scores.log1p(e), (1 - y) * p - y * q, e / ((1 + e) * (1 + e)));
    }

    /**
     * {@inheritDoc} In closed form, log(Σ wᵢyᵢ / Σ wᵢ(1 − yᵢ)) − f, if all scores are the same number f.
     */
    @Override
    public double bestShift(Sample sample) {
        if (getClass() != LogisticLoss.class) { // a subclass may have changed the value
            return ScalarLoss.super.bestShift(sample);
        }
        double odds = BothClasses.of(this, sample).odds();
        return sample.sameScores() ? Math.log(odds) - sample.f(0) : ScalarLoss.super.bestShift(sample);
    }

    /**
     * Returns p = σ(f).
     *
     * @param f raw score
     * @return the probability of class 1, in [0, 1]
     */
    @Override
    public double mean(double f) {
        return Scores.sigmoid(f);
    }

    @Override
    public int classes() {
        return 2;
    }

    @Override
    public Domain domain() {
        return Domain.probability();
    }

    @Override
    public boolean convex() {
        return true;
    }

    @Override
    public String formula() {
        return getClass() == LogisticLoss.class ? "log(1 + eᶠ) − y·f" : "";
    }

    @Override
    public String source() {
        return getClass() == LogisticLoss.class ? "D. R. Cox (1958): The Regression Analysis of Binary Sequences" : "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogisticLoss that && that.getClass() == getClass();
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
