package dev.limpid.core.sampler;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Values;
import dev.limpid.core.loss.Loss;
import java.util.List;

/**
 * The rows of a data set as units.
 *
 * @param weights of the rows
 * @param classes the target, if it is one column of class codes; else empty
 * @param groups of the rows; empty if there are none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RowPopulation(Values weights, List<Values> classes, int[] groups) implements Population {

    static RowPopulation of(Dataset data, Loss loss) {
        boolean labels = loss.classes() > 0
                && data.targets().size() == 1
                && areCodes(data.targets().get(0));
        return new RowPopulation(data.weights(), labels ? data.targets() : List.of(), data.groups());
    }

    /** Whether no target lies between two classes. */
    private static boolean areCodes(Values targets) {
        for (int u = 0; u < targets.size(); u++) {
            if ((int) targets.at(u) != targets.at(u)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int size() {
        return weights.size();
    }

    @Override
    public double weight(int unit) {
        return weights.at(unit);
    }

    @Override
    public boolean hasLabels() {
        return !classes.isEmpty();
    }

    @Override
    public int label(int unit) {
        return hasLabels() ? (int) classes.get(0).at(unit) : Population.super.label(unit);
    }

    @Override
    public boolean hasGroups() {
        return groups.length > 0;
    }

    @Override
    public int group(int unit) {
        return hasGroups() ? groups[unit] : Population.super.group(unit);
    }
}
