package dev.limpid.core.loss.classification;

import dev.limpid.core.internal.special.BothClasses;
import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Domain;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.Scores;

/**
 * The negative log likelihood of a yes with probability p = 1 − exp(−eᶠ), the complementary log-log link: that a Poisson
 * event of rate µ = eᶠ occurs at least once. With f = xᵀθ + log(time) as score it is a proportional hazards model of grouped
 * times.
 *
 * <pre>
 *   µ = eᶠ,  t = µ/(e^µ − 1)
 *   ℓ(y, f) = −y·log(1 − e^(−µ)) + (1 − y)·µ      (1)
 *   ∂ℓ/∂f   = −y·t + (1 − y)·µ                    (2)
 *   ∂²ℓ/∂f² = y·t·(µ + t − 1) + (1 − y)·µ         (3)
 *   E ∂²ℓ/∂f² = µ·t                               (4)   as E y = p
 * </pre>
 *
 * <p>For small µ, where its terms would cancel, b = µ + t − 1 is computed by its series µ/2 + µ²/12 − µ⁴/720 + µ⁶/30240 − …
 * (the Bernoulli numbers over factorials); then t = 1 − µ + b, and log(1 − e^(−µ)) = log(µ/(µ + t)) = f − log(1 + b). A
 * target is a class, 0 or 1, or a probability between them.
 *
 * <p>The loss of a no grows like eᶠ: it is +∞, never NaN, for f above 709.78.
 *
 * <p><b>References</b>
 * <ol><li>R. A. Fisher (1922): On the Mathematical Foundations of Theoretical Statistics. Philosophical Transactions of the
 *     Royal Society A 222, section 12.3 (dilution series).</li>
 * <li>R. L. Prentice, L. A. Gloeckler (1978): Regression Analysis of Grouped Survival Data with Application to Breast Cancer
 *     Data. Biometrics 34(1).</li></ol>
 *
 * @since 0.1.0
 */
public class CloglogLoss implements ScalarLoss {

    /** Below, µ + t − 1 is summed by its series. */
    private static final double SMALL = 0.5;

    /** The loss, which has no settings. */
    public CloglogLoss() {}

    @Override
    public double value(double y, double f) {
        double mu = Math.exp(f);
        return y == 0 ? mu : times(1 - y, mu) - y * logYes(f, mu); // (1)
    }

    @Override
    public double gradient(double y, double f) {
        double mu = Math.exp(f);
        return y == 0 ? mu : times(1 - y, mu) - y * t(mu); // (2)
    }

    @Override
    public double secondDerivative(double y, double f) {
        double mu = Math.exp(f);
        return y == 0 ? mu : times(1 - y, mu) + y * bend(mu); // (3)
    }

    @Override
    public double expectedSecondDerivative(double f) {
        if (getClass() != CloglogLoss.class) { // a subclass may have changed the model
            return ScalarLoss.super.expectedSecondDerivative(f);
        }
        double mu = Math.exp(f);
        return times(t(mu), mu); // (4)
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
        if (getClass() != CloglogLoss.class) { // a subclass may have changed the value
            return ScalarLoss.super.at(y, f);
        }
        double mu = Math.exp(f);
        if (y == 0) {
            return new Jet(mu, mu, mu);
        }
        double no = times(1 - y, mu);
        return new Jet(no - y * logYes(f, mu), no - y * t(mu), no + y * bend(mu));
    }

    /** Returns a·x, 0 if a = 0 though x may be infinite. */
    private static double times(double a, double x) {
        return a == 0 ? 0 : a * x;
    }

    /** Returns log(1 − e^(−µ)). */
    private static double logYes(double f, double mu) {
        if (mu < SMALL) {
            return f - Scores.log1p(series(mu));
        }
        double e = Math.exp(-mu);
        return -Scores.log1p(e / (1 - e)); // log(1 − e) = −log(1 + e/(1 − e))
    }

    /** Returns t, 0 where e^µ overflows. */
    private static double t(double mu) {
        double inside = Math.min(mu, 1000);
        return mu < SMALL ? 1 - mu + series(mu) : inside / (Math.exp(inside) - 1);
    }

    /** Returns t·(µ + t − 1). */
    private static double bend(double mu) {
        double t = t(mu);
        return mu < SMALL ? t * series(mu) : times(t, mu + t - 1);
    }

    /** Returns b = µ + t − 1 for µ &lt; ½, where seven more terms are enough; the divisors are quotients of coefficients. */
    private static double series(double mu) {
        double s = mu * mu;
        double tail = 1 - s / 39.6 * (1 - s * 691 / 27300 * (1 - s * 35 / 1382));
        return 0.5 * mu + s / 12 * (1 - s / 60 * (1 - s / 42 * (1 - s / 40 * tail)));
    }

    /**
     * {@inheritDoc} In closed form, log(−log(1 − ȳ)) − f with ȳ the mean target, if all scores are the same number f.
     */
    @Override
    public double bestShift(Sample sample) {
        if (getClass() != CloglogLoss.class) { // a subclass may have changed the value
            return ScalarLoss.super.bestShift(sample);
        }
        double odds = BothClasses.of(this, sample).odds();
        return sample.sameScores()
                ? Math.log(Math.log1p(odds)) - sample.f(0) // 1/(1 − ȳ) = 1 + odds
                : ScalarLoss.super.bestShift(sample);
    }

    /**
     * Returns p = 1 − exp(−eᶠ).
     *
     * @param f raw score
     * @return the probability of class 1, in [0, 1]
     */
    @Override
    public double mean(double f) {
        return -Math.expm1(-Math.exp(f));
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
        return getClass() == CloglogLoss.class ? "−y·log p + (1 − y)·eᶠ,  p = 1 − exp(−eᶠ)" : "";
    }

    @Override
    public String source() {
        return getClass() == CloglogLoss.class
                ? "R. L. Prentice, L. A. Gloeckler (1978): Regression Analysis of Grouped Survival Data with Application to Breast Cancer Data"
                : "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CloglogLoss that && that.getClass() == getClass();
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
