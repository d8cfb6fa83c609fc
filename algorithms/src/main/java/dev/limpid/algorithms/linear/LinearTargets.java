package dev.limpid.algorithms.linear;

import dev.limpid.algorithms.internal.Targets;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Schema;
import java.util.Arrays;

/** The targets that a spec is fitted to: those of the data, or a 1 for each row. */
final class LinearTargets {

    private LinearTargets() {}

    /**
     * Returns the data with targets that the loss can be fitted to.
     *
     * @param whole whether these are all rows, so that each class must have some
     */
    static Dataset require(Dataset data, LinearSpec spec, boolean whole) {
        if (spec.extras().withoutTarget()) {
            return ones(data);
        }
        if (whole) {
            Targets.require(data, spec.loss(), "LinearModel");
        } else {
            Targets.requireSome(data, spec.loss(), "LinearModel");
        }
        return data;
    }

    /** Returns rows with their targets in the form that a model knows. */
    static Dataset conform(Dataset data, Schema schema, LinearSpec spec) {
        return spec.extras().withoutTarget() ? ones(data) : data.conformTargets(schema);
    }

    private static Dataset ones(Dataset data) {
        double[] y = new double[data.size()];
        Arrays.fill(y, 1);
        return data.withTargets(y);
    }
}
