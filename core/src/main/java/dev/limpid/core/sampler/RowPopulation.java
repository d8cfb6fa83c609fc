package dev.limpid.core.sampler;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Values;
import dev.limpid.core.loss.Loss;

/** The rows of a data set as units. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RowPopulation(Values weights, int[] labels, int[] groups) implements Population {

    static RowPopulation of(Dataset data, Loss loss) {
        boolean classes = loss.classes() > 0 && data.targets().size() == 1;
        int[] labels = classes ? codes(data.targets().get(0)) : new int[0];
        return new RowPopulation(data.weights(), labels, data.groups());
    }

    /** Targets as class codes; empty if some lie between two classes. */
    private static int[] codes(Values targets) {
        int[] codes = new int[targets.size()];
        for (int u = 0; u < codes.length; u++) {
            codes[u] = (int) targets.at(u);
            if (codes[u] != targets.at(u)) {
                return new int[0];
            }
        }
        return codes;
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
        return labels.length > 0;
    }

    @Override
    public int label(int unit) {
        return hasLabels() ? labels[unit] : Population.super.label(unit);
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
