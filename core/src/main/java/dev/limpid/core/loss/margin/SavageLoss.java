package dev.limpid.core.loss.margin;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.MarginLoss;
import dev.limpid.core.loss.Scores;

/**
 * The squared probability of the wrong class: bounded, so that rows that are wrong beyond doubt (wrong labels, outliers) are
 * given up. With q = σ(−2m) it is the Brier score of the half log odds.
 *
 * <pre>
 *   q = σ(−2m),  p = 1 − q
 *   φ(m)  = q²                              (1)
 *   φ′(m) = −4pq²                           (2)
 *   φ″(m) = 8pq²·(2p − q)                   (3)   negative if q &gt; ⅔
 *   h     = min(c, 2/m²) if m ≥ 0, c·(4pq)² if m &lt; 0      (4)   c = max φ″
 *   P     = σ(2f)                           (5)   the probability that a score stands for
 * </pre>
 *
 * <p>(4) is a majoriser. No φ″ is larger than c = 0.616, reached where 12q² − 15q + 4 = 0, q = (15 − √33)/24. On the right, at
 * m &gt; 0, the loss is nearly 0 and no more than 1 anywhere: 2/m² lifts the parabola above that. On the left, the parabola
 * need only stay above 0 on its way to the right, for which φ′²/(2φ) = ½·(4pq)² is nearly enough, c·(4pq)² more than enough.
 *
 * <p>Not convex: a fit finds a local minimum.
 *
 * <p><b>References</b>
 * <ol><li>H. Masnadi-Shirazi, N. Vasconcelos (2008): On the Design of Loss Functions for Classification: Theory, Robustness to
 *     Outliers, and SavageBoost. NIPS.</li></ol>
 *
 * @since 0.1.0
 */
public class SavageLoss implements MarginLoss {

    /** Where φ″ is largest. */
    private static final double STEEPEST = (15 - Math.sqrt(33)) / 24;

    private static final double LARGEST = 8 * (1 - STEEPEST) * STEEPEST * STEEPEST * (2 - 3 * STEEPEST);

    /** The loss, which has no settings. */
    public SavageLoss() {}

    @Override
    public Jet phi(Jet m) {
        double e = Math.exp(-2 * Math.abs(m.value()));
        double p = (m.value() >= 0 ? 1 : e) / (1 + e);
        double q = (m.value() >= 0 ? e : 1) / (1 + e);
        return m.chain(q * q, -4 * p * q * q, 8 * p * q * q * (2 * p - q)); // (1), (2), (3)
    }

    @Override
    public double curvature(double y, double f) {
        double m = (2 * y - 1) * f;
        double pq4 = 4 * Scores.sigmoid(2 * m) * Scores.sigmoid(-2 * m);
        return m >= 0 ? Math.min(LARGEST, 2 / (m * m)) : LARGEST * pq4 * pq4; // (4)
    }

    /**
     * Returns (5).
     *
     * @param f raw score
     * @return the probability of class 1, in [0, 1]
     */
    @Override
    public double mean(double f) {
        return Scores.sigmoid(2 * f); // (5)
    }

    @Override
    public Curvature kind() {
        return Curvature.MAJORISER;
    }

    @Override
    public Jet at(double y, double f) {
        if (getClass() != SavageLoss.class) { // a subclass may have changed the value
            return new Jet(value(y, f), gradient(y, f), curvature(y, f));
        }
        Jet loss = formula(y, Jet.variable(f));
        return new Jet(loss.value(), loss.first(), curvature(y, f));
    }

    @Override
    public String formula() {
        return getClass() == SavageLoss.class ? "1/(1 + e²ᵐ)²,  m = (2y − 1)·f" : "";
    }

    @Override
    public String source() {
        return getClass() == SavageLoss.class
                ? "H. Masnadi-Shirazi, N. Vasconcelos (2008): On the Design of Loss Functions for Classification"
                : "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SavageLoss that && that.getClass() == getClass();
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
