package dev.limpid.core.loss.margin;

import dev.limpid.core.explain.Recipe;
import dev.limpid.core.internal.Settings;
import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.MarginLoss;
import dev.limpid.core.loss.ResidualLoss;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.regression.WeightedQuantile;

/**
 * The loss of the support vector machine: nothing where a row is right by the margin a or more, linear below.
 *
 * <pre>
 *   φ(m)  = max(0, u),  u = a − m          (1)   a = 1, or 0 for the perceptron
 *   φ′(m) = −1 if u &gt; 0, 0 if u &lt; 0        (2)   at the kink the middle, −½
 *   φ″(m) = 0                              (3)
 *   h     = ½/|u|, |u| no smaller than δ   (4)
 * </pre>
 *
 * <p>(4) is a majoriser: max(0, u) = ½u + ½|u|, and a parabola with second derivative 1/|u| lies above |u| (see
 * {@code AbsoluteLoss}). The tiny δ of {@link ResidualLoss#resolution} keeps h finite at the kink.
 *
 * <p>All margins a &gt; 0 make the same machine in other units of the score. With a = 0, the loss of the {@link #perceptron},
 * scores of 0 cost nothing: fitted alone it has nothing to say, and the paper's rule stops at whatever border parts the classes.
 * It is the loss of the one-class support vector machine, where another term asks for a border far out.
 *
 * <p>The hinge knows no probabilities: its best score is a wherever class 1 is the likelier one. {@code mean} is therefore a
 * step: 0 below −a, about ½ between, 1 above a, always on the side of the score's sign; take it for a class, not for a
 * probability, or use {@link SquaredHingeLoss}.
 *
 * <p><b>References</b>
 * <ol><li>C. Cortes, V. Vapnik (1995): Support-Vector Networks. Machine Learning 20(3).</li>
 * <li>F. Rosenblatt (1958): The Perceptron: A Probabilistic Model for Information Storage and Organization in the Brain.
 *     Psychological Review 65(6).</li>
 * <li>B. Schölkopf, J. C. Platt, J. Shawe-Taylor, A. J. Smola, R. C. Williamson (2001): Estimating the Support of a
 *     High-Dimensional Distribution. Neural Computation 13(7) (the one-class machine).</li>
 * <li>T. Zhang (2004): Statistical Behavior and Consistency of Classification Methods Based on Convex Risk Minimization.
 *     Annals of Statistics 32(1), section 3 (its best score).</li></ol>
 *
 * @since 0.1.0
 */
public class HingeLoss implements MarginLoss {

    private final double margin;

    /** The loss with the margin a = 1. */
    public HingeLoss() {
        this(1);
    }

    /**
     * A hinge.
     *
     * @param margin a, by which a row has to be right to cost nothing; finite and ≥ 0
     */
    public HingeLoss(double margin) {
        this.margin = Settings.notNegative("margin", margin);
    }

    /**
     * The loss of the perceptron: nothing on the right side of the border, linear on the wrong one.
     *
     * @return the hinge with the margin a = 0
     */
    public static HingeLoss perceptron() {
        return new HingeLoss(0);
    }

    /**
     * Returns by how much a row has to be right.
     *
     * @return a
     */
    public final double margin() {
        return margin;
    }

    @Override
    public Jet phi(Jet m) {
        double u = margin - m.value();
        return m.chain(Math.max(0, u), -0.5 - 0.5 * Math.signum(u), 0); // (1), (2), (3)
    }

    @Override
    public double curvature(double y, double f) {
        double u = margin - (2 * y - 1) * f;
        return 0.5 / Math.max(Math.abs(u), ResidualLoss.resolution(margin, f)); // (4)
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
     * {@inheritDoc} The slope rises by wᵢ at each kink sᵢ·a − fᵢ, sᵢ = ±1, from minus the weight of class 1 to the weight of
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
            kinks[i] = (2 * sample.y(i) - 1) * margin - sample.f(i);
            ones += sample.w(i) * sample.y(i);
        }
        return WeightedQuantile.of(
                kinks, sample.weights().toArray(), ones / sample.weights().sum());
    }

    /** {@inheritDoc} The margin, raised by step, but not above a. */
    @Override
    public double prox(double y, double f, double step) {
        if (getClass() != HingeLoss.class || !(step > 0 && step < Double.POSITIVE_INFINITY)) {
            return MarginLoss.super.prox(y, f, step);
        }
        double s = 2 * y - 1;
        double m = s * f;
        return s * Math.max(m, Math.min(margin, m + step));
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
        return getClass() == HingeLoss.class ? "max(0, a − m),  m = (2y − 1)·f" : "";
    }

    @Override
    public String source() {
        return getClass() == HingeLoss.class ? "C. Cortes, V. Vapnik (1995): Support-Vector Networks" : "";
    }

    @Override
    public Recipe recipe() {
        return Recipe.of(this).with("margin", margin);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HingeLoss that
                && that.getClass() == getClass()
                && Double.compare(that.margin, margin) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * getClass().hashCode() + Double.hashCode(margin);
    }

    @Override
    public String toString() {
        return name() + "[margin=" + margin + "]";
    }
}
