package dev.limpid.core.loss.margin;

import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.MarginLoss;

/**
 * The square of the hinge: a support vector machine with a smooth loss that knows probabilities.
 *
 * <pre>
 *   u = max(0, 1 − m)
 *   φ(m)  = u²                     (1)
 *   φ′(m) = −2u                    (2)
 *   φ″(m) = 2 if m &lt; 1, else 0     (3)
 *   p     = ½(1 + f), cut at 0 and 1      (4)   the probability that a score stands for
 * </pre>
 *
 * <p><b>References</b>
 * <ol><li>T. Zhang (2004): Statistical Behavior and Consistency of Classification Methods Based on Convex Risk Minimization.
 *     Annals of Statistics 32(1), section 3.</li>
 * <li>C.-J. Hsieh, K.-W. Chang, C.-J. Lin, S. S. Keerthi, S. Sundararajan (2008): A Dual Coordinate Descent Method for
 *     Large-scale Linear SVM. ICML (the L2 loss).</li></ol>
 *
 * @since 0.1.0
 */
public class SquaredHingeLoss implements MarginLoss {

    /** The loss, which has no settings. */
    public SquaredHingeLoss() {}

    @Override
    public Jet phi(Jet m) {
        double u = Math.max(0, 1 - m.value());
        return m.chain(u * u, -2 * u, u > 0 ? 2 : 0); // (1), (2), (3)
    }

    /**
     * Returns (4).
     *
     * @param f raw score
     * @return the probability of class 1, in [0, 1]
     */
    @Override
    public double mean(double f) {
        return Math.min(1, Math.max(0, 0.5 + 0.5 * f)); // (4)
    }

    @Override
    public Jet at(double y, double f) {
        return getClass() == SquaredHingeLoss.class
                ? MarginLoss.super.at(y, f)
                : new Jet(value(y, f), gradient(y, f), curvature(y, f)); // a subclass may have changed the value
    }

    /** {@inheritDoc} In margins m ← (m + 2·step)/(1 + 2·step) below 1. */
    @Override
    public double prox(double y, double f, double step) {
        if (getClass() != SquaredHingeLoss.class || !(step > 0 && step < Double.POSITIVE_INFINITY)) {
            return MarginLoss.super.prox(y, f, step);
        }
        double s = 2 * y - 1;
        double m = s * f;
        return m >= 1 ? f : s * (1 - (1 - m) / (1 + 2 * step));
    }

    @Override
    public boolean convex() {
        return true;
    }

    @Override
    public String formula() {
        return getClass() == SquaredHingeLoss.class ? "max(0, 1 − m)²,  m = (2y − 1)·f" : "";
    }

    @Override
    public String source() {
        return getClass() == SquaredHingeLoss.class
                ? "T. Zhang (2004): Statistical Behavior and Consistency of Classification Methods Based on Convex Risk Minimization"
                : "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SquaredHingeLoss that && that.getClass() == getClass();
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
