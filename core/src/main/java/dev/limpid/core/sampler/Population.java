package dev.limpid.core.sampler;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.Loss;

/**
 * What a sampler draws from: the units of an objective, their weights, and what else is known of them.
 *
 * <p>Labels, groups and times are optional. A sampler that needs what a population doesn't have refuses it.
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
     * Tells whether units have labels.
     *
     * @return true where {@link #label} answers: the objective is a sum over rows with one class as target; false unless overridden
     */
    default boolean hasLabels() {
        return false;
    }

    /**
     * Returns the label of a unit, such as its class: what strata are made of.
     *
     * @param unit the unit, in [0, n)
     * @return its label, any number
     * @throws UnsupportedOperationException if units have none
     */
    default int label(int unit) {
        throw new UnsupportedOperationException("units have no labels: ask hasLabels() before label(" + unit + ")");
    }

    /**
     * Tells whether units are in groups.
     *
     * @return true where {@link #group} answers: the objective is a sum over rows of data with groups; false unless overridden
     */
    default boolean hasGroups() {
        return false;
    }

    /**
     * Returns the group of a unit, such as the patient that a row was measured on.
     *
     * @param unit the unit, in [0, n)
     * @return its group, any number
     * @throws UnsupportedOperationException if units are in none
     */
    default int group(int unit) {
        throw new UnsupportedOperationException("units have no groups: ask hasGroups() before group(" + unit + ")");
    }

    /**
     * Returns when a unit was seen.
     *
     * @param unit the unit, in [0, n)
     * @return its time, finite; its place in the data unless overridden
     */
    default double time(int unit) {
        return unit;
    }

    /**
     * The rows of a data set as units: their weights, their groups if there are some, and their classes as labels where the
     * target is one column of whole numbers for a loss of classes. Their time is their place.
     *
     * @param data the rows
     * @param loss what is minimised over them
     * @return the population
     */
    static Population of(Dataset data, Loss loss) {
        return RowPopulation.of(data, loss);
    }

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
