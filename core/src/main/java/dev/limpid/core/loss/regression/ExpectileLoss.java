package dev.limpid.core.loss.regression;

import dev.limpid.core.explain.Recipe;
import dev.limpid.core.internal.Settings;
import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.ScalarLoss;

/**
 * The asymmetric squared loss: the best score is the expectile of level τ. A score below the target weighs τ, one above it
 * 1 − τ. An expectile is to the mean what a quantile is to the median.
 *
 * <pre>
 *   a = τ if r &lt; 0, else 1 − τ;  r = f − y
 *   ℓ(y, f) = ½·a·r²      (1)
 *   ∂ℓ/∂f   = a·r         (2)
 *   ∂²ℓ/∂f² = a           (3)   jumps at r = 0
 * </pre>
 *
 * <p><b>References</b>
 * <ol><li>W. K. Newey, J. L. Powell (1987): Asymmetric Least Squares Estimation and Testing. Econometrica 55(4).</li></ol>
 *
 * @since 0.1.0
 */
public class ExpectileLoss implements ScalarLoss {

    private final double level;

    /**
     * An expectile loss.
     *
     * @param level τ in (0, 1); 0.5 for half the squared loss
     */
    public ExpectileLoss(double level) {
        this.level = Settings.between0And1("level", level);
    }

    /**
     * Returns the level.
     *
     * @return τ
     */
    public final double level() {
        return level;
    }

    private double weight(double r) {
        return r < 0 ? level : 1 - level;
    }

    @Override
    public double value(double y, double f) {
        double r = f - y;
        return 0.5 * weight(r) * r * r; // (1)
    }

    @Override
    public double gradient(double y, double f) {
        double r = f - y;
        return weight(r) * r; // (2)
    }

    @Override
    public double secondDerivative(double y, double f) {
        return weight(f - y); // (3)
    }

    @Override
    public double curvature(double y, double f) {
        return weight(f - y);
    }

    @Override
    public Curvature kind() {
        return Curvature.EXACT;
    }

    @Override
    public Jet at(double y, double f) {
        if (getClass() != ExpectileLoss.class) { // a subclass may have changed the value
            return ScalarLoss.super.at(y, f);
        }
        double r = f - y;
        double a = weight(r);
        return new Jet(0.5 * a * r * r, a * r, a);
    }

    /** {@inheritDoc} A mean of score and target, x = y + r/(1 + a·step). */
    @Override
    public double prox(double y, double f, double step) {
        if (getClass() != ExpectileLoss.class || !(step > 0 && step < Double.POSITIVE_INFINITY)) {
            return ScalarLoss.super.prox(y, f, step);
        }
        double r = f - y;
        return y + r / (1 + weight(r) * step);
    }

    @Override
    public boolean convex() {
        return true;
    }

    @Override
    public String formula() {
        return getClass() == ExpectileLoss.class ? "½·a·r²,  a = τ if r < 0, else 1 − τ,  r = f − y" : "";
    }

    @Override
    public String source() {
        return getClass() == ExpectileLoss.class
                ? "W. K. Newey, J. L. Powell (1987): Asymmetric Least Squares Estimation and Testing"
                : "";
    }

    @Override
    public Recipe recipe() {
        return Recipe.of(this).with("level", level);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExpectileLoss that
                && that.getClass() == getClass()
                && Double.compare(that.level, level) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * getClass().hashCode() + Double.hashCode(level);
    }

    @Override
    public String toString() {
        return name() + "[level=" + level + "]";
    }
}
