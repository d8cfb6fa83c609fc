package dev.limpid.core.sampler.negative;

/**
 * An item drawn to be set beside a right one.
 *
 * @param item the item; not positive
 * @param weight multiplies the loss of the pair; finite, ≥ 0; 0 says that there is nothing to learn from it
 * @param trials items that were looked at until this one; ≥ 1
 * @since 0.1.0
 */
public record Negative(int item, double weight, int trials) {

    /** Checks the ranges. */
    public Negative {
        if (!(item >= 0)) {
            throw new IllegalArgumentException("item must be >= 0, but was " + item);
        }
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("weight must be finite and >= 0, but was " + weight);
        }
        if (!(trials >= 1)) {
            throw new IllegalArgumentException("trials must be >= 1, but was " + trials);
        }
    }
}
