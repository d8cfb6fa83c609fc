package dev.limpid.algorithms.path;

import dev.limpid.algorithms.linear.PenaltySeries;
import dev.limpid.core.penalty.Penalty;
import java.util.function.DoubleFunction;

/** The strengths of a path; the numbers in comments are those of {@link PathSpec}. */
final class Grid {

    /** Powers of two that are tried before it is said that no strength will do. */
    private static final int MOST_DOUBLINGS = 200;

    private Grid() {}

    /** The least strength that leaves all coefficients at 0, to the last bit. */
    static double largest(PenaltySeries series, DoubleFunction<? extends Penalty> family, String name) {
        double high = 1;
        int doublings = 0;
        while (!series.keepsZero(family.apply(high))) {
            high *= 2;
            if (++doublings > MOST_DOUBLINGS) {
                throw new IllegalArgumentException(
                        "strengths must be named for " + name + ", since none leaves all coefficients at 0");
            }
        }
        double low = high / 2;
        while (series.keepsZero(family.apply(low))) {
            high = low;
            low /= 2;
            if (low == 0) {
                throw new IllegalArgumentException(
                        "features must tell something of the target, but all coefficients are 0 whatever the strength of "
                                + name);
            }
        }
        while (Math.nextUp(low) < high) { // (2)
            double middle = low + (high - low) / 2;
            if (series.keepsZero(family.apply(middle))) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    static double[] geometric(double largest, double ratio, int points) {
        double[] grid = new double[points];
        for (int k = 0; k < points; k++) {
            grid[k] = largest * Math.exp(Math.log(ratio) * k / (points - 1)); // (3)
        }
        return grid;
    }
}
