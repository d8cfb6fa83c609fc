package dev.limpid.core.penalty.constraint;

import dev.limpid.core.explain.Recipe;
import dev.limpid.core.internal.numeric.Projections;
import dev.limpid.core.parameter.Block;
import dev.limpid.core.penalty.LinearMinimizationOracle;
import dev.limpid.core.penalty.SeparablePenalty;
import java.util.Arrays;

/**
 * Each coordinate between two bounds, the same for all or one pair for each.
 *
 * <pre>
 *   Ω(x) = 0 if lⱼ ≤ xⱼ ≤ uⱼ for all j, else +∞            (1)
 *   prox(z) = min(max(z, lⱼ), uⱼ)                          (2)  coordinate by coordinate; whatever the step
 *   argmin of ⟨g, s⟩: sⱼ = lⱼ if gⱼ ≥ 0, else uⱼ           (3)
 * </pre>
 *
 * <p>A coordinate counts as inside up to 10⁻⁹ of its bound, so that rounding doesn't throw it out.
 *
 * <p><b>References</b>
 * <ol><li>D. P. Bertsekas (1982): Projected Newton Methods for Optimization Problems with Simple Constraints. SIAM Journal on
 *     Control and Optimization 20.</ol>
 *
 * @since 0.1.0
 */
public final class Box implements SeparablePenalty, LinearMinimizationOracle {

    private final boolean uniform;
    private final double[] lower;
    private final double[] upper;

    private Box(boolean uniform, double[] lower, double[] upper) {
        if (lower.length != upper.length) {
            throw new IllegalArgumentException("lower and upper must have the same length, but have lengths "
                    + lower.length + " and " + upper.length);
        }
        for (int j = 0; j < lower.length; j++) {
            if (!(lower[j] <= upper[j] && lower[j] < Double.POSITIVE_INFINITY && upper[j] > Double.NEGATIVE_INFINITY)) {
                String at = uniform ? "" : "[" + j + "]";
                throw new IllegalArgumentException("lower" + at + " must be <= upper" + at
                        + " with a number between them, but were " + lower[j] + " and " + upper[j]);
            }
        }
        this.uniform = uniform;
        this.lower = lower;
        this.upper = upper;
    }

    /**
     * Returns the constraint that all coordinates lie between the same bounds.
     *
     * @param lower l, −∞ for none
     * @param upper u ≥ l, +∞ for none
     * @return the constraint
     * @throws IllegalArgumentException if no number lies between them
     */
    public static Box of(double lower, double upper) {
        return new Box(true, new double[] {lower}, new double[] {upper});
    }

    /**
     * Returns the constraint with bounds for each coordinate.
     *
     * @param lower lⱼ, one for each number of the block in its order, −∞ for none; copied
     * @param upper uⱼ ≥ lⱼ, likewise, +∞ for none; copied
     * @return the constraint
     * @throws IllegalArgumentException if lengths differ, or no number lies between a pair
     */
    public static Box of(double[] lower, double[] upper) {
        return new Box(false, lower.clone(), upper.clone());
    }

    /**
     * Tells whether all coordinates have the same bounds.
     *
     * @return true for bounds that were given once
     */
    public boolean isUniform() {
        return uniform;
    }

    /**
     * Returns a lower bound.
     *
     * @param j position in the block
     * @return lⱼ
     */
    @Override
    public double lower(int j) {
        return lower[uniform ? 0 : j];
    }

    /**
     * Returns an upper bound.
     *
     * @param j position in the block
     * @return uⱼ
     */
    @Override
    public double upper(int j) {
        return upper[uniform ? 0 : j];
    }

    @Override
    public double absoluteStrength(int j) {
        return 0;
    }

    @Override
    public double value(double x, int j) {
        if (Double.isNaN(x)) {
            return x;
        }
        double l = lower(j);
        double u = upper(j);
        boolean inside = x >= l - Projections.ROUNDING * Math.abs(l) && x <= u + Projections.ROUNDING * Math.abs(u);
        return inside ? 0 : Double.POSITIVE_INFINITY; // (1)
    }

    @Override
    public double prox(double z, int j, double step) {
        return Math.min(Math.max(z, lower(j)), upper(j)); // (2)
    }

    @Override
    public void linearMinimum(double[] g, Block b, double[] s) {
        check(b);
        for (int j = 0; j < b.size(); j++) {
            s[b.offset() + j] = g[b.offset() + j] >= 0 ? lower(j) : upper(j); // (3)
        }
    }

    @Override
    public boolean bounded() {
        return Arrays.stream(lower).allMatch(Double::isFinite)
                && Arrays.stream(upper).allMatch(Double::isFinite);
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
        if (!uniform && lower.length != b.size()) {
            throw new IllegalArgumentException("lower and upper must have length " + b.size()
                    + " (one pair per number of block '" + b.name() + "'), but have length " + lower.length);
        }
    }

    @Override
    public String formula() {
        return "0 if l ≤ x ≤ u, else +∞";
    }

    @Override
    public String formula(String x) {
        return uniform ? "[" + lower[0] + " ≤ " + x + " ≤ " + upper[0] + "]" : "[l ≤ " + x + " ≤ u]";
    }

    @Override
    public String source() {
        return "D. P. Bertsekas (1982): Projected Newton Methods for Optimization Problems with Simple Constraints";
    }

    @Override
    public Recipe recipe() {
        return SeparablePenalty.super.recipe().with("lower", text(lower)).with("upper", text(upper));
    }

    private String text(double[] bounds) {
        return uniform ? String.valueOf(bounds[0]) : Arrays.toString(bounds);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Box that
                && that.uniform == uniform
                && Arrays.equals(that.lower, lower)
                && Arrays.equals(that.upper, upper);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(lower) + Arrays.hashCode(upper);
    }

    @Override
    public String toString() {
        return "Box[lower=" + text(lower) + ", upper=" + text(upper) + "]";
    }
}
