package dev.limpid.core.loss.margin;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.MarginLoss;

/**
 * A bounded loss that punishes a little what is right by too large a margin, so that scores stay where they tell
 * probabilities apart.
 *
 * <pre>
 *   a = atan m,  v = 2a − 1,  d = 1/(1 + m²)
 *   φ(m)  = v²                              (1)   0 at m = tan ½ = 0.546
 *   φ′(m) = 4·v·d                           (2)
 *   φ″(m) = 8·d²·(1 − m·v)                  (3)
 *   h     = min(c, 8π/m²) if m ≥ 0, min(c, 11.6·d²) if m &lt; 0      (4)   c = 8.485, the largest φ″
 *   p     = atan f + ½, cut at 0 and 1      (5)   the probability that a score stands for
 * </pre>
 *
 * <p>(4) is a majoriser. On the right, the loss rises by no more than 4π as m goes to −∞, hence 2·4π/m². On the left, where φ
 * is near (π + 1)², the parabola must stay above (π − 1)² on its way to the right: φ′²/(2φ − 2(π − 1)²) tends to 10.93·d²,
 * and 11.6·d² is enough for all m.
 *
 * <p>Not convex: a fit finds a local minimum.
 *
 * <p><b>References</b>
 * <ol><li>H. Masnadi-Shirazi, V. Mahadevan, N. Vasconcelos (2010): On the Design of Robust Classifiers for Computer Vision.
 *     CVPR.</li></ol>
 *
 * @since 0.1.0
 */
public class TangentLoss implements MarginLoss {

    private static final double LARGEST = 8.485;
    private static final double RIGHT = 8 * Math.PI;
    private static final double LEFT = 11.6;

    /** The loss, which has no settings. */
    public TangentLoss() {}

    @Override
    public Jet phi(Jet m) {
        double v = 2 * Math.atan(m.value()) - 1;
        double d = 1 / (1 + m.value() * m.value());
        return m.chain(v * v, 4 * v * d, 8 * d * d * (1 - m.value() * v)); // (1), (2), (3)
    }

    @Override
    public double curvature(double y, double f) {
        double m = (2 * y - 1) * f;
        double d = 1 / (1 + m * m);
        return Math.min(LARGEST, m >= 0 ? RIGHT / (m * m) : LEFT * d * d); // (4)
    }

    /**
     * Returns (5).
     *
     * @param f raw score
     * @return the probability of class 1, in [0, 1]
     */
    @Override
    public double mean(double f) {
        return Math.min(1, Math.max(0, Math.atan(f) + 0.5)); // (5)
    }

    @Override
    public Curvature kind() {
        return Curvature.MAJORISER;
    }

    @Override
    public Jet at(double y, double f) {
        if (getClass() != TangentLoss.class) { // a subclass may have changed the value
            return new Jet(value(y, f), gradient(y, f), curvature(y, f));
        }
        Jet loss = formula(y, Jet.variable(f));
        return new Jet(loss.value(), loss.first(), curvature(y, f));
    }

    @Override
    public String formula() {
        return getClass() == TangentLoss.class ? "(2·atan m − 1)²,  m = (2y − 1)·f" : "";
    }

    @Override
    public String source() {
        return getClass() == TangentLoss.class
                ? "H. Masnadi-Shirazi, V. Mahadevan, N. Vasconcelos (2010): On the Design of Robust Classifiers for Computer Vision"
                : "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TangentLoss that && that.getClass() == getClass();
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
