package dev.limpid.core.loss.classification;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Domain;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.Normal;
import dev.limpid.core.loss.ScalarLoss;

/**
 * The negative log likelihood of a yes with probability p = Φ(f): a hidden number f + noise, the noise standard normal, is
 * positive.
 *
 * <pre>
 *   λ(x) = φ(x)/Φ(−x)  the hazard of the normal distribution, λ′ = λ·(λ − x)
 *   ℓ(y, f) = −y·log Φ(f) − (1 − y)·log Φ(−f)      (1)
 *   ∂ℓ/∂f   = −y·λ(−f) + (1 − y)·λ(f)              (2)
 *   ∂²ℓ/∂f² = y·λ′(−f) + (1 − y)·λ′(f)             (3)
 *   E ∂²ℓ/∂f² = λ(f)·λ(−f)                         (4)   φ²/(p·(1 − p)), as E y = p
 * </pre>
 *
 * <p>{@link Normal} computes log Φ and λ without cancellation and overflow in both tails. A target is a class, 0 or 1, or a
 * probability between them (a soft label); of a class, one of the two terms is left, that of the margin (2y − 1)·f.
 *
 * <p><b>References</b>
 * <ol><li>C. I. Bliss (1934): The Method of Probits. Science 79(2037).</li></ol>
 *
 * @since 0.1.0
 */
public class ProbitLoss implements ScalarLoss {

    /** The loss, which has no settings. */
    public ProbitLoss() {}

    private static boolean isSoft(double y) {
        return y > 0 && y < 1;
    }

    @Override
    public double value(double y, double f) {
        return isSoft(y)
                ? -y * Normal.logCdf(f) - (1 - y) * Normal.logCdf(-f) // (1)
                : 0 - Normal.logCdf((2 * y - 1) * f);
    }

    @Override
    public double gradient(double y, double f) {
        double s = 2 * y - 1;
        return isSoft(y)
                ? -y * Normal.hazard(-f) + (1 - y) * Normal.hazard(f) // (2)
                : 0 - s * Normal.hazard(-s * f);
    }

    @Override
    public double secondDerivative(double y, double f) {
        double s = 2 * y - 1;
        return isSoft(y)
                ? y * Normal.hazardSlope(-f) + (1 - y) * Normal.hazardSlope(f) // (3)
                : Normal.hazardSlope(-s * f);
    }

    @Override
    public double expectedSecondDerivative(double f) {
        if (getClass() != ProbitLoss.class) { // a subclass may have changed the model
            return ScalarLoss.super.expectedSecondDerivative(f);
        }
        return Normal.hazard(f) * Normal.hazard(-f); // (4)
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
        if (getClass() != ProbitLoss.class || isSoft(y)) { // a subclass may have changed the value
            return ScalarLoss.super.at(y, f);
        }
        double s = 2 * y - 1;
        Jet log = Normal.logCdf(Jet.variable(s * f));
        return new Jet(0 - log.value(), 0 - s * log.first(), 0 - log.second()); // 0 −, as −0 is no loss
    }

    /**
     * Returns p = Φ(f).
     *
     * @param f raw score
     * @return the probability of class 1, in [0, 1]
     */
    @Override
    public double mean(double f) {
        return Normal.cdf(f);
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
        return getClass() == ProbitLoss.class ? "−y·log Φ(f) − (1 − y)·log Φ(−f)" : "";
    }

    @Override
    public String source() {
        return getClass() == ProbitLoss.class ? "C. I. Bliss (1934): The Method of Probits" : "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProbitLoss that && that.getClass() == getClass();
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
