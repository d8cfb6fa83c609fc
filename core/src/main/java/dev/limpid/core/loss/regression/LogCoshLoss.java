package dev.limpid.core.loss.regression;

import dev.limpid.core.explain.Recipe;
import dev.limpid.core.internal.Settings;
import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.ScalarLoss;

/**
 * The logarithm of the hyperbolic cosine of the residual: squared for small residuals, linear for large ones. It is, up to
 * a constant, the negative log likelihood of noise with a hyperbolic secant distribution.
 *
 * <pre>
 *   u = r/δ,  r = f − y
 *   ℓ(y, f) = δ²·log cosh u      (1)   about ½r² if |r| ≪ δ, about δ|r| − δ²·log 2 if |r| ≫ δ
 *   ∂ℓ/∂f   = δ·tanh u           (2)   between −δ and δ
 *   ∂²ℓ/∂f² = 1/cosh²u           (3)
 *   h       = tanh(u)/u          (4)   1 at u = 0
 * </pre>
 *
 * <p>(4) = ρ′(r)/r is a majoriser, as ρ is concave in r² (see {@link dev.limpid.core.loss.ResidualLoss}). It is preferred to
 * (3), which dies out like e^(−2|u|): a Newton step from a residual of 10·δ would be 10⁷ times too long.
 *
 * <p><b>References</b>
 * <ol><li>P. J. Green (1990): Bayesian Reconstructions from Emission Tomography Data Using a Modified EM Algorithm. IEEE
 *     Transactions on Medical Imaging 9(1).</li></ol>
 *
 * @since 0.1.0
 */
public class LogCoshLoss implements ScalarLoss {

    /** Below, tanh(u)/u is 1 to all digits. */
    private static final double TINY = 1e-9;

    private final double scale;

    /** The loss with δ = 1: log cosh(f − y). */
    public LogCoshLoss() {
        this(1);
    }

    /**
     * A log-cosh loss.
     *
     * @param scale δ, on the scale of the target; finite and &gt; 0
     */
    public LogCoshLoss(double scale) {
        this.scale = Settings.positive("scale", scale);
    }

    /**
     * The loss whose location estimate is 95 % as efficient as the mean if the noise is normal: δ = 1.205·σ.
     *
     * @param sigma standard deviation σ of the noise, or a robust estimate of it; finite and &gt; 0
     * @return the loss
     */
    public static LogCoshLoss efficient95(double sigma) {
        return new LogCoshLoss(1.205 * Settings.positive("sigma", sigma));
    }

    /**
     * Returns where the loss turns from squared to linear.
     *
     * @return δ
     */
    public final double scale() {
        return scale;
    }

    private Jet logCosh(double y, double f) {
        return Jet.variable((f - y) / scale).logCosh();
    }

    @Override
    public double value(double y, double f) {
        return scale * scale * logCosh(y, f).value(); // (1)
    }

    @Override
    public double gradient(double y, double f) {
        return scale * logCosh(y, f).first(); // (2)
    }

    @Override
    public double secondDerivative(double y, double f) {
        return logCosh(y, f).second(); // (3)
    }

    @Override
    public double curvature(double y, double f) {
        return weight((f - y) / scale, logCosh(y, f).first());
    }

    private static double weight(double u, double tanh) {
        return Math.abs(u) < TINY ? 1 : tanh / u; // (4)
    }

    @Override
    public Curvature kind() {
        return Curvature.MAJORISER;
    }

    @Override
    public Jet at(double y, double f) {
        if (getClass() != LogCoshLoss.class) { // a subclass may have changed the value
            return ScalarLoss.super.at(y, f);
        }
        Jet logCosh = logCosh(y, f);
        return new Jet(
                scale * scale * logCosh.value(), scale * logCosh.first(), weight((f - y) / scale, logCosh.first()));
    }

    @Override
    public boolean convex() {
        return true;
    }

    @Override
    public String formula() {
        return getClass() == LogCoshLoss.class ? "δ²·log cosh(r/δ),  r = f − y" : "";
    }

    @Override
    public String source() {
        return getClass() == LogCoshLoss.class
                ? "P. J. Green (1990): Bayesian Reconstructions from Emission Tomography Data Using a Modified EM Algorithm"
                : "";
    }

    @Override
    public Recipe recipe() {
        return Recipe.of(this).with("scale", scale);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogCoshLoss that
                && that.getClass() == getClass()
                && Double.compare(that.scale, scale) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * getClass().hashCode() + Double.hashCode(scale);
    }

    @Override
    public String toString() {
        return name() + "[scale=" + scale + "]";
    }
}
