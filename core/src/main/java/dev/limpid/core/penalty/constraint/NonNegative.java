package dev.limpid.core.penalty.constraint;

import dev.limpid.core.penalty.SeparablePenalty;

/**
 * No coordinate below 0.
 *
 * <pre>
 *   Ω(x) = 0 if all xⱼ ≥ 0, else +∞       (1)
 *   prox(z) = max(z, 0)                   (2)  coordinate by coordinate; whatever the step
 * </pre>
 *
 * <p><b>References</b>
 * <ol><li>C. L. Lawson, R. J. Hanson (1974): Solving Least Squares Problems, chapter 23.</ol>
 *
 * @since 0.1.0
 */
public record NonNegative() implements SeparablePenalty {

    /**
     * Returns the constraint x ≥ 0.
     *
     * @return the constraint
     */
    public static NonNegative of() {
        return new NonNegative();
    }

    @Override
    public double value(double x, int j) {
        return x < 0 ? Double.POSITIVE_INFINITY : Double.isNaN(x) ? x : 0; // (1)
    }

    @Override
    public double prox(double z, int j, double step) {
        return Math.max(z, 0); // (2)
    }

    @Override
    public double lower(int j) {
        return 0;
    }

    @Override
    public double absoluteStrength(int j) {
        return 0;
    }

    @Override
    public String formula() {
        return "0 if x ≥ 0, else +∞";
    }

    @Override
    public String formula(String x) {
        return "[" + x + " ≥ 0]";
    }

    @Override
    public String source() {
        return "C. L. Lawson, R. J. Hanson (1974): Solving Least Squares Problems";
    }
}
