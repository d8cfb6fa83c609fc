package dev.limpid.testkit.internal;

import java.util.function.DoubleUnaryOperator;

/**
 * Derivatives of a function from its values, by extrapolated differences that estimate their own error, so that nobody has
 * to choose a step or a tolerance.
 *
 * <pre>
 * D(h)    = (v(x + h) − v(x − h)) / 2h  = v′(x) + c₁·h² + c₂·h⁴ + …
 * T[0][i] = D(h₀ / 2ⁱ)
 * T[j][i] = (4ʲ·T[j−1][i] − T[j−1][i−1]) / (4ʲ − 1)
 * </pre>
 *
 * <p>The entry that differs least from its two neighbours is the answer, that difference its error. One-sided slopes have
 * all powers of h in their error, hence 2ʲ in place of 4ʲ.
 *
 * <p>Source: L. F. Richardson (1911), The approximate arithmetical solution by finite differences; C. J. F. Ridders (1982),
 * Accurate computation of F′(x) and F′(x)F″(x).
 */
public final class Differences {

    private static final int HALVINGS = 10;

    private Differences() {}

    /**
     * A derivative.
     *
     * @param value the number; NaN where the function isn't finite around the point
     * @param error what it may be wrong by: ten times the difference of neighbouring entries (the worst true error seen was
     *     six times), and the rounding of the values
     */
    public record Estimate(double value, double error) {

        /**
         * Tells whether a number may be the derivative.
         *
         * @param other the number
         * @return true if it differs by no more than the error, or by one part in 10⁹
         */
        public boolean agrees(double other) {
            return Math.abs(other - value) <= tolerance(other);
        }

        /**
         * Returns by how much a number may differ.
         *
         * @param other the number
         * @return the error, or one part in 10⁹ of the larger number
         */
        public double tolerance(double other) {
            return Math.max(error, 1e-9 * Math.max(Math.abs(value), Math.abs(other)));
        }
    }

    /**
     * Computes v′(x) from both sides.
     *
     * @param v the function
     * @param x the point
     * @return v′(x)
     */
    public static Estimate central(DoubleUnaryOperator v, double x) {
        return central(v, x, 0);
    }

    /**
     * Computes v′(x) from both sides, of a function that is rounded more coarsely than its last digit (a difference of larger
     * numbers, say).
     *
     * @param v the function
     * @param x the point
     * @param noise what the function may be wrong by, ≥ 0
     * @return v′(x)
     */
    public static Estimate central(DoubleUnaryOperator v, double x, double noise) {
        return extrapolate(v, x, 1, 4, noise);
    }

    /**
     * Computes the slope to the right, lim (v(x + h) − v(x)) / h for h ↓ 0.
     *
     * @param v the function
     * @param x the point
     * @return the slope
     */
    public static Estimate right(DoubleUnaryOperator v, double x) {
        return extrapolate(v, x, 0, 2, 0);
    }

    /**
     * Computes the slope to the left, lim (v(x) − v(x − h)) / h for h ↓ 0.
     *
     * @param v the function
     * @param x the point
     * @return the slope
     */
    public static Estimate left(DoubleUnaryOperator v, double x) {
        Estimate mirrored = right(u -> v.applyAsDouble(-u), -x);
        return new Estimate(-mirrored.value(), mirrored.error());
    }

    private static Estimate extrapolate(DoubleUnaryOperator v, double x, double back, double factor, double noise) {
        double[][] t = new double[HALVINGS + 1][HALVINGS + 1];
        double best = Double.NaN;
        double bestError = Double.POSITIVE_INFINITY;
        double rounding = 0;
        double h = 1e-2 * Math.max(1, Math.abs(x));
        for (int i = 0; i <= HALVINGS; i++, h /= 2) {
            double from = x - back * h;
            double to = x + h;
            double low = v.applyAsDouble(from);
            double high = v.applyAsDouble(to);
            t[0][i] = (high - low) / (to - from);
            double power = factor;
            for (int j = 1; j <= i; j++, power *= factor) {
                t[j][i] = (power * t[j - 1][i] - t[j - 1][i - 1]) / (power - 1);
                double error = Math.max(Math.abs(t[j][i] - t[j - 1][i]), Math.abs(t[j][i] - t[j - 1][i - 1]));
                if (error < bestError) {
                    bestError = error;
                    best = t[j][i];
                    rounding = (8 * Math.ulp(Math.max(Math.abs(low), Math.abs(high))) + 2 * noise) / (to - from);
                }
            }
        }
        return new Estimate(best, 10 * bestError + rounding);
    }
}
