package dev.limpid.core.loss.multiclass;

import dev.limpid.core.explain.Recipe;
import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Domain;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.Scores;
import dev.limpid.core.loss.VectorLoss;

/**
 * Ordered classes 0 … K−1, cut out of a latent score by thresholds that are scores themselves: K − 1 scores a row, of which
 * f₀ is the place on the scale and the others are the distances between thresholds, through a softplus that keeps them
 * positive.
 *
 * <pre>
 *   θ₀ = 0,  θₖ = θₖ₋₁ + log(1 + e^{fₖ})                                              (1)
 *   P(Y ≤ k) = σ(θₖ − f₀)                                                             (2)
 *   u = f₀ − θ_y  (−∞ if y = K − 1),   v = θ_{y−1} − f₀  (−∞ if y = 0)
 *   ℓ(y, f)  = log(1 + eᵘ) + log(1 + eᵛ) + [0 &lt; y &lt; K − 1]·log(1 + e^{−f_y})            (3)
 *   ∂ℓ/∂f₀   = σ(u) − σ(v)                                                            (4)
 *   ∂ℓ/∂fⱼ   = σ(fⱼ)·(σ(v)·[j &lt; y] − σ(u)·[j ≤ y]) − [j = y &lt; K − 1]·σ(−f_y)          (5)
 * </pre>
 *
 * <p>(3) is −log P(Y = y): the last factor of σ(b)·σ(−a)·(1 − e^{a − b}) is, for the gap b − a = log(1 + eᶠ), just σ(f). No
 * order has to be enforced and nothing overflows. The second derivatives follow from (4), (5) and σ′ = σ(1 − σ).
 *
 * <p>It is the proportional odds model where only f₀ depends on the row, as in
 * {@link dev.limpid.core.hypothesis.LocationHypothesis}: b₀ is then −θ₀ of the usual notation, the slopes are the same for
 * all classes. If all scores depend on the row, as in a linear model, the distances of the thresholds do too: a partial
 * proportional odds model, whose thresholds still can't cross. {@link #mean} gives P(Y &gt; 0) … P(Y &gt; K − 2).
 *
 * <p><b>References</b>
 * <ol><li>P. McCullagh (1980): Regression Models for Ordinal Data. Journal of the Royal Statistical Society B 42(2).</li></ol>
 *
 * @since 0.1.0
 */
public class CumulativeLogitLoss implements VectorLoss {

    private final int levels;

    /**
     * A cumulative logit loss.
     *
     * @param levels number of ordered classes K ≥ 2
     */
    public CumulativeLogitLoss(int levels) {
        if (levels < 2) {
            throw new IllegalArgumentException("levels must be at least 2, but was " + levels);
        }
        this.levels = levels;
    }

    /**
     * Returns the number of ordered classes.
     *
     * @return K; {@code classes()} is 0, because there are fewer scores than classes
     */
    public final int levels() {
        return levels;
    }

    @Override
    public final int scores() {
        return levels - 1;
    }

    /** θₖ for k ≥ 0. */
    private static double threshold(double[] f, int k) {
        double threshold = 0;
        for (int j = 1; j <= k; j++) {
            threshold += Scores.softplus(f[j]); // (1)
        }
        return threshold;
    }

    private double u(int y, double[] f) {
        return y == levels - 1 ? Double.NEGATIVE_INFINITY : f[0] - threshold(f, y);
    }

    private static double v(int y, double[] f) {
        return y == 0 ? Double.NEGATIVE_INFINITY : threshold(f, y - 1) - f[0];
    }

    private boolean isInner(int y) {
        return y > 0 && y < levels - 1;
    }

    @Override
    public double value(double[] y, double[] f) {
        return cost((int) y[0], f);
    }

    private double cost(int y, double[] f) {
        double gap = isInner(y) ? Scores.softplus(-f[y]) : 0;
        return Scores.softplus(u(y, f)) + Scores.softplus(v(y, f)) + gap; // (3)
    }

    @Override
    public void gradient(double[] y, double[] f, double[] out) {
        int target = (int) y[0];
        double above = Scores.sigmoid(u(target, f));
        double below = Scores.sigmoid(v(target, f));
        out[0] = above - below; // (4)
        for (int j = 1; j < f.length; j++) {
            double pull = (j < target ? below : 0) - (j <= target ? above : 0);
            out[j] = Scores.sigmoid(f[j]) * pull - (j == target ? Scores.sigmoid(-f[j]) : 0); // (5)
        }
    }

    /** {@inheritDoc} The diagonal of the second derivatives where that is positive, else 0. */
    @Override
    public void curvature(double[] y, double[] f, double[] out) {
        double[][] second = new double[f.length][f.length];
        second((int) y[0], f, second);
        for (int k = 0; k < f.length; k++) {
            out[k] = Math.max(0, second[k][k]);
        }
    }

    @Override
    public Curvature kind() {
        return Curvature.EXACT;
    }

    @Override
    public void secondDerivative(double[] y, double[] f, double[][] out) {
        second((int) y[0], f, out);
    }

    private void second(int y, double[] f, double[][] out) {
        double u = u(y, f);
        double v = v(y, f);
        double bendU = bend(u);
        double bendV = bend(v);
        out[0][0] = bendU + bendV;
        for (int j = 1; j < f.length; j++) {
            double s = Scores.sigmoid(f[j]);
            out[0][j] = -s * ((j <= y ? bendU : 0) + (j < y ? bendV : 0));
            out[j][0] = out[0][j];
            for (int k = 1; k < f.length; k++) {
                int later = Math.max(j, k);
                out[j][k] = s * Scores.sigmoid(f[k]) * ((later <= y ? bendU : 0) + (later < y ? bendV : 0));
            }
            double pull = (j < y ? Scores.sigmoid(v) : 0) - (j <= y ? Scores.sigmoid(u) : 0);
            out[j][j] += bend(f[j]) * (pull + (j == y ? 1 : 0));
        }
    }

    /** σ′. */
    private static double bend(double f) {
        return Scores.sigmoid(f) * Scores.sigmoid(-f);
    }

    /**
     * {@inheritDoc} In closed form, from the shares of the classes, if all rows have the same scores.
     */
    @Override
    public void bestShift(Sample sample, double[] out) {
        if (getClass() != CumulativeLogitLoss.class) { // a subclass may have changed the value
            VectorLoss.super.bestShift(sample, out);
            return;
        }
        double[] weight = new double[levels];
        for (int i = 0; i < sample.size(); i++) {
            weight[(int) sample.y(i)] += sample.w(i);
        }
        for (int k = 0; k < levels; k++) {
            requireRows(k, weight[k]);
        }
        if (!sample.sameScores()) {
            VectorLoss.super.bestShift(sample, out);
            return;
        }
        double atOrBelow = 0;
        double before = 0;
        double above = java.util.Arrays.stream(weight).sum();
        for (int k = 0; k < out.length; k++) {
            atOrBelow += weight[k];
            above -= weight[k];
            double threshold = Math.log(atOrBelow / above); // logit P(Y ≤ k)
            double score = k == 0 ? -threshold : Math.log(Math.expm1(threshold - before)); // (1), solved for fₖ
            out[k] = score - sample.scores().get(k).at(0);
            before = threshold;
        }
    }

    private void requireRows(int k, double weight) {
        if (!(weight > 0)) {
            throw new IllegalArgumentException("bestShift of " + name()
                    + " must have a finite minimiser, but the loss falls without end: no row is of class " + k
                    + "; give rows of all " + levels + " classes or close the gap");
        }
    }

    /**
     * Computes the probabilities to lie above each class but the last.
     *
     * @param f raw scores, length K − 1; not changed
     * @param out receives P(Y &gt; k) = σ(f₀ − θₖ) at k, length K − 1; descending
     */
    @Override
    public void mean(double[] f, double[] out) {
        double threshold = 0;
        for (int k = 0; k < scores(); k++) {
            threshold += k == 0 ? 0 : Scores.softplus(f[k]);
            out[k] = Scores.sigmoid(f[0] - threshold); // (2)
        }
    }

    /**
     * Returns the probabilities of the classes.
     *
     * @param f raw scores, length K − 1; not changed
     * @return P(Y = k) at k, length K
     */
    public final double[] probabilities(double[] f) {
        double[] p = new double[levels];
        for (int k = 0; k < levels; k++) {
            p[k] = Math.exp(-cost(k, f));
        }
        return p;
    }

    @Override
    public Domain domain() {
        return Domain.classes(levels);
    }

    @Override
    public String formula() {
        return getClass() == CumulativeLogitLoss.class
                ? "−log(σ(θ_y − f₀) − σ(θ_{y−1} − f₀)),  θₖ = θₖ₋₁ + log(1 + e^{fₖ})"
                : "";
    }

    @Override
    public String source() {
        return getClass() == CumulativeLogitLoss.class ? "P. McCullagh (1980): Regression Models for Ordinal Data" : "";
    }

    @Override
    public Recipe recipe() {
        return Recipe.of(this).with("levels", levels);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CumulativeLogitLoss that && that.getClass() == getClass() && that.levels == levels;
    }

    @Override
    public int hashCode() {
        return 31 * getClass().hashCode() + levels;
    }

    @Override
    public String toString() {
        return name() + "[levels=" + levels + "]";
    }
}
