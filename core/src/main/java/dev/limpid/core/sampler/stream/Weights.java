package dev.limpid.core.sampler.stream;

/** What reservoirs accept as weights. */
final class Weights {

    private Weights() {}

    /** Tells whether an item is there at all. */
    static boolean isPositive(double weight) {
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("weight must be finite and >= 0, but was " + weight);
        }
        return weight > 0;
    }

    /** As above, for a reservoir that gives all items the same chance. */
    static boolean isOne(String reservoir, double weight) {
        if (isPositive(weight) && weight != 1) {
            throw new IllegalArgumentException("weight must be 0 or 1 for " + reservoir
                    + ", which gives all items the same chance, but was " + weight + ": use WeightedReservoir");
        }
        return weight == 1;
    }
}
