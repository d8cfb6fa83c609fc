package dev.limpid.core.loss.glm;

import dev.limpid.core.explain.Recipe;
import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Domain;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.Scores;

/**
 * The negative log likelihood of a target with mean µ = eᶠ and a variance proportional to µᵖ, 1 ≤ p ≤ 2, without the terms
 * that f doesn't change. For 1 &lt; p &lt; 2 it is that of a Poisson number of gamma distributed summands: zeros and positive
 * numbers, such as the claims of an insured person in a year.
 *
 * <pre>
 *   L(a) = (e^(a·f) − 1)/a,  L(0) = f
 *   ℓ(y, f) = L(2 − p) − y·L(1 − p)                             (1)
 *   ∂ℓ/∂f   = µ^(2−p) − y·µ^(1−p)                               (2)
 *   ∂²ℓ/∂f² = (2 − p)·µ^(2−p) + (p − 1)·y·µ^(1−p)               (3)
 *   E ∂²ℓ/∂f² = µ^(2−p)                                         (4)   as E y = µ
 * </pre>
 *
 * <p>(1) is the usual µ^(2−p)/(2 − p) − y·µ^(1−p)/(1 − p) up to the terms −1/(2 − p) and y/(1 − p): without them it would
 * grow beyond bounds as p comes near 1 or 2; with them p = 1 is the Poisson loss and p = 2 the gamma loss, up to terms that
 * f doesn't change. For other p the loss is not convex in f, or there is no such distribution; {@link InverseGaussianLoss}
 * is p = 3.
 *
 * <p>Targets are ≥ 0, for p = 2 &gt; 0. Where an exponential overflows, value and curvature are +∞, never NaN.
 *
 * <p><b>References</b>
 * <ol><li>M. C. K. Tweedie (1984): An Index which Distinguishes between Some Important Exponential Families. Statistics:
 *     Applications and New Directions, Indian Statistical Institute.</li>
 * <li>B. Jørgensen, M. C. Paes de Souza (1994): Fitting Tweedie's Compound Poisson Model to Insurance Claims Data.
 *     Scandinavian Actuarial Journal 1994(1).</li></ol>
 *
 * @since 0.1.0
 */
public class TweedieLoss implements ScalarLoss {

    private final double power;

    /**
     * A Tweedie loss.
     *
     * @param power p in [1, 2], the power of the mean that the variance is proportional to; 1.5 is a usual start
     */
    public TweedieLoss(double power) {
        if (!(power >= 1 && power <= 2)) {
            throw new IllegalArgumentException(
                    "power must be in [1, 2], but was " + power + "; use SquaredLoss for 0, InverseGaussianLoss for 3");
        }
        this.power = power;
    }

    /**
     * Returns the power of the mean that the variance is proportional to.
     *
     * @return p
     */
    public final double power() {
        return power;
    }

    /**
     * Returns L(a) = (e − 1)/a, given e = e^(a·f); f if a = 0. Near 0, (e − 1)·(x / log e) undoes the rounding of e, as in
     * {@link Scores#expm1}.
     */
    private static double boxCox(double a, double f, double e) {
        double x = a * f;
        double expm1 = e == 1 ? x : Math.abs(x) < 1 ? (e - 1) * (x / Math.log(e)) : e - 1;
        return a == 0 ? f : expm1 / a;
    }

    /** Returns y·x, 0 if y = 0 though x may be infinite. */
    private static double times(double y, double x) {
        return y == 0 ? 0 : y * x;
    }

    @Override
    public double value(double y, double f) {
        double up = Math.exp((2 - power) * f);
        double down = Math.exp((1 - power) * f);
        return boxCox(2 - power, f, up) - times(y, boxCox(1 - power, f, down)); // (1)
    }

    @Override
    public double gradient(double y, double f) {
        return Math.exp((2 - power) * f) - times(y, Math.exp((1 - power) * f)); // (2)
    }

    @Override
    public double secondDerivative(double y, double f) {
        double a = 2 - power;
        return times(a, Math.exp(a * f)) + times((power - 1) * y, Math.exp((1 - power) * f)); // (3)
    }

    @Override
    public double expectedSecondDerivative(double f) {
        if (getClass() != TweedieLoss.class) { // a subclass may have changed the model
            return ScalarLoss.super.expectedSecondDerivative(f);
        }
        return Math.exp((2 - power) * f); // (4)
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
        if (getClass() != TweedieLoss.class) { // a subclass may have changed the value
            return ScalarLoss.super.at(y, f);
        }
        double a = 2 - power;
        double up = Math.exp(a * f);
        double down = Math.exp((1 - power) * f);
        double value = boxCox(a, f, up) - times(y, boxCox(1 - power, f, down));
        return new Jet(value, up - times(y, down), times(a, up) + times((power - 1) * y, down));
    }

    /** {@inheritDoc} In closed form, log(Σ wᵢyᵢ·exp((1 − p)fᵢ) / Σ wᵢ·exp((2 − p)fᵢ)). */
    @Override
    public double bestShift(Sample sample) {
        if (getClass() != TweedieLoss.class) { // a subclass may have changed the value
            return ScalarLoss.super.bestShift(sample);
        }
        return PowerShift.of(this, sample, power);
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
        return power < 2 ? Domain.nonNegative() : Domain.positive();
    }

    @Override
    public boolean convex() {
        return true;
    }

    @Override
    public String formula() {
        return getClass() == TweedieLoss.class ? "(µ^(2−p) − 1)/(2 − p) − y·(µ^(1−p) − 1)/(1 − p),  µ = eᶠ" : "";
    }

    @Override
    public String source() {
        return getClass() == TweedieLoss.class
                ? "M. C. K. Tweedie (1984): An Index which Distinguishes between Some Important Exponential Families"
                : "";
    }

    @Override
    public Recipe recipe() {
        return Recipe.of(this).with("power", power);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TweedieLoss that
                && that.getClass() == getClass()
                && Double.compare(that.power, power) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * getClass().hashCode() + Double.hashCode(power);
    }

    @Override
    public String toString() {
        return name() + "[power=" + power + "]";
    }
}
