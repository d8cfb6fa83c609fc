package dev.limpid.core.internal.numeric;

import dev.limpid.core.parameter.Block;
import java.util.Arrays;

/** Sums over a block, always from first to last, so that the same input gives the same bits. */
public final class Norms {

    private Norms() {}

    /**
     * Copies a block.
     *
     * @param t all parameters
     * @param b the block
     * @return its numbers
     */
    public static double[] copy(double[] t, Block b) {
        return Arrays.copyOfRange(t, b.offset(), b.end());
    }

    /**
     * Writes a block.
     *
     * @param numbers one for each number of the block
     * @param t all parameters; changed in the block
     * @param b the block
     */
    public static void write(double[] numbers, double[] t, Block b) {
        System.arraycopy(numbers, 0, t, b.offset(), b.size());
    }

    /**
     * Adds numbers.
     *
     * @param x the numbers
     * @return Σx
     */
    public static double sum(double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += v;
        }
        return sum;
    }

    /**
     * Looks for numbers that aren't finite.
     *
     * @param x the numbers
     * @return whether all are finite
     */
    public static boolean isFinite(double[] x) {
        for (double v : x) {
            if (!Double.isFinite(v)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns ‖t‖₂ of a block.
     *
     * @param t all parameters
     * @param b the block
     * @return its length
     */
    public static double l2(double[] t, Block b) {
        double square = 0;
        for (int j = b.offset(); j < b.end(); j++) {
            square += t[j] * t[j];
        }
        return Math.sqrt(square);
    }

    /**
     * Multiplies a block.
     *
     * @param t all parameters; changed in the block
     * @param b the block
     * @param factor the number
     */
    public static void scale(double[] t, Block b, double factor) {
        for (int j = b.offset(); j < b.end(); j++) {
            t[j] *= factor;
        }
    }
}
