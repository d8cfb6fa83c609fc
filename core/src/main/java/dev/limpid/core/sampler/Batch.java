package dev.limpid.core.sampler;

import java.util.Arrays;

/**
 * Units to look at in a step, with a weight for each.
 *
 * <p>The law of a batch: Σₖ weight(k)·φ(unit(k)) estimates fraction·Σᵤ φ(u) for any φ. A plain draw of b out of n units has
 * weights 1 and fraction b/n; a biased draw carries weights that undo the bias.
 *
 * <p>Either a range of units (weights 1) or a list.
 *
 * @since 0.1.0
 */
public final class Batch {

    private final int from;
    private final int size;
    private final int[] units;
    private final double[] weights;
    private final double fraction;

    private Batch(int from, int size, int[] units, double[] weights, double fraction) {
        if (!(fraction > 0)) {
            throw new IllegalArgumentException("fraction must be > 0, but was " + fraction);
        }
        this.from = from;
        this.size = size;
        this.units = units;
        this.weights = weights;
        this.fraction = fraction;
    }

    /**
     * A range of units, each with weight 1.
     *
     * @param from first unit
     * @param to unit after the last
     * @param fraction what the batch stands for, &gt; 0
     * @return the batch
     */
    public static Batch range(int from, int to, double fraction) {
        if (!(0 <= from && from <= to)) {
            throw new IllegalArgumentException("range must be 0 <= from <= to, but was " + from + " … " + to);
        }
        return new Batch(from, to - from, new int[0], new double[0], fraction);
    }

    /**
     * A list of units, each with weight 1.
     *
     * @param units the units; a unit may occur more than once; copied
     * @param fraction what the batch stands for, &gt; 0
     * @return the batch
     */
    public static Batch of(int[] units, double fraction) {
        double[] ones = new double[units.length];
        Arrays.fill(ones, 1);
        return of(units, ones, fraction);
    }

    /**
     * A list of units with weights.
     *
     * @param units the units; a unit may occur more than once; copied
     * @param weights a weight ≥ 0 for each; copied
     * @param fraction what the batch stands for, &gt; 0
     * @return the batch
     */
    public static Batch of(int[] units, double[] weights, double fraction) {
        if (units.length != weights.length) {
            throw new IllegalArgumentException(
                    "weights must have length " + units.length + " (one per unit), but have length " + weights.length);
        }
        for (int k = 0; k < weights.length; k++) {
            if (!(weights[k] >= 0 && Double.isFinite(weights[k]))) {
                throw new IllegalArgumentException(
                        "weights must be finite and >= 0, but weights[" + k + "] was " + weights[k]);
            }
        }
        return new Batch(-1, units.length, units.clone(), weights.clone(), fraction);
    }

    /**
     * Returns the number of entries.
     *
     * @return b ≥ 0
     */
    public int size() {
        return size;
    }

    /**
     * Returns the unit of an entry.
     *
     * @param k entry, in [0, size)
     * @return the unit
     */
    public int unit(int k) {
        return from >= 0 ? from + k : units[k];
    }

    /**
     * Returns the weight of an entry.
     *
     * @param k entry, in [0, size)
     * @return the weight; multiplies the unit's own
     */
    public double weight(int k) {
        return from >= 0 ? 1 : weights[k];
    }

    /**
     * Returns what the batch stands for: the share of all units that its weighted sum estimates.
     *
     * @return the fraction &gt; 0
     */
    public double fraction() {
        return fraction;
    }

    /**
     * Tells whether the units are consecutive with weights 1, so that tiles can be read as they lie.
     *
     * @return true for a range
     */
    public boolean isRange() {
        return from >= 0;
    }

    @Override
    public String toString() {
        return size + " units, fraction " + fraction;
    }
}
