package dev.limpid.core.loss.regression;

import dev.limpid.core.explain.Recipe;
import dev.limpid.core.internal.Settings;
import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.ScalarLoss;

/**
 * Squared for small residuals, linear for large ones: outliers pull with a force no larger than δ.
 *
 * <pre>
 *   ℓ(y, f) = a·(|r| − ½a),  r = f − y,  a = min(|r|, δ)      (1)   ½r² if |r| ≤ δ, else δ|r| − ½δ²
 *   ∂ℓ/∂f   = max(−δ, min(r, δ))                              (2)
 *   ∂²ℓ/∂f² = 1 if |r| ≤ δ, else 0                            (3)
 *   h       = min(1, δ/|r|)                                   (4)
 * </pre>
 *
 * <p>(4) = ρ′(r)/r is a majoriser, as ρ is concave in r² (see {@link dev.limpid.core.loss.ResidualLoss}).
 *
 * <p><b>References</b>
 * <ol><li>P. J. Huber (1964): Robust Estimation of a Location Parameter. Annals of Mathematical Statistics 35(1).</li></ol>
 *
 * @since 0.1.0
 */
public class HuberLoss implements ScalarLoss {

    private final double threshold;

    /**
     * A Huber loss.
     *
     * @param threshold δ, on the scale of the target; finite and &gt; 0
     */
    public HuberLoss(double threshold) {
        this.threshold = Settings.positive("threshold", threshold);
    }

    /**
     * The loss whose location estimate is 95 % as efficient as the mean if the noise is normal: δ = 1.345·σ.
     *
     * @param sigma standard deviation σ of the noise, or a robust estimate of it; finite and &gt; 0
     * @return the loss
     */
    public static HuberLoss efficient95(double sigma) {
        return new HuberLoss(1.345 * Settings.positive("sigma", sigma));
    }

    /**
     * Returns where the loss turns linear.
     *
     * @return δ
     */
    public final double threshold() {
        return threshold;
    }

    @Override
    public double value(double y, double f) {
        double size = Math.abs(f - y);
        double a = Math.min(size, threshold);
        return a * (size - 0.5 * a); // (1)
    }

    @Override
    public double gradient(double y, double f) {
        return Math.max(-threshold, Math.min(f - y, threshold)); // (2)
    }

    @Override
    public double secondDerivative(double y, double f) {
        return Math.abs(f - y) <= threshold ? 1 : 0; // (3)
    }

    @Override
    public double curvature(double y, double f) {
        return Math.min(1, threshold / Math.abs(f - y)); // (4)
    }

    @Override
    public Curvature kind() {
        return Curvature.MAJORISER;
    }

    @Override
    public Jet at(double y, double f) {
        if (getClass() != HuberLoss.class) { // a subclass may have changed the value
            return ScalarLoss.super.at(y, f);
        }
        double r = f - y;
        double size = Math.abs(r);
        double a = Math.min(size, threshold);
        return new Jet(
                a * (size - 0.5 * a), Math.max(-threshold, Math.min(r, threshold)), Math.min(1, threshold / size));
    }

    /** {@inheritDoc} That of the squared loss up to |r| = δ·(1 + step), beyond it δ·step towards the target. */
    @Override
    public double prox(double y, double f, double step) {
        if (getClass() != HuberLoss.class || !(step > 0 && step < Double.POSITIVE_INFINITY)) {
            return ScalarLoss.super.prox(y, f, step);
        }
        double r = f - y;
        return Math.abs(r) <= threshold * (1 + step) ? y + r / (1 + step) : f - Math.copySign(threshold * step, r);
    }

    @Override
    public boolean convex() {
        return true;
    }

    @Override
    public String formula() {
        return getClass() == HuberLoss.class ? "½r² if |r| ≤ δ, else δ|r| − ½δ²,  r = f − y" : "";
    }

    @Override
    public String source() {
        return getClass() == HuberLoss.class ? "P. J. Huber (1964): Robust Estimation of a Location Parameter" : "";
    }

    @Override
    public Recipe recipe() {
        return Recipe.of(this).with("threshold", threshold);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HuberLoss that
                && that.getClass() == getClass()
                && Double.compare(that.threshold, threshold) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * getClass().hashCode() + Double.hashCode(threshold);
    }

    @Override
    public String toString() {
        return name() + "[threshold=" + threshold + "]";
    }
}
