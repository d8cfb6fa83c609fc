package dev.limpid.algorithms.linear;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Values;

/** What converters from the scales of other libraries read from the data. */
final class Scales {

    private Scales() {}

    /**
     * Returns the strength λ of a mean loss that stands for the factor C of a sum of losses.
     *
     * <pre>
     *   C·Σᵢ vᵢ·ℓᵢ + ½‖w‖²  =  C·Σv·( (1/Σv)·Σᵢ vᵢ·ℓᵢ + λ/2·‖w‖² ),   λ = 1/(C·Σv)
     * </pre>
     */
    static double fromC(double c, Dataset data) {
        if (!(c > 0 && c < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("C must be finite and > 0, but was " + c);
        }
        return 1 / (c * data.weights().sum());
    }

    static double nonNegative(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be finite and >= 0, but was " + value);
        }
        return value;
    }

    /** Returns the weighted standard deviation of the only target, divisor Σv. */
    static double deviation(Dataset data) {
        if (data.targets().size() != 1) {
            throw new IllegalArgumentException("data must have one target for its standard deviation, but has "
                    + data.targets().size());
        }
        Values y = data.targets().get(0);
        double total = data.weights().sum();
        double mean = 0;
        for (int i = 0; i < y.size(); i++) {
            mean += data.weights().at(i) / total * y.at(i);
        }
        double variance = 0;
        for (int i = 0; i < y.size(); i++) {
            double r = y.at(i) - mean;
            variance += data.weights().at(i) / total * r * r;
        }
        if (!(variance > 0)) {
            throw new IllegalArgumentException(
                    "target must not be constant, but its standard deviation was " + Math.sqrt(variance));
        }
        return Math.sqrt(variance);
    }
}
