package dev.limpid.core.loss.survival;

import dev.limpid.core.explain.Recipe;
import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.VectorLoss;
import java.util.Objects;

/**
 * The accelerated failure time model: features stretch or shrink the time to an event. Two scores, μ = f₀ and log σ = f₁,
 * are place and scale of the log time; two targets, the time t &gt; 0 and the event, 1 if it happened then and 0 if the row
 * was last seen then (censored to the right).
 *
 * <pre>
 *   z = (log t − μ)/σ
 *   ℓ(y, f)   = log σ − log φ(z)   with the event                       (1)
 *   ℓ(y, f)   = −log S(z)          without                              (2)
 *   with ρ = −log φ or −log S, and e = 1 or 0:
 *   ∂ℓ/∂μ     = −ρ′/σ                                                   (3)
 *   ∂ℓ/∂log σ = e − z·ρ′                                                (4)
 *   ∂²ℓ/∂μ²   = ρ″/σ²,  ∂²ℓ/∂μ∂log σ = (ρ′ + z·ρ″)/σ,
 *   ∂²ℓ/∂log²σ = z·ρ′ + z²·ρ″                                           (5)
 *   h         = the diagonal of (5) where that is positive, else 0      (6)
 * </pre>
 *
 * <p>(1) is the density of log t; that of t has log t more, which the scores don't change. In a linear model the scale depends
 * on the row as the place does; for the classical model, in which it doesn't, use
 * {@link dev.limpid.core.hypothesis.LocationHypothesis}. Convex in μ for a log-concave φ, not in both.
 *
 * <p><b>References</b>
 * <ol><li>J. D. Kalbfleisch, R. L. Prentice (2002): The Statistical Analysis of Failure Time Data, 2nd ed. Wiley, chapters 2
 *     and 3.</li></ol>
 *
 * @since 0.1.0
 */
public class AftLoss implements VectorLoss {

    private final LogTime distribution;

    /**
     * A loss of times.
     *
     * @param distribution φ and S of the standardised log time, such as {@code LogTime.weibull()}
     */
    public AftLoss(LogTime distribution) {
        this.distribution = Objects.requireNonNull(distribution, "distribution");
    }

    /**
     * Returns the distribution of the standardised log time.
     *
     * @return φ and S
     */
    public final LogTime distribution() {
        return distribution;
    }

    @Override
    public final int scores() {
        return 2;
    }

    @Override
    public final int targets() {
        return 2;
    }

    private static double z(double[] y, double[] f) {
        double r = Math.log(y[0]) - f[0];
        return r == 0 ? 0 : r * Math.exp(-f[1]);
    }

    /** ρ with its derivatives by z; its limits, where z is beyond the doubles. */
    private Jet rho(double[] y, double z) {
        if (Double.isInfinite(z)) {
            return y[1] == 0 && z < 0 ? Jet.constant(0) : new Jet(Double.POSITIVE_INFINITY, z, 0);
        }
        Jet variable = Jet.variable(z);
        return y[1] == 1 ? distribution.event(variable) : distribution.censored(variable);
    }

    /** x·1/σ, where 0/0 is 0 and what is beyond the doubles is the largest of them. */
    private static double overSigma(double x, double[] f) {
        return x == 0 ? 0 : x * Math.min(Double.MAX_VALUE, Math.exp(-f[1]));
    }

    private static double product(double z, double slope) {
        return slope == 0 ? 0 : z * slope; // a slope dies out faster than z grows
    }

    @Override
    public double value(double[] y, double[] f) {
        return (y[1] == 1 ? f[1] : 0) + rho(y, z(y, f)).value(); // (1), (2)
    }

    @Override
    public void gradient(double[] y, double[] f, double[] out) {
        double z = z(y, f);
        double slope = rho(y, z).first();
        out[0] = -overSigma(slope, f); // (3)
        out[1] = y[1] - product(z, slope); // (4)
    }

    @Override
    public void secondDerivative(double[] y, double[] f, double[][] out) {
        double z = z(y, f);
        Jet rho = rho(y, z);
        out[0][0] = overSigma(overSigma(rho.second(), f), f); // (5)
        out[0][1] = overSigma(rho.first() + product(z, rho.second()), f);
        out[1][0] = out[0][1];
        out[1][1] = product(z, rho.first()) + product(z, product(z, rho.second()));
    }

    @Override
    public void curvature(double[] y, double[] f, double[] out) {
        double z = z(y, f);
        Jet rho = rho(y, z);
        double place = overSigma(overSigma(rho.second(), f), f);
        double scale = product(z, rho.first()) + product(z, product(z, rho.second()));
        out[0] = Math.min(Double.MAX_VALUE, Math.max(0, place)); // (6)
        out[1] = Math.min(Double.MAX_VALUE, Math.max(0, scale));
    }

    @Override
    public Curvature kind() {
        return Curvature.EXACT;
    }

    /**
     * {@inheritDoc} Refuses rows that a single time fits exactly, to which σ would shrink.
     */
    @Override
    public void bestShift(Sample sample, double[] out) {
        if (getClass() == AftLoss.class && fitsExactly(sample)) { // a subclass may have changed the value
            throw new IllegalArgumentException("bestShift of " + name()
                    + " must have a finite minimiser, but the loss falls without end: one time fits all events exactly,"
                    + " so that the scale goes to 0; give events at times that differ");
        }
        VectorLoss.super.bestShift(sample, out);
    }

    /** Tells whether one time fits all rows exactly. */
    private static boolean fitsExactly(Sample sample) {
        double first = Double.NaN;
        boolean exact = true;
        for (int i = 0; i < sample.size(); i++) {
            if (sample.targets().get(1).at(i) == 1) {
                first = Double.isNaN(first) ? residual(sample, i) : first;
                exact &= Math.abs(residual(sample, i) - first) <= rounding(sample, i);
            }
        }
        for (int i = 0; i < sample.size(); i++) {
            exact &= sample.targets().get(1).at(i) == 1 || residual(sample, i) <= first; // never without an event
        }
        return exact;
    }

    /** log t − μ. */
    private static double residual(Sample sample, int i) {
        return Math.log(sample.y(i)) - sample.f(i);
    }

    private static double rounding(Sample sample, int i) {
        return 8 * (Math.ulp(Math.log(sample.y(i))) + Math.ulp(sample.f(i)));
    }

    /**
     * Computes the median time and σ.
     *
     * @param f raw scores, length 2; not changed
     * @param out receives the median exp(μ + σ·z₅₀), S(z₅₀) = ½, and σ
     */
    @Override
    public void mean(double[] f, double[] out) {
        double sigma = Math.exp(f[1]);
        double median = distribution.median();
        out[0] = Math.exp(f[0] + (median == 0 ? 0 : sigma * median));
        out[1] = sigma;
    }

    /** {@inheritDoc} The first is a time &gt; 0, the second the event, 0 or 1. */
    @Override
    public void check(double[] y) {
        if (!(y[0] > 0 && y[0] < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("time must be finite and > 0 for " + name() + ", but was " + y[0]
                    + "; targets are the time and the event, in this order");
        }
        SurvivalTargets.checkEvent(y[1], name());
    }

    @Override
    public String formula() {
        return getClass() == AftLoss.class ? "log σ − log φ(z), or −log S(z),  z = (log t − μ)/σ" : "";
    }

    @Override
    public String source() {
        return getClass() == AftLoss.class
                ? "J. D. Kalbfleisch, R. L. Prentice (2002): The Statistical Analysis of Failure Time Data"
                : "";
    }

    @Override
    public Recipe recipe() {
        return Recipe.of(this).with("distribution", distribution.recipe());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AftLoss that && that.getClass() == getClass() && that.distribution.equals(distribution);
    }

    @Override
    public int hashCode() {
        return 31 * getClass().hashCode() + distribution.hashCode();
    }

    @Override
    public String toString() {
        return name() + "[distribution=" + distribution + "]";
    }
}
