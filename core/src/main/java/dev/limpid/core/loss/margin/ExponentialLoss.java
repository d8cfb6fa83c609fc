package dev.limpid.core.loss.margin;

import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.MarginLoss;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.Scores;

/**
 * The loss of AdaBoost.
 *
 * <pre>
 *   φ(m)  = e⁻ᵐ              (1)
 *   φ′(m) = −e⁻ᵐ             (2)
 *   φ″(m) = e⁻ᵐ              (3)
 *   p     = σ(2f)            (4)   the probability that a score stands for: f is half the log odds
 * </pre>
 *
 * <p>A row that is wrong by m weighs e^|m|: few wrong labels can rule the fit. The loss is finite for m ≥ −709; below that
 * value and curvature are +∞ and the gradient −∞, never NaN.
 *
 * <p><b>References</b>
 * <ol><li>Y. Freund, R. E. Schapire (1997): A Decision-Theoretic Generalization of On-Line Learning and an Application to
 *     Boosting. Journal of Computer and System Sciences 55(1).</li>
 * <li>J. Friedman, T. Hastie, R. Tibshirani (2000): Additive Logistic Regression: a Statistical View of Boosting. Annals of
 *     Statistics 28(2), lemma 1, for (4).</li></ol>
 *
 * @since 0.1.0
 */
public class ExponentialLoss implements MarginLoss {

    /** The loss, which has no settings. */
    public ExponentialLoss() {}

    @Override
    public Jet phi(Jet m) {
        return m.negate().exp(); // (1), (2), (3)
    }

    /**
     * Returns (4).
     *
     * @param f raw score
     * @return the probability of class 1, in [0, 1]
     */
    @Override
    public double mean(double f) {
        return Scores.sigmoid(2 * f); // (4)
    }

    @Override
    public Jet at(double y, double f) {
        return getClass() == ExponentialLoss.class
                ? MarginLoss.super.at(y, f)
                : new Jet(value(y, f), gradient(y, f), curvature(y, f)); // a subclass may have changed the value
    }

    /**
     * {@inheritDoc} In closed form, ½·log(A/B) with A = Σ wᵢ·exp(−fᵢ) over class 1 and B = Σ wᵢ·exp(fᵢ) over class 0; the
     * largest margins are taken out of the sums so that nothing overflows.
     */
    @Override
    public double bestShift(Sample sample) {
        if (getClass() != ExponentialLoss.class) { // a subclass may have changed the value
            return MarginLoss.super.bestShift(sample);
        }
        double[] top = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int i = 0; i < sample.size(); i++) {
            int y = (int) sample.y(i);
            top[y] = Math.max(top[y], (1 - 2 * y) * sample.f(i));
        }
        double[] sum = new double[2];
        for (int i = 0; i < sample.size(); i++) {
            int y = (int) sample.y(i);
            sum[y] += sample.w(i) * Math.exp((1 - 2 * y) * sample.f(i) - top[y]);
        }
        if (!(sum[0] > 0 && sum[1] > 0)) {
            throw new IllegalArgumentException("bestShift of " + name()
                    + " must have a finite minimiser, but the loss falls without end: the targets hold one class only, "
                    + (sum[1] > 0 ? "1" : "0") + "; give rows of both classes");
        }
        return 0.5 * (Math.log(sum[1] / sum[0]) + top[1] - top[0]);
    }

    @Override
    public boolean convex() {
        return true;
    }

    @Override
    public String formula() {
        return getClass() == ExponentialLoss.class ? "e⁻ᵐ,  m = (2y − 1)·f" : "";
    }

    @Override
    public String source() {
        return getClass() == ExponentialLoss.class
                ? "Y. Freund, R. E. Schapire (1997): A Decision-Theoretic Generalization of On-Line Learning and an Application to Boosting"
                : "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExponentialLoss that && that.getClass() == getClass();
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
