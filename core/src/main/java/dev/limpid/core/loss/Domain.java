package dev.limpid.core.loss;

import java.util.random.RandomGenerator;

/**
 * The targets that a loss is defined for: an interval of the real line, or its integers.
 *
 * @param lower smallest target, −∞ for none
 * @param lowerOpen whether the smallest target itself is outside
 * @param upper largest target, +∞ for none
 * @param integer whether just integers are inside
 * @since 0.1.0
 */
public record Domain(double lower, boolean lowerOpen, double upper, boolean integer) {

    /** Checks that the interval isn't empty. */
    public Domain {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("lower must be <= upper, but was " + lower + " > " + upper);
        }
    }

    /**
     * All finite numbers.
     *
     * @return the real line
     */
    public static Domain real() {
        return new Domain(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false);
    }

    /**
     * Numbers ≥ 0.
     *
     * @return the closed half line
     */
    public static Domain nonNegative() {
        return new Domain(0, false, Double.POSITIVE_INFINITY, false);
    }

    /**
     * Numbers &gt; 0.
     *
     * @return the open half line
     */
    public static Domain positive() {
        return new Domain(0, true, Double.POSITIVE_INFINITY, false);
    }

    /**
     * Numbers in [0, 1]: two classes 0 and 1, and soft labels between them.
     *
     * @return the unit interval
     */
    public static Domain probability() {
        return new Domain(0, false, 1, false);
    }

    /**
     * The codes 0 … K−1.
     *
     * @param count number of classes K ≥ 2
     * @return the codes
     */
    public static Domain classes(int count) {
        if (count < 2) {
            throw new IllegalArgumentException("classes must be at least 2, but was " + count);
        }
        return new Domain(0, false, count - 1.0, true);
    }

    /**
     * Tells whether a target is inside.
     *
     * @param y the target
     * @return false for NaN and ±∞ too
     */
    public boolean contains(double y) {
        boolean above = lowerOpen ? y > lower : y >= lower;
        return Double.isFinite(y) && above && y <= upper && (!integer || y == Math.rint(y));
    }

    /**
     * Refuses a target outside.
     *
     * @param y the target
     * @param loss name of the loss, for the message
     * @throws IllegalArgumentException if the target isn't inside
     */
    public void check(double y, String loss) {
        if (!contains(y)) {
            throw new IllegalArgumentException("target must be " + this + " for " + loss + ", but was " + y);
        }
    }

    /**
     * Draws a target: of size about 1 on a half line or the real line, evenly otherwise.
     *
     * @param random source of randomness
     * @return a target inside
     */
    public double draw(RandomGenerator random) {
        if (Double.isFinite(lower) && Double.isFinite(upper)) {
            return integer
                    ? lower + random.nextInt((int) (upper - lower) + 1)
                    : lower + (upper - lower) * random.nextDouble();
        }
        double size = random.nextExponential();
        double y = Double.isFinite(lower)
                ? lower + (lowerOpen ? Math.max(size, 1e-3) : size)
                : Double.isFinite(upper) ? upper - size : 2 * random.nextGaussian();
        return integer ? Math.rint(y) : y;
    }

    /**
     * Prints the rule, for instance {@code finite and >= 0}.
     *
     * @return the text, to follow "must be"
     */
    @Override
    public String toString() {
        if (integer && Double.isFinite(lower) && Double.isFinite(upper)) {
            return "an integer in " + (long) lower + " … " + (long) upper;
        }
        String kind = integer ? "an integer" : "finite";
        if (Double.isFinite(lower) && Double.isFinite(upper)) {
            return "in " + (lowerOpen ? "(" : "[") + lower + ", " + upper + "]";
        }
        if (Double.isFinite(lower)) {
            return kind + " and " + (lowerOpen ? "> " : ">= ") + lower;
        }
        return Double.isFinite(upper) ? kind + " and <= " + upper : kind;
    }
}
