package dev.limpid.core.loss.regression;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Domain;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.ScalarLoss;

/**
 * Half the squared error of log(1 + y): what counts is the ratio of prediction and target, not their difference.
 *
 * <pre>
 *   f is the score of log(1 + y);  ŷ = eᶠ − 1
 *   ℓ(y, f) = ½·r²,  r = f − log(1 + y) = log(1 + ŷ) − log(1 + y)      (1)
 *   ∂ℓ/∂f   = r                                                        (2)
 *   ∂²ℓ/∂f² = 1                                                        (3)
 * </pre>
 *
 * <p>The root mean squared logarithmic error of a report is the root of twice the mean of this loss. With the logarithm as
 * link the loss is convex and every score stands for a prediction &gt; −1. (XGBoost's {@code reg:squaredlogerror} has the
 * prediction itself as score, which must be held above −1.) The best prediction is the geometric mean of 1 + y, less 1.
 *
 * @since 0.1.0
 */
public class SquaredLogLoss implements ScalarLoss {

    /** The loss, which has no settings. */
    public SquaredLogLoss() {}

    @Override
    public double value(double y, double f) {
        double r = f - Math.log1p(y);
        return 0.5 * r * r; // (1)
    }

    @Override
    public double gradient(double y, double f) {
        return f - Math.log1p(y); // (2)
    }

    @Override
    public double secondDerivative(double y, double f) {
        return 1; // (3)
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
        if (getClass() != SquaredLogLoss.class) { // a subclass may have changed the value
            return ScalarLoss.super.at(y, f);
        }
        double r = f - Math.log1p(y);
        return new Jet(0.5 * r * r, r, 1);
    }

    /** {@inheritDoc} The weighted mean of log(1 + y) − f. */
    @Override
    public double bestShift(Sample sample) {
        if (getClass() != SquaredLogLoss.class) { // a subclass may have changed the value
            return ScalarLoss.super.bestShift(sample);
        }
        double sum = 0;
        for (int i = 0; i < sample.size(); i++) {
            sum += sample.w(i) * (Math.log1p(sample.y(i)) - sample.f(i));
        }
        return sum / sample.weights().sum();
    }

    /**
     * Returns ŷ = eᶠ − 1.
     *
     * @param f raw score
     * @return the prediction, ≥ −1
     */
    @Override
    public double mean(double f) {
        return Math.expm1(f);
    }

    @Override
    public Domain domain() {
        return new Domain(-1, true, Double.POSITIVE_INFINITY, false);
    }

    /** {@inheritDoc} A mean of the score and that of the target. */
    @Override
    public double prox(double y, double f, double step) {
        if (getClass() != SquaredLogLoss.class || !(step > 0 && step < Double.POSITIVE_INFINITY)) {
            return ScalarLoss.super.prox(y, f, step);
        }
        double perfect = Math.log1p(y);
        return perfect + (f - perfect) / (1 + step);
    }

    @Override
    public boolean convex() {
        return true;
    }

    @Override
    public String formula() {
        return getClass() == SquaredLogLoss.class ? "½(f − log(1 + y))²,  ŷ = eᶠ − 1" : "";
    }

    @Override
    public String source() {
        return getClass() == SquaredLogLoss.class ? "D. McAlister (1879): The Law of the Geometric Mean" : "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SquaredLogLoss that && that.getClass() == getClass();
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
