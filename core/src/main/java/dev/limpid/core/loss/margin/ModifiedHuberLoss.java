package dev.limpid.core.loss.margin;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.MarginLoss;

/**
 * The squared hinge, made linear below a margin of −1: it knows probabilities and bears wrong labels.
 *
 * <pre>
 *   u = max(0, 1 − m),  t = min(u, 2)
 *   φ(m)  = t·(2u − t)                      (1)   (1 − m)² if −1 ≤ m ≤ 1, −4m if m &lt; −1
 *   φ′(m) = −2t                             (2)
 *   φ″(m) = 2 if 0 &lt; u ≤ 2, else 0          (3)
 *   h     = min(2, 2/|m|)                   (4)
 *   p     = ½(1 + f), cut at 0 and 1        (5)   the probability that a score stands for
 * </pre>
 *
 * <p>(4) is a majoriser: φ is −2m plus a Huber loss of m, 2|m| outside ±1 and m² + 1 inside, which is concave in m² (see
 * {@link dev.limpid.core.loss.ResidualLoss}).
 *
 * <p><b>References</b>
 * <ol><li>T. Zhang (2004): Statistical Behavior and Consistency of Classification Methods Based on Convex Risk Minimization.
 *     Annals of Statistics 32(1), section 3.</li></ol>
 *
 * @since 0.1.0
 */
public class ModifiedHuberLoss implements MarginLoss {

    /** The loss, which has no settings. */
    public ModifiedHuberLoss() {}

    @Override
    public Jet phi(Jet m) {
        double u = Math.max(0, 1 - m.value());
        double t = Math.min(u, 2);
        return m.chain(t * (2 * u - t), -2 * t, u > 0 && u <= 2 ? 2 : 0); // (1), (2), (3)
    }

    @Override
    public double curvature(double y, double f) {
        return Math.min(2, 2 / Math.abs(f)); // (4), as |m| = |f|
    }

    /**
     * Returns (5).
     *
     * @param f raw score
     * @return the probability of class 1, in [0, 1]
     */
    @Override
    public double mean(double f) {
        return Math.min(1, Math.max(0, 0.5 + 0.5 * f)); // (5)
    }

    @Override
    public Curvature kind() {
        return Curvature.MAJORISER;
    }

    @Override
    public Jet at(double y, double f) {
        if (getClass() != ModifiedHuberLoss.class) { // a subclass may have changed the value
            return new Jet(value(y, f), gradient(y, f), curvature(y, f));
        }
        Jet loss = formula(y, Jet.variable(f));
        return new Jet(loss.value(), loss.first(), curvature(y, f));
    }

    /** {@inheritDoc} In margins m ← m + 4·step on the line, a mean of m and 1 on the parabola. */
    @Override
    public double prox(double y, double f, double step) {
        if (getClass() != ModifiedHuberLoss.class || !(step > 0 && step < Double.POSITIVE_INFINITY)) {
            return MarginLoss.super.prox(y, f, step);
        }
        double s = 2 * y - 1;
        double u = 1 - s * f;
        double onParabola = u / (1 + 2 * step);
        return u <= 0 ? f : s * (1 - (onParabola <= 2 ? onParabola : u - 4 * step));
    }

    @Override
    public boolean convex() {
        return true;
    }

    @Override
    public String formula() {
        return getClass() == ModifiedHuberLoss.class ? "(1 − m)₊² if m ≥ −1, else −4m;  m = (2y − 1)·f" : "";
    }

    @Override
    public String source() {
        return getClass() == ModifiedHuberLoss.class
                ? "T. Zhang (2004): Statistical Behavior and Consistency of Classification Methods Based on Convex Risk Minimization"
                : "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ModifiedHuberLoss that && that.getClass() == getClass();
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
