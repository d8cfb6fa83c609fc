package dev.limpid.core.loss.multioutput;

import dev.limpid.core.explain.Recipe;
import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.ResidualLoss;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.VectorLoss;
import dev.limpid.core.loss.regression.QuantileLoss;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Several quantiles of one target: the pinball loss of each level τₖ, with a score for each.
 *
 * <pre>
 *   ℓ(y, f) = Σₖ max(−τₖ·rₖ, (1 − τₖ)·rₖ),  rₖ = fₖ − y      (1)
 *   ∂ℓ/∂fₖ  = ½·sign(rₖ) + ½ − τₖ                            (2)   at the kink the middle, ½ − τₖ
 *   ∂²ℓ/∂f² = 0                                              (3)
 *   hₖ      = ½ / max(|rₖ|, δ)                               (4)   a majoriser, see {@link QuantileLoss}
 * </pre>
 *
 * <p>Quantiles that are estimated apart may cross: the score of a level may lie above that of a higher one. {@link #mean}
 * sorts them, which brings the estimate nowhere farther from the true quantiles and mostly nearer (Chernozhukov et al.).
 *
 * <p><b>References</b>
 * <ol><li>R. Koenker, G. Bassett (1978): Regression Quantiles. Econometrica 46(1).</li>
 * <li>V. Chernozhukov, I. Fernández-Val, A. Galichon (2010): Quantile and Probability Curves Without Crossing. Econometrica
 *     78(3), for the sorting.</li></ol>
 *
 * @since 0.1.0
 */
public class MultiQuantileLoss implements VectorLoss {

    private final double[] levels;

    /**
     * A loss of several quantiles.
     *
     * @param levels τ₀ … τ_{K−1} in (0, 1), ascending; at least one
     */
    public MultiQuantileLoss(double... levels) {
        Objects.requireNonNull(levels, "levels");
        if (levels.length == 0) {
            throw new IllegalArgumentException("levels must have at least one number, but were empty");
        }
        for (int k = 0; k < levels.length; k++) {
            if (!(levels[k] > 0 && levels[k] < 1) || (k > 0 && !(levels[k] > levels[k - 1]))) {
                throw new IllegalArgumentException(
                        "levels must be in (0, 1) and ascending, but were " + Arrays.toString(levels));
            }
        }
        this.levels = levels.clone();
    }

    /**
     * Returns the levels.
     *
     * @return a copy of τ₀ … τ_{K−1}
     */
    public final double[] levels() {
        return levels.clone();
    }

    @Override
    public final int scores() {
        return levels.length;
    }

    @Override
    public double value(double[] y, double[] f) {
        double loss = 0;
        for (int k = 0; k < levels.length; k++) {
            double r = f[k] - y[0];
            loss += Math.max(-levels[k] * r, (1 - levels[k]) * r); // (1)
        }
        return loss;
    }

    @Override
    public void gradient(double[] y, double[] f, double[] out) {
        for (int k = 0; k < levels.length; k++) {
            out[k] = 0.5 * Math.signum(f[k] - y[0]) + 0.5 - levels[k]; // (2)
        }
    }

    @Override
    public void secondDerivative(double[] y, double[] f, double[][] out) {
        for (double[] row : out) {
            Arrays.fill(row, 0); // (3)
        }
    }

    @Override
    public void curvature(double[] y, double[] f, double[] out) {
        for (int k = 0; k < levels.length; k++) {
            out[k] = 0.5 / Math.max(Math.abs(f[k] - y[0]), ResidualLoss.resolution(y[0], f[k])); // (4)
        }
    }

    @Override
    public Curvature kind() {
        return Curvature.MAJORISER;
    }

    @Override
    public boolean hasProx() {
        return getClass() == MultiQuantileLoss.class; // a subclass may have changed the value
    }

    /** {@inheritDoc} That of {@link QuantileLoss}, level by level. */
    @Override
    public void prox(double[] y, double[] f, double step, double[] out) {
        if (!hasProx()) {
            VectorLoss.super.prox(y, f, step, out);
        }
        for (int k = 0; k < levels.length; k++) {
            double r = f[k] - y[0];
            double up = step * (1 - levels[k]);
            double down = step * levels[k];
            out[k] = r > up ? f[k] - up : r < -down ? f[k] + down : y[0];
        }
    }

    /** {@inheritDoc} For each level the weighted quantile of the residuals y − fₖ. */
    @Override
    public void bestShift(Sample sample, double[] out) {
        if (getClass() != MultiQuantileLoss.class) { // a subclass may have changed the value
            VectorLoss.super.bestShift(sample, out);
            return;
        }
        for (int k = 0; k < levels.length; k++) {
            out[k] = new QuantileLoss(levels[k])
                    .bestShift(
                            new Sample(sample.targets(), List.of(sample.scores().get(k)), sample.weights()));
        }
    }

    /**
     * Sorts the scores.
     *
     * @param f raw scores, length K; not changed
     * @param out receives the quantiles of the levels, ascending
     */
    @Override
    public void mean(double[] f, double[] out) {
        System.arraycopy(f, 0, out, 0, levels.length);
        Arrays.sort(out, 0, levels.length);
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
        return getClass() == MultiQuantileLoss.class ? "Σₖ ½|rₖ| + (½ − τₖ)rₖ,  rₖ = fₖ − y" : "";
    }

    @Override
    public String source() {
        return getClass() == MultiQuantileLoss.class ? "R. Koenker, G. Bassett (1978): Regression Quantiles" : "";
    }

    @Override
    public Recipe recipe() {
        return Recipe.of(this).with("levels", Arrays.toString(levels));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MultiQuantileLoss that
                && that.getClass() == getClass()
                && Arrays.equals(that.levels, levels);
    }

    @Override
    public int hashCode() {
        return 31 * getClass().hashCode() + Arrays.hashCode(levels);
    }

    @Override
    public String toString() {
        return name() + "[levels=" + Arrays.toString(levels) + "]";
    }
}
