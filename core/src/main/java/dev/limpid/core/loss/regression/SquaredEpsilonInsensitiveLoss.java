package dev.limpid.core.loss.regression;

import dev.limpid.core.explain.Recipe;
import dev.limpid.core.internal.Settings;
import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.ScalarLoss;

/**
 * Residuals up to ε cost nothing, larger ones half the square of what they exceed ε by: support vector regression with a
 * smooth loss.
 *
 * <pre>
 *   e = max(0, |r| − ε),  r = f − y
 *   ℓ(y, f) = ½·e²                    (1)
 *   ∂ℓ/∂f   = sign(r)·e               (2)
 *   ∂²ℓ/∂f² = 1 if |r| ≥ ε, else 0       (3)
 * </pre>
 *
 * <p>With the ½, ε = 0 is the squared loss of this library; LIBLINEAR and scikit-learn leave the ½ out.
 *
 * <p><b>References</b>
 * <ol><li>C.-H. Ho, C.-J. Lin (2012): Large-scale Linear Support Vector Regression. Journal of Machine Learning Research 13.
 * </li></ol>
 *
 * @since 0.1.0
 */
public class SquaredEpsilonInsensitiveLoss implements ScalarLoss {

    private final double epsilon;

    /**
     * A squared ε-insensitive loss.
     *
     * @param epsilon ε, half the width of the tube, on the scale of the target; finite and ≥ 0, with 0 for the squared loss
     */
    public SquaredEpsilonInsensitiveLoss(double epsilon) {
        this.epsilon = Settings.notNegative("epsilon", epsilon);
    }

    /**
     * Returns half the width of the tube.
     *
     * @return ε
     */
    public final double epsilon() {
        return epsilon;
    }

    private double excess(double r) {
        return Math.max(0, Math.abs(r) - epsilon);
    }

    @Override
    public double value(double y, double f) {
        double e = excess(f - y);
        return 0.5 * e * e; // (1)
    }

    @Override
    public double gradient(double y, double f) {
        double r = f - y;
        return Math.signum(r) * excess(r); // (2)
    }

    @Override
    public double secondDerivative(double y, double f) {
        return Math.abs(f - y) >= epsilon ? 1 : 0; // (3)
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
        if (getClass() != SquaredEpsilonInsensitiveLoss.class) { // a subclass may have changed the value
            return ScalarLoss.super.at(y, f);
        }
        double r = f - y;
        double e = excess(r);
        return new Jet(0.5 * e * e, Math.signum(r) * e, Math.abs(r) >= epsilon ? 1 : 0);
    }

    /** {@inheritDoc} What r exceeds ε by, divided by 1 + step. */
    @Override
    public double prox(double y, double f, double step) {
        if (getClass() != SquaredEpsilonInsensitiveLoss.class || !(step > 0 && step < Double.POSITIVE_INFINITY)) {
            return ScalarLoss.super.prox(y, f, step);
        }
        double r = f - y;
        double e = excess(r);
        return e == 0 ? f : y + Math.copySign(epsilon + e / (1 + step), r);
    }

    @Override
    public boolean convex() {
        return true;
    }

    @Override
    public String formula() {
        return getClass() == SquaredEpsilonInsensitiveLoss.class ? "½·max(0, |f − y| − ε)²" : "";
    }

    @Override
    public String source() {
        return getClass() == SquaredEpsilonInsensitiveLoss.class
                ? "C.-H. Ho, C.-J. Lin (2012): Large-scale Linear Support Vector Regression"
                : "";
    }

    @Override
    public Recipe recipe() {
        return Recipe.of(this).with("epsilon", epsilon);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SquaredEpsilonInsensitiveLoss that
                && that.getClass() == getClass()
                && Double.compare(that.epsilon, epsilon) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * getClass().hashCode() + Double.hashCode(epsilon);
    }

    @Override
    public String toString() {
        return name() + "[epsilon=" + epsilon + "]";
    }
}
