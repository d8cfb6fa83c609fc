package dev.limpid.core.data;

import java.util.Arrays;

/**
 * An immutable sequence of numbers: a target, the weights, an offset.
 *
 * @since 0.1.0
 */
public final class Values {

    private final double[] values;

    private Values(double[] values) {
        this.values = values;
    }

    /**
     * Copies an array.
     *
     * @param values the numbers; copied
     * @return the sequence
     */
    public static Values of(double... values) {
        return new Values(values.clone());
    }

    /**
     * Repeats one number.
     *
     * @param value the number
     * @param size how often, ≥ 0
     * @return the sequence
     */
    public static Values constant(double value, int size) {
        double[] values = new double[size];
        Arrays.fill(values, value);
        return new Values(values);
    }

    /**
     * Returns how many numbers there are.
     *
     * @return the length
     */
    public int size() {
        return values.length;
    }

    /**
     * Returns one number.
     *
     * @param index position, in [0, size)
     * @return the number there
     */
    public double at(int index) {
        return values[index];
    }

    /**
     * Copies a range to the front of an array.
     *
     * @param from first position
     * @param to position after the last
     * @param out receives the numbers at 0 … to − from − 1
     */
    public void copy(int from, int to, double[] out) {
        System.arraycopy(values, from, out, 0, to - from);
    }

    /**
     * Picks numbers by position.
     *
     * @param positions positions, each in [0, size)
     * @return the numbers there, in that order
     */
    public Values select(int... positions) {
        double[] picked = new double[positions.length];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = values[positions[i]];
        }
        return new Values(picked);
    }

    /**
     * Returns the sum, added from first to last.
     *
     * @return the sum
     */
    public double sum() {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /**
     * Returns a copy as an array.
     *
     * @return a new array
     */
    public double[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Values that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return values.length <= 8 ? Arrays.toString(values) : values.length + " numbers";
    }
}
