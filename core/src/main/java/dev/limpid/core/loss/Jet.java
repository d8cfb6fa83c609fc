package dev.limpid.core.loss;

/**
 * A number with its first and second derivative with respect to the score.
 *
 * @param value the number u
 * @param first u′
 * @param second u″
 * @since 0.1.0
 */
public record Jet(double value, double first, double second) {

    /**
     * The score itself.
     *
     * @param f raw score
     * @return (f, 1, 0)
     */
    public static Jet variable(double f) {
        return new Jet(f, 1, 0);
    }

    /**
     * A number that does not depend on the score.
     *
     * @param c the number
     * @return (c, 0, 0)
     */
    public static Jet constant(double c) {
        return new Jet(c, 0, 0);
    }
}
