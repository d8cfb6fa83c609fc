package dev.limpid.algorithms.linear;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Values;
import dev.limpid.core.loss.Loss;
import java.util.Arrays;
import java.util.List;

/**
 * Factors of the rows' weights, one for each class.
 *
 * <pre>
 *   vᵢ ← vᵢ·c_y,   y = yᵢ                              (1)
 *   balanced:  cₖ = Σᵢ vᵢ / (C·Σ vᵢ over yᵢ = k)       (2)  all C classes weigh the same, the sum of weights stays
 * </pre>
 *
 * @param given cₖ at k; empty for none, or for (2)
 * @param balanced whether (2) tells them
 */
record ClassWeights(List<Double> given, boolean balanced) {

    static final ClassWeights NONE = new ClassWeights(List.of(), false);
    static final ClassWeights BALANCED = new ClassWeights(List.of(), true);

    ClassWeights {
        for (int k = 0; k < given.size(); k++) {
            double c = given.get(k);
            if (!(c > 0 && c < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("classWeights must be finite and > 0, but was " + c + " for class "
                        + k + (c == 0 ? ": leave its rows out" : ""));
            }
        }
        given = List.copyOf(given);
    }

    static ClassWeights of(double... weights) {
        if (weights.length == 0) {
            throw new IllegalArgumentException("classWeights must have one number per class, but has none");
        }
        return new ClassWeights(Arrays.stream(weights).boxed().toList(), false);
    }

    boolean isNone() {
        return given.isEmpty() && !balanced;
    }

    /** Returns the factor of each class; empty if there are none. */
    double[] factors(Dataset data, Loss loss) {
        if (isNone()) {
            return new double[0];
        }
        String option = balanced ? "balancedClasses" : "classWeights";
        if (loss.classes() == 0 || data.targets().size() != 1) {
            throw new IllegalArgumentException(option + " needs a loss of classes and one target that holds their"
                    + " codes, but " + loss.name() + " has " + loss.classes() + " classes and the data has "
                    + data.targets().size() + " targets: weight the rows with withWeights");
        }
        if (!balanced && given.size() != loss.classes()) {
            throw new IllegalArgumentException("classWeights must have length " + loss.classes() + " (one per class of "
                    + loss.name() + "), but has length " + given.size());
        }
        return balanced
                ? balance(data, loss.classes())
                : given.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] balance(Dataset data, int classes) {
        double[] mass = new double[classes];
        Values y = data.targets().get(0);
        for (int i = 0; i < data.size(); i++) {
            mass[code(y, i, "balancedClasses")] += data.weights().at(i);
        }
        double total = data.weights().sum();
        return Arrays.stream(mass).map(m -> total / (classes * m)).toArray(); // (2)
    }

    /** Multiplies the weights of rows. */
    static Dataset apply(double[] factors, Dataset data) {
        if (factors.length == 0) {
            return data;
        }
        double[] v = data.weights().toArray();
        Values y = data.targets().get(0);
        for (int i = 0; i < v.length; i++) {
            v[i] *= factors[code(y, i, "classWeights")]; // (1)
        }
        return data.withWeights(v);
    }

    private static int code(Values y, int row, String option) {
        double code = y.at(row);
        if (code != Math.rint(code)) {
            throw new IllegalArgumentException(
                    option + " needs a target of class codes, but was " + code + " (row " + row + ")");
        }
        return (int) code;
    }

    @Override
    public String toString() {
        return balanced ? "balanced" : given.toString();
    }
}
