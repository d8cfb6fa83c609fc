package dev.limpid.core.sampler;

/**
 * What a sampler draws from: the units of an objective and their weights.
 *
 * @since 0.1.0
 */
public interface Population {

    /**
     * Returns the number of units n.
     *
     * @return n ≥ 1
     */
    int size();

    /**
     * Returns the weight of a unit.
     *
     * @param unit the unit, in [0, n)
     * @return its weight &gt; 0; the objective multiplies it in, a sampler need not
     */
    double weight(int unit);

    /**
     * Units with equal weights.
     *
     * @param size number of units
     * @return the population
     */
    static Population of(int size) {
        return new Population() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public double weight(int unit) {
                return 1;
            }
        };
    }
}
