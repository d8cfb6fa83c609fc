package dev.limpid.core.penalty;

import dev.limpid.core.explain.Recipe;
import dev.limpid.core.parameter.Block;
import java.util.Arrays;

/**
 * A lasso with a weight for each coordinate, small for those that a first estimate found large.
 *
 * <pre>
 *   Ω(x) = λ·Σⱼ vⱼ·|xⱼ|                                       (1)
 *   prox(z) = max(z − λ·vⱼ·s, 0) + min(z + λ·vⱼ·s, 0)         (2)  s the step; coordinate by coordinate
 *   vⱼ = 1/|x̂ⱼ|ᵉ from a first estimate x̂, e &gt; 0              (3)
 * </pre>
 *
 * <p>A weight of 0 leaves its coordinate alone; a weight of +∞ holds it at 0.
 *
 * <p><b>References</b>
 * <ol><li>H. Zou (2006): The Adaptive Lasso and Its Oracle Properties. Journal of the American Statistical Association
 *     101.</ol>
 *
 * @since 0.1.0
 */
public final class AdaptiveLassoPenalty implements SeparablePenalty {

    private final double strength;
    private final double[] weights;

    private AdaptiveLassoPenalty(double strength, double[] weights) {
        Strengths.check(strength);
        for (int j = 0; j < weights.length; j++) {
            if (!(weights[j] >= 0)) {
                throw new IllegalArgumentException("weights must be >= 0, but weights[" + j + "] was " + weights[j]);
            }
        }
        this.strength = strength;
        this.weights = weights;
    }

    /**
     * Returns the penalty λ·Σⱼ vⱼ·|xⱼ|.
     *
     * @param strength λ; finite, ≥ 0
     * @param weights vⱼ, one for each number of the block in its order; in [0, +∞]; copied
     * @return the penalty
     * @throws IllegalArgumentException if a number isn't in its range
     */
    public static AdaptiveLassoPenalty of(double strength, double... weights) {
        return new AdaptiveLassoPenalty(strength, weights.clone());
    }

    /**
     * Returns the penalty whose weights come from a first estimate by (3), such as that of least squares or ridge.
     *
     * @param strength λ; finite, ≥ 0
     * @param estimate x̂, one for each number of the block in its order; finite; a coordinate that is 0 there stays 0
     * @param exponent e; finite, &gt; 0; usually 1
     * @return the penalty
     * @throws IllegalArgumentException if a number isn't in its range
     */
    public static AdaptiveLassoPenalty fromEstimate(double strength, double[] estimate, double exponent) {
        if (!(exponent > 0 && Double.isFinite(exponent))) {
            throw new IllegalArgumentException("exponent must be finite and > 0, but was " + exponent);
        }
        double[] v = new double[estimate.length];
        for (int j = 0; j < v.length; j++) {
            if (!Double.isFinite(estimate[j])) {
                throw new IllegalArgumentException(
                        "estimate must be finite, but estimate[" + j + "] was " + estimate[j]);
            }
            v[j] = 1 / Math.pow(Math.abs(estimate[j]), exponent); // (3)
        }
        return new AdaptiveLassoPenalty(strength, v);
    }

    /**
     * Returns the strength.
     *
     * @return λ
     */
    public double strength() {
        return strength;
    }

    /**
     * Returns the weights.
     *
     * @return a copy of v
     */
    public double[] weights() {
        return weights.clone();
    }

    @Override
    public double value(double x, int j) {
        return x == 0 ? 0 : slope(j) * Math.abs(x); // (1)
    }

    @Override
    public double prox(double z, int j, double step) {
        double shift = slope(j) * step;
        return Math.max(z - shift, 0) + Math.min(z + shift, 0); // (2)
    }

    /** λ·vⱼ, with 0·∞ = 0: a strength of 0 penalises nothing. */
    private double slope(int j) {
        return strength == 0 ? 0 : strength * weights[j];
    }

    @Override
    public double value(double[] t, Block b) {
        check(b);
        return SeparablePenalty.super.value(t, b);
    }

    @Override
    public void prox(double[] z, Block b, double step) {
        check(b);
        SeparablePenalty.super.prox(z, b, step);
    }

    @Override
    public void check(Block b) {
        if (weights.length != b.size()) {
            throw new IllegalArgumentException("weights must have length " + b.size()
                    + " (one weight per number of block '" + b.name() + "'), but has length " + weights.length);
        }
    }

    @Override
    public double absoluteStrength(int j) {
        return strength * weights[j];
    }

    @Override
    public String formula() {
        return "λ·Σⱼ vⱼ·|xⱼ|";
    }

    @Override
    public String formula(String x) {
        return strength + "·‖v∘" + x + "‖₁";
    }

    @Override
    public String source() {
        return "H. Zou (2006): The Adaptive Lasso and Its Oracle Properties";
    }

    @Override
    public Recipe recipe() {
        return SeparablePenalty.super.recipe().with("strength", strength).with("weights", Arrays.toString(weights));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AdaptiveLassoPenalty that
                && Double.compare(that.strength, strength) == 0
                && Arrays.equals(that.weights, weights);
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(strength) + Arrays.hashCode(weights);
    }

    @Override
    public String toString() {
        return "AdaptiveLassoPenalty[strength=" + strength + ", weights=" + Arrays.toString(weights) + "]";
    }
}
