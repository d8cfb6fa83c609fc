package dev.limpid.core.loss.classification;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Domain;
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
 * </pre>
 *
 * <p>{@link Normal} computes log Φ and λ without cancellation and overflow in both tails. A target is a class, 0 or 1, or a
 * probability between them (a soft label).
 *
 * <p><b>References</b>
 * <ol><li>C. I. Bliss (1934): The Method of Probits. Science 79(2037).</li></ol>
 *
 * @since 0.1.0
 */
public class ProbitLoss implements ScalarLoss {

    /** The loss, which has no settings. */
    public ProbitLoss() {}

    @Override
    public double value(double y, double f) {
        double yes = y > 0 ? -y * Normal.logCdf(f) : 0;
        double no = y < 1 ? (y - 1) * Normal.logCdf(-f) : 0;
        return yes + no; // (1)
    }

    @Override
    public double gradient(double y, double f) {
        double yes = y > 0 ? -y * Normal.hazard(-f) : 0;
        double no = y < 1 ? (1 - y) * Normal.hazard(f) : 0;
        return yes + no; // (2)
    }

    @Override
    public double secondDerivative(double y, double f) {
        double yes = y > 0 ? y * Normal.hazardSlope(-f) : 0;
        double no = y < 1 ? (1 - y) * Normal.hazardSlope(f) : 0;
        return yes + no; // (3)
    }

    @Override
    public double curvature(double y, double f) {
        return secondDerivative(y, f);
    }

    @Override
    public Curvature kind() {
        return Curvature.EXACT;
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
