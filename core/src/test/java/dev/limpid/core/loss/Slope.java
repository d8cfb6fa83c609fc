package dev.limpid.core.loss;

import java.util.function.DoubleUnaryOperator;

/**
 * The derivative of a function from central differences with steps that halve, extrapolated to step 0 (Richardson;
 * Ridders 1982): the entry of the table with the smallest estimate of its own error.
 *
 * @param value the derivative
 * @param error estimate of its error
 */
record Slope(double value, double error) {

    private static final int HALVINGS = 10;

    static Slope of(DoubleUnaryOperator function, double x) {
        double h = 1e-2 * Math.max(1, Math.abs(x));
        double[] row = new double[0];
        Slope best = new Slope(Double.NaN, Double.POSITIVE_INFINITY);
        for (int i = 0; i <= HALVINGS; i++, h /= 2) {
            double[] next = new double[i + 1];
            next[0] = (function.applyAsDouble(x + h) - function.applyAsDouble(x - h)) / (2 * h);
            for (int j = 1, power = 4; j <= i; j++, power *= 4) {
                next[j] = next[j - 1] + (next[j - 1] - row[j - 1]) / (power - 1.0);
                double error = Math.max(Math.abs(next[j] - next[j - 1]), Math.abs(next[j] - row[j - 1]));
                if (error < best.error) {
                    best = new Slope(next[j], error);
                }
            }
            row = next;
        }
        return best;
    }

    /**
     * Ten times the estimate (measured worst case: six times), and the rounding of two values of the given size over the
     * smallest step, 4·2⁻⁵³·size / 2·10⁻⁵.
     */
    double tolerance(double size) {
        return 10 * error + 2e-11 * (1 + size);
    }
}
