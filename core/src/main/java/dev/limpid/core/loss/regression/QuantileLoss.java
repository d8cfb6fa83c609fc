package dev.limpid.core.loss.regression;

import dev.limpid.core.explain.Recipe;
import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.ResidualLoss;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.ScalarLoss;

/**
 * The pinball loss: the best score is the quantile of level τ. A score below the target costs τ a unit, one above it
 * 1 − τ.
 *
 * <pre>
 *   ℓ(y, f) = ½|r| + (½ − τ)·r = max(−τ·r, (1 − τ)·r),  r = f − y     (1)
 *   ∂ℓ/∂f   = ½·sign(r) + ½ − τ                                       (2)   at the kink the middle, ½ − τ
 *   ∂²ℓ/∂f² = 0                                                       (3)
 *   h       = ½ / max(|r|, δ)                                         (4)
 * </pre>
 *
 * <p>(4) is a majoriser: a parabola above ½|r| (see {@link AbsoluteLoss}), to which (1) adds a linear term. The tiny δ of
 * {@link ResidualLoss#resolution} keeps h finite at the kink.
 *
 * <p><b>References</b>
 * <ol><li>R. Koenker, G. Bassett (1978): Regression Quantiles. Econometrica 46(1).</li>
 * <li>D. R. Hunter, K. Lange (2000): Quantile Regression via an MM Algorithm. Journal of Computational and Graphical
 *     Statistics 9(1), for (4).</li></ol>
 *
 * @since 0.1.0
 */
public class QuantileLoss implements ScalarLoss {

    private final double level;

    /**
     * A quantile loss.
     *
     * @param level τ in (0, 1); 0.5 for half the absolute loss
     */
    public QuantileLoss(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be in (0, 1), but was " + level);
        }
        this.level = level;
    }

    /**
     * Returns the level.
     *
     * @return τ
     */
    public final double level() {
        return level;
    }

    @Override
    public double value(double y, double f) {
        double r = f - y;
        return Math.max(-level * r, (1 - level) * r); // (1)
    }

    @Override
    public double gradient(double y, double f) {
        return 0.5 * Math.signum(f - y) + 0.5 - level; // (2)
    }

    @Override
    public double secondDerivative(double y, double f) {
        return 0; // (3)
    }

    @Override
    public double curvature(double y, double f) {
        return 0.5 / Math.max(Math.abs(f - y), ResidualLoss.resolution(y, f)); // (4)
    }

    @Override
    public Curvature kind() {
        return Curvature.MAJORISER;
    }

    @Override
    public Jet at(double y, double f) {
        if (getClass() != QuantileLoss.class) { // a subclass may have changed the value
            return ScalarLoss.super.at(y, f);
        }
        double r = f - y;
        double slope = 0.5 * Math.signum(r) + 0.5 - level;
        double weight = 0.5 / Math.max(Math.abs(r), ResidualLoss.resolution(y, f));
        return new Jet(Math.max(-level * r, (1 - level) * r), slope, weight);
    }

    /** {@inheritDoc} The weighted quantile of the residuals y − f; {@link WeightedQuantile} tells which one of many. */
    @Override
    public double bestShift(Sample sample) {
        if (getClass() != QuantileLoss.class) { // a subclass may have changed the value
            return ScalarLoss.super.bestShift(sample);
        }
        double[] x = new double[sample.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = sample.y(i) - sample.f(i);
        }
        return WeightedQuantile.of(x, sample.weights().toArray(), level);
    }

    @Override
    public boolean smooth() {
        return false;
    }

    /** {@inheritDoc} The score, moved towards the target by step times the slope, but not beyond it. */
    @Override
    public double prox(double y, double f, double step) {
        if (getClass() != QuantileLoss.class || !(step > 0 && step < Double.POSITIVE_INFINITY)) {
            return ScalarLoss.super.prox(y, f, step);
        }
        double down = step * (1 - level);
        double up = step * level;
        double r = f - y;
        return r > down ? f - down : r < -up ? f + up : y;
    }

    @Override
    public boolean convex() {
        return true;
    }

    @Override
    public String formula() {
        return getClass() == QuantileLoss.class ? "½|r| + (½ − τ)r,  r = f − y" : "";
    }

    @Override
    public String source() {
        return getClass() == QuantileLoss.class ? "R. Koenker, G. Bassett (1978): Regression Quantiles" : "";
    }

    @Override
    public Recipe recipe() {
        return Recipe.of(this).with("level", level);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof QuantileLoss that
                && that.getClass() == getClass()
                && Double.compare(that.level, level) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * getClass().hashCode() + Double.hashCode(level);
    }

    @Override
    public String toString() {
        return name() + "[level=" + level + "]";
    }
}
