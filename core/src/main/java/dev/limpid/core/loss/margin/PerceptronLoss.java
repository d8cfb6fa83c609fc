package dev.limpid.core.loss.margin;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.MarginLoss;
import dev.limpid.core.loss.ResidualLoss;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.regression.WeightedQuantile;

/**
 * The loss of the perceptron: nothing on the right side of the border, linear on the wrong one. A hinge without a margin.
 *
 * <pre>
 *   φ(m)  = max(0, −m)                     (1)
 *   φ′(m) = −1 if m &lt; 0, 0 if m &gt; 0        (2)   at the kink the middle, −½
 *   φ″(m) = 0                              (3)
 *   h     = ½/|m|, |m| no smaller than δ   (4)
 * </pre>
 *
 * <p>(4) is a majoriser: max(0, −m) = ½|m| − ½m, and a parabola with second derivative 1/|m| lies above |m| (see
 * {@code AbsoluteLoss}). The tiny δ of {@link ResidualLoss#resolution} keeps h finite at the kink.
 *
 * <p>Scores of 0 cost nothing: fitted alone it has nothing to say, and the paper's rule stops at whatever border parts the
 * classes. It is the loss of the one-class support vector machine, where another term asks for a border far out; use
 * {@link HingeLoss} to part two classes. {@code mean} is a step at 0: take it for a class, not for a probability.
 *
 * <p><b>References</b>
 * <ol><li>F. Rosenblatt (1958): The Perceptron: A Probabilistic Model for Information Storage and Organization in the Brain.
 *     Psychological Review 65(6).</li>
 * <li>B. Schölkopf, J. C. Platt, J. Shawe-Taylor, A. J. Smola, R. C. Williamson (2001): Estimating the Support of a
 *     High-Dimensional Distribution. Neural Computation 13(7).</li></ol>
 *
 * @since 0.1.0
 */
public class PerceptronLoss implements MarginLoss {

    /** The loss, which has no settings. */
    public PerceptronLoss() {}

    @Override
    public Jet phi(Jet m) {
        double x = m.value();
        return m.chain(Math.max(0, -x), -0.5 + 0.5 * Math.signum(x), 0); // (1), (2), (3)
    }

    @Override
    public double curvature(double y, double f) {
        return 0.5 / Math.max(Math.abs(f), ResidualLoss.resolution(0, f)); // (4)
    }

    @Override
    public Curvature kind() {
        return Curvature.MAJORISER;
    }

    @Override
    public Jet at(double y, double f) {
        if (getClass() != PerceptronLoss.class) { // a subclass may have changed the value
            return new Jet(value(y, f), gradient(y, f), curvature(y, f));
        }
        Jet loss = formula(y, Jet.variable(f));
        return new Jet(loss.value(), loss.first(), curvature(y, f));
    }

    /**
     * {@inheritDoc} The slope rises by wᵢ at each kink −fᵢ, from minus the weight of class 1 to the weight of
     * class 0: it is 0 at the weighted quantile of the kinks whose level is the share of class 1.
     */
    @Override
    public double bestShift(Sample sample) {
        if (getClass() != PerceptronLoss.class) { // a subclass may have changed the value
            return MarginLoss.super.bestShift(sample);
        }
        double[] kinks = new double[sample.size()];
        double ones = 0;
        for (int i = 0; i < kinks.length; i++) {
            kinks[i] = -sample.f(i);
            ones += sample.w(i) * sample.y(i);
        }
        return WeightedQuantile.of(
                kinks, sample.weights().toArray(), ones / sample.weights().sum());
    }

    /** {@inheritDoc} A margin below 0, raised by step, but not above 0. */
    @Override
    public double prox(double y, double f, double step) {
        if (getClass() != PerceptronLoss.class || !(step > 0 && step < Double.POSITIVE_INFINITY)) {
            return MarginLoss.super.prox(y, f, step);
        }
        double s = 2 * y - 1;
        double m = s * f;
        return s * Math.max(m, Math.min(0, m + step));
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
        return getClass() == PerceptronLoss.class ? "max(0, −m),  m = (2y − 1)·f" : "";
    }

    @Override
    public String source() {
        return getClass() == PerceptronLoss.class ? "F. Rosenblatt (1958): The Perceptron" : "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PerceptronLoss that && that.getClass() == getClass();
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
