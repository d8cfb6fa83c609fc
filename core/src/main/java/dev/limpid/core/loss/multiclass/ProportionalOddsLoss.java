package dev.limpid.core.loss.multiclass;

import dev.limpid.core.data.Values;
import dev.limpid.core.explain.Recipe;
import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Domain;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.Scores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Ordered classes 0 … K−1, cut out of one latent score by given thresholds: the log loss of the cumulative logit model.
 *
 * <pre>
 *   P(Y ≤ k)  = σ(θₖ − f),  θ₀ &lt; θ₁ &lt; … &lt; θ_{K−2},  θ₋₁ = −∞,  θ_{K−1} = ∞          (1)
 *   P(Y = y)  = σ(θ_y − f)·σ(f − θ_{y−1})·(1 − exp(θ_{y−1} − θ_y))                    (2)
 *   ℓ(y, f)   = log(1 + e^{f − θ_y}) + log(1 + e^{θ_{y−1} − f}) − log(1 − e^{θ_{y−1} − θ_y})     (3)
 *   ∂ℓ/∂f     = σ(f − θ_y) − σ(θ_{y−1} − f)  =  P(Y &gt; y) − P(Y &lt; y)                  (4)
 *   ∂²ℓ/∂f²   = σ′(f − θ_y) + σ′(f − θ_{y−1})                                         (5)
 * </pre>
 *
 * <p>(2) follows from σ(b) − σ(a) = σ(b)·σ(−a)·(1 − e^{a − b}); unlike the difference it loses no digits. Terms with θ₋₁ or
 * θ_{K−1} are 0.
 *
 * <p>One score a row makes the odds proportional whatever computes the score: in a linear model all classes share the slopes,
 * as the name asks, and trees and networks share theirs. The price is that thresholds are settings.
 * {@link #withThresholdsFor} gives the best ones for scores at hand: begin with those for scores of 0, fit, repeat. To fit
 * them together with the slopes, use {@link CumulativeLogitLoss}.
 *
 * <p><b>References</b>
 * <ol><li>P. McCullagh (1980): Regression Models for Ordinal Data. Journal of the Royal Statistical Society B 42(2).</li></ol>
 *
 * @since 0.1.0
 */
public class ProportionalOddsLoss implements ScalarLoss {

    private final double[] thresholds;

    /**
     * A proportional odds loss.
     *
     * @param thresholds θ₀ … θ_{K−2}, finite and ascending; at least one
     */
    public ProportionalOddsLoss(double... thresholds) {
        Objects.requireNonNull(thresholds, "thresholds");
        if (thresholds.length == 0) {
            throw new IllegalArgumentException("thresholds must have at least one number, but were empty");
        }
        for (int k = 0; k < thresholds.length; k++) {
            if (!Double.isFinite(thresholds[k]) || (k > 0 && !(thresholds[k] > thresholds[k - 1]))) {
                throw new IllegalArgumentException(
                        "thresholds must be finite and ascending, but were " + Arrays.toString(thresholds));
            }
        }
        this.thresholds = thresholds.clone();
    }

    /**
     * Returns the same loss with the thresholds that cost least on the scores at hand.
     *
     * @param sample rows with one target, the class, and one score each; all classes 0 … K−1 of this loss occur
     * @return a loss with K − 1 new thresholds
     * @throws IllegalArgumentException if a class has no rows
     */
    public final ProportionalOddsLoss withThresholdsFor(Sample sample) {
        int free = thresholds.length;
        List<Values> scores = new ArrayList<>(sample.scores());
        while (scores.size() < free) {
            scores.add(Values.constant(0, sample.size()));
        }
        double[] shift = new double[free];
        CumulativeLogitLoss cumulative = new CumulativeLogitLoss(free + 1);
        cumulative.bestShift(new Sample(sample.targets(), scores, sample.weights()), shift);
        double[] best = new double[free];
        best[0] = -shift[0];
        for (int k = 1; k < free; k++) {
            best[k] = best[k - 1] + Scores.softplus(shift[k]);
        }
        return new ProportionalOddsLoss(best);
    }

    /**
     * Returns the thresholds.
     *
     * @return a copy of θ₀ … θ_{K−2}
     */
    public final double[] thresholds() {
        return thresholds.clone();
    }

    /** f − θ_y, −∞ for the last class. */
    private double above(int y, double f) {
        return y == thresholds.length ? Double.NEGATIVE_INFINITY : f - thresholds[y];
    }

    /** θ_{y−1} − f, −∞ for the first class. */
    private double below(int y, double f) {
        return y == 0 ? Double.NEGATIVE_INFINITY : thresholds[y - 1] - f;
    }

    @Override
    public double value(double y, double f) {
        return cost((int) y, f);
    }

    private double cost(int y, double f) {
        boolean inner = y > 0 && y < thresholds.length;
        double width = inner ? Math.log(-Math.expm1(thresholds[y - 1] - thresholds[y])) : 0;
        return Scores.softplus(above(y, f)) + Scores.softplus(below(y, f)) - width; // (3)
    }

    @Override
    public double gradient(double y, double f) {
        return Scores.sigmoid(above((int) y, f)) - Scores.sigmoid(below((int) y, f)); // (4)
    }

    @Override
    public double secondDerivative(double y, double f) {
        double u = above((int) y, f);
        double v = below((int) y, f);
        return Scores.sigmoid(u) * Scores.sigmoid(-u) + Scores.sigmoid(v) * Scores.sigmoid(-v); // (5)
    }

    @Override
    public double curvature(double y, double f) {
        return secondDerivative(y, f);
    }

    @Override
    public Curvature kind() {
        return Curvature.EXACT;
    }

    /**
     * Returns the expected class code, Σₖ P(Y &gt; k).
     *
     * @param f raw score
     * @return a number in [0, K − 1]
     */
    @Override
    public double mean(double f) {
        double mean = 0;
        for (double threshold : thresholds) {
            mean += Scores.sigmoid(f - threshold);
        }
        return mean;
    }

    /**
     * Returns the probabilities of the classes.
     *
     * @param f raw score
     * @return P(Y = k) at k, length K
     */
    public final double[] probabilities(double f) {
        double[] p = new double[thresholds.length + 1];
        for (int k = 0; k < p.length; k++) {
            p[k] = Math.exp(-cost(k, f)); // (2)
        }
        return p;
    }

    @Override
    public Domain domain() {
        return Domain.classes(thresholds.length + 1);
    }

    @Override
    public boolean convex() {
        return true;
    }

    @Override
    public String formula() {
        return getClass() == ProportionalOddsLoss.class ? "−log(σ(θ_y − f) − σ(θ_{y−1} − f))" : "";
    }

    @Override
    public String source() {
        return getClass() == ProportionalOddsLoss.class
                ? "P. McCullagh (1980): Regression Models for Ordinal Data"
                : "";
    }

    @Override
    public Recipe recipe() {
        return Recipe.of(this).with("thresholds", Arrays.toString(thresholds));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProportionalOddsLoss that
                && that.getClass() == getClass()
                && Arrays.equals(that.thresholds, thresholds);
    }

    @Override
    public int hashCode() {
        return 31 * getClass().hashCode() + Arrays.hashCode(thresholds);
    }

    @Override
    public String toString() {
        return name() + "[thresholds=" + Arrays.toString(thresholds) + "]";
    }
}
