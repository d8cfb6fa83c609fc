package dev.limpid.core.loss.regression;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.ResidualLoss;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.ScalarLoss;

/**
 * The size of the residual: the best score is the median.
 *
 * <pre>
 *   ℓ(y, f) = |r|,  r = f − y                    (1)
 *   ∂ℓ/∂f   = sign(r), 0 at the kink             (2)
 *   ∂²ℓ/∂f² = 0                                  (3)
 *   h       = 1 / max(|r|, δ)                    (4)
 * </pre>
 *
 * <p>(4) is a majoriser: |x| ≤ ½|r| + ½x²/|r|, with equality at x = ±r (arithmetic and geometric mean). No parabola lies
 * above the kink itself; the tiny δ of {@link ResidualLoss#resolution} keeps h finite there.
 *
 * @since 0.1.0
 */
public class AbsoluteLoss implements ScalarLoss {

    /** The loss, which has no settings. */
    public AbsoluteLoss() {}

    @Override
    public double value(double y, double f) {
        return Math.abs(f - y); // (1)
    }

    @Override
    public double gradient(double y, double f) {
        return Math.signum(f - y); // (2)
    }

    @Override
    public double secondDerivative(double y, double f) {
        return 0; // (3)
    }

    @Override
    public double curvature(double y, double f) {
        return 1 / Math.max(Math.abs(f - y), ResidualLoss.resolution(y, f)); // (4)
    }

    @Override
    public Curvature kind() {
        return Curvature.MAJORISER;
    }

    @Override
    public Jet at(double y, double f) {
        if (getClass() != AbsoluteLoss.class) { // a subclass may have changed the value
            return ScalarLoss.super.at(y, f);
        }
        double r = f - y;
        double size = Math.abs(r);
        return new Jet(size, Math.signum(r), 1 / Math.max(size, ResidualLoss.resolution(y, f)));
    }

    /** {@inheritDoc} The weighted median of the residuals y − f; {@link WeightedQuantile} tells which one of many. */
    @Override
    public double bestShift(Sample sample) {
        if (getClass() != AbsoluteLoss.class) { // a subclass may have changed the value
            return ScalarLoss.super.bestShift(sample);
        }
        double[] x = new double[sample.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = sample.y(i) - sample.f(i);
        }
        return WeightedQuantile.of(x, sample.weights().toArray(), 0.5);
    }

    @Override
    public boolean smooth() {
        return false;
    }

    /** {@inheritDoc} The score, moved towards the target by step, but not beyond it. */
    @Override
    public double prox(double y, double f, double step) {
        if (getClass() != AbsoluteLoss.class || !(step > 0 && step < Double.POSITIVE_INFINITY)) {
            return ScalarLoss.super.prox(y, f, step);
        }
        double r = f - y;
        return r > step ? f - step : r < -step ? f + step : y;
    }

    @Override
    public boolean convex() {
        return true;
    }

    @Override
    public String formula() {
        return getClass() == AbsoluteLoss.class ? "|f − y|" : "";
    }

    @Override
    public String source() {
        return getClass() == AbsoluteLoss.class
                ? "P.-S. Laplace (1774): Mémoire sur la probabilité des causes par les évènements"
                : "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AbsoluteLoss that && that.getClass() == getClass();
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
