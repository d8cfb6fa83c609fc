package dev.limpid.core.loss.regression;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.ScalarLoss;

/**
 * Half the squared residual: the best score is the mean.
 *
 * <pre>
 *   ℓ(y, f) = ½·r²,  r = f − y      (1)
 *   ∂ℓ/∂f   = r                     (2)
 *   ∂²ℓ/∂f² = 1                     (3)
 * </pre>
 *
 * <p>With the ½ the gradient is the residual itself. The mean squared error of a report is twice the mean of this loss.
 *
 * @since 0.1.0
 */
public class SquaredLoss implements ScalarLoss {

    /** The loss, which has no settings. */
    public SquaredLoss() {}

    @Override
    public double value(double y, double f) {
        double r = f - y;
        return 0.5 * r * r; // (1)
    }

    @Override
    public double gradient(double y, double f) {
        return f - y; // (2)
    }

    @Override
    public double secondDerivative(double y, double f) {
        return 1; // (3)
    }

    @Override
    public double expectedSecondDerivative(double f) {
        if (getClass() != SquaredLoss.class) { // a subclass may have changed the model
            return ScalarLoss.super.expectedSecondDerivative(f);
        }
        return 1;
    }

    @Override
    public double curvature(double y, double f) {
        return 1;
    }

    @Override
    public Curvature kind() {
        return Curvature.EXACT;
    }

    @Override
    public Jet at(double y, double f) {
        if (getClass() != SquaredLoss.class) { // a subclass may have changed the value
            return ScalarLoss.super.at(y, f);
        }
        double r = f - y;
        return new Jet(0.5 * r * r, r, 1);
    }

    /** {@inheritDoc} The weighted mean of the residuals y − f. */
    @Override
    public double bestShift(Sample sample) {
        if (getClass() != SquaredLoss.class) { // a subclass may have changed the value
            return ScalarLoss.super.bestShift(sample);
        }
        double sum = 0;
        for (int i = 0; i < sample.size(); i++) {
            sum += sample.w(i) * (sample.y(i) - sample.f(i));
        }
        return sum / sample.weights().sum();
    }

    /** {@inheritDoc} A mean of score and target, x = y + r/(1 + step). */
    @Override
    public double prox(double y, double f, double step) {
        if (getClass() != SquaredLoss.class || !(step > 0 && step < Double.POSITIVE_INFINITY)) {
            return ScalarLoss.super.prox(y, f, step);
        }
        return y + (f - y) / (1 + step);
    }

    @Override
    public boolean leastSquares() {
        return getClass() == SquaredLoss.class; // a subclass may have changed the value
    }

    @Override
    public boolean convex() {
        return true;
    }

    @Override
    public String formula() {
        return getClass() == SquaredLoss.class ? "½(f − y)²" : "";
    }

    @Override
    public String source() {
        return getClass() == SquaredLoss.class
                ? "A.-M. Legendre (1805): Nouvelles méthodes pour la détermination des orbites des comètes"
                : "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SquaredLoss that && that.getClass() == getClass();
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
