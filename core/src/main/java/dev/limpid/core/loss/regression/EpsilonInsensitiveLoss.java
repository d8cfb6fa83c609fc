package dev.limpid.core.loss.regression;

import dev.limpid.core.explain.Recipe;
import dev.limpid.core.internal.Settings;
import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.ResidualLoss;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.ScalarLoss;

/**
 * Residuals up to ε cost nothing, larger ones what they exceed ε by: the loss of support vector regression.
 *
 * <pre>
 *   ℓ(y, f) = max(0, |r| − ε),  r = f − y                        (1)
 *   ∂ℓ/∂f   = sign(r) if |r| &gt; ε, 0 if |r| &lt; ε                   (2)   at the kinks the middle, ½·sign(r)
 *   ∂²ℓ/∂f² = 0                                                  (3)
 *   h       = max(½/e, 1/|r|) if |r| &gt; ε, else ½/e,  e = ||r| − ε|    (4)
 * </pre>
 *
 * <p>(4) is the smallest majoriser that there is. Right of the tube, at r &gt; ε, the parabola (r − ε) + d + ½h·d² must not go
 * below 0, hence h ≥ ½/(r − ε), nor below the left branch −(r + d) − ε, hence h ≥ 1/r; inside, ½h·d² must not go below the
 * branch that is e away, hence h ≥ ½/e. No parabola lies above a kink itself; the tiny δ of {@link ResidualLoss#resolution}
 * keeps h finite there.
 *
 * <p><b>References</b>
 * <ol><li>V. N. Vapnik (1995): The Nature of Statistical Learning Theory. Springer, chapter 6.</li></ol>
 *
 * @since 0.1.0
 */
public class EpsilonInsensitiveLoss implements ScalarLoss {

    private final double epsilon;

    /**
     * An ε-insensitive loss.
     *
     * @param epsilon ε, half the width of the tube, on the scale of the target; finite and ≥ 0, with 0 for the absolute loss
     */
    public EpsilonInsensitiveLoss(double epsilon) {
        this.epsilon = Settings.notNegative("epsilon", epsilon);
    }

    /**
     * Returns half the width of the tube.
     *
     * @return ε
     */
    public final double epsilon() {
        return epsilon;
    }

    @Override
    public double value(double y, double f) {
        return Math.max(0, Math.abs(f - y) - epsilon); // (1)
    }

    @Override
    public double gradient(double y, double f) {
        double r = f - y;
        double outside = 0.5 + 0.5 * Math.signum(Math.abs(r) - epsilon);
        return Math.signum(r) * outside; // (2)
    }

    @Override
    public double secondDerivative(double y, double f) {
        return 0; // (3)
    }

    @Override
    public double curvature(double y, double f) {
        double delta = ResidualLoss.resolution(y, f);
        double size = Math.abs(f - y);
        double e = Math.abs(size - epsilon);
        double other = size > epsilon ? 1 / Math.max(size, delta) : 0;
        return Math.max(0.5 / Math.max(e, delta), other); // (4)
    }

    @Override
    public Curvature kind() {
        return Curvature.MAJORISER;
    }

    /**
     * {@inheritDoc} As max(0, |x| − ε) = ½|x − ε| + ½|x + ε| − ε, it is the weighted median of the 2n numbers y − f ± ε;
     * {@link WeightedQuantile} tells which one of many.
     */
    @Override
    public double bestShift(Sample sample) {
        if (getClass() != EpsilonInsensitiveLoss.class) { // a subclass may have changed the value
            return ScalarLoss.super.bestShift(sample);
        }
        int n = sample.size();
        double[] x = new double[2 * n];
        double[] w = new double[2 * n];
        for (int i = 0; i < n; i++) {
            double residual = sample.y(i) - sample.f(i);
            x[i] = residual - epsilon;
            x[n + i] = residual + epsilon;
            w[i] = sample.w(i);
            w[n + i] = sample.w(i);
        }
        return WeightedQuantile.of(x, w, 0.5);
    }

    /** {@inheritDoc} The score, moved towards the tube by step, but not beyond its border. */
    @Override
    public double prox(double y, double f, double step) {
        if (getClass() != EpsilonInsensitiveLoss.class || !(step > 0 && step < Double.POSITIVE_INFINITY)) {
            return ScalarLoss.super.prox(y, f, step);
        }
        double r = f - y;
        double size = Math.abs(r);
        return size <= epsilon ? f : y + Math.copySign(Math.max(epsilon, size - step), r);
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
        return getClass() == EpsilonInsensitiveLoss.class ? "max(0, |f − y| − ε)" : "";
    }

    @Override
    public String source() {
        return getClass() == EpsilonInsensitiveLoss.class
                ? "V. N. Vapnik (1995): The Nature of Statistical Learning Theory"
                : "";
    }

    @Override
    public Recipe recipe() {
        return Recipe.of(this).with("epsilon", epsilon);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EpsilonInsensitiveLoss that
                && that.getClass() == getClass()
                && Double.compare(that.epsilon, epsilon) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * getClass().hashCode() + Double.hashCode(epsilon);
    }

    @Override
    public String toString() {
        return name() + "[epsilon=" + epsilon + "]";
    }
}
