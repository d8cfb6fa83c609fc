package dev.limpid.core.loss.margin;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.MarginLoss;
import dev.limpid.core.loss.ResidualLoss;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.regression.WeightedQuantile;

/**
 * The loss of the support vector machine: nothing where a row is right by a margin of 1 or more, linear below.
 *
 * <pre>
 *   φ(m)  = max(0, u),  u = 1 − m          (1)
 *   φ′(m) = −1 if u &gt; 0, 0 if u &lt; 0        (2)   at the kink the middle, −½
 *   φ″(m) = 0                              (3)
 *   h     = ½/|u|, |u| no smaller than δ   (4)
 * </pre>
 *
 * <p>(4) is a majoriser: max(0, u) = ½u + ½|u|, and a parabola with second derivative 1/|u| lies above |u| (see
 * {@code AbsoluteLoss}). The tiny δ of {@link ResidualLoss#resolution} keeps h finite at the kink.
 *
 * <p>The hinge knows no probabilities: its best score is 1 wherever class 1 is the likelier one. {@code mean} is therefore a
 * step: 0 below −1, about ½ between, 1 above 1, always on the side of the score's sign; take it for a class, not for a
 * probability, or use {@link SquaredHingeLoss}.
 *
 * <p><b>References</b>
 * <ol><li>C. Cortes, V. Vapnik (1995): Support-Vector Networks. Machine Learning 20(3).</li>
 * <li>T. Zhang (2004): Statistical Behavior and Consistency of Classification Methods Based on Convex Risk Minimization.
 *     Annals of Statistics 32(1), section 3 (its best score).</li></ol>
 *
 * @since 0.1.0
 */
public class HingeLoss implements MarginLoss {

    /** The loss, which has no settings. */
    public HingeLoss() {}

    @Override
    public Jet phi(Jet m) {
        double u = 1 - m.value();
        return m.chain(Math.max(0, u), -0.5 - 0.5 * Math.signum(u), 0); // (1), (2), (3)
    }

    @Override
    public double curvature(double y, double f) {
        double u = 1 - (2 * y - 1) * f;
        return 0.5 / Math.max(Math.abs(u), ResidualLoss.resolution(1, f)); // (4)
    }

    @Override
    public Curvature kind() {
        return Curvature.MAJORISER;
    }

    @Override
    public Jet at(double y, double f) {
        if (getClass() != HingeLoss.class) { // a subclass may have changed the value
            return new Jet(value(y, f), gradient(y, f), curvature(y, f));
        }
        Jet loss = formula(y, Jet.variable(f));
        return new Jet(loss.value(), loss.first(), curvature(y, f));
    }

    /**
     * {@inheritDoc} The slope rises by wᵢ at each kink sᵢ − fᵢ, sᵢ = ±1, from minus the weight of class 1 to the weight of
     * class 0: it is 0 at the weighted quantile of the kinks whose level is the share of class 1.
     */
    @Override
    public double bestShift(Sample sample) {
        if (getClass() != HingeLoss.class) { // a subclass may have changed the value
            return MarginLoss.super.bestShift(sample);
        }
        double[] kinks = new double[sample.size()];
        double ones = 0;
        for (int i = 0; i < kinks.length; i++) {
            kinks[i] = 2 * sample.y(i) - 1 - sample.f(i);
            ones += sample.w(i) * sample.y(i);
        }
        return WeightedQuantile.of(
                kinks, sample.weights().toArray(), ones / sample.weights().sum());
    }

    /** {@inheritDoc} The margin, raised by step, but not above 1. */
    @Override
    public double prox(double y, double f, double step) {
        if (getClass() != HingeLoss.class || !(step > 0 && step < Double.POSITIVE_INFINITY)) {
            return MarginLoss.super.prox(y, f, step);
        }
        double s = 2 * y - 1;
        double m = s * f;
        return s * Math.max(m, Math.min(1, m + step));
    }

    @Override
    public boolean smooth() {
        return false;
    }

    @Override
    public boolean convex() {
        return true;
    }

    @Override
    public String formula() {
        return getClass() == HingeLoss.class ? "max(0, 1 − m),  m = (2y − 1)·f" : "";
    }

    @Override
    public String source() {
        return getClass() == HingeLoss.class ? "C. Cortes, V. Vapnik (1995): Support-Vector Networks" : "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HingeLoss that && that.getClass() == getClass();
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
