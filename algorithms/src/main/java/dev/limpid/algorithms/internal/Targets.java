package dev.limpid.algorithms.internal;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Values;
import dev.limpid.core.loss.Domain;
import dev.limpid.core.loss.Loss;
import java.util.BitSet;
import java.util.List;

/** Refuses targets that a loss can't be fitted to, before anything is computed. */
public final class Targets {

    private Targets() {}

    /** Throws unless the data have targets that the loss takes; the model is named in the sentence. */
    public static void require(Dataset data, Loss loss, String model) {
        requireSome(data, loss, model);
        if (loss.classes() > 0 && data.targets().size() == 1) {
            requireClasses(data, loss, "target '" + data.schema().targets().get(0) + "'");
        }
    }

    /** Throws unless the data can be some of the rows of which {@link #require} speaks: they may be of one class. */
    public static void requireSome(Dataset data, Loss loss, String model) {
        if (data.targets().isEmpty()) {
            throw new IllegalArgumentException("data must have a target to fit " + model + " to, but has none");
        }
        List<String> names = data.schema().classNames();
        String target = "target '" + data.schema().targets().get(0) + "'";
        if (loss.classes() > 0 && !names.isEmpty() && names.size() != loss.classes()) {
            throw new IllegalArgumentException(target + " must have " + loss.classes() + " classes for " + loss.name()
                    + ", but has " + names.size() + " " + names
                    + (names.size() > 2 ? ": use new SoftmaxLoss(" + names.size() + ")" : ""));
        }
        if (loss.classes() == 0 && loss.scores() == 1 && names.size() > 2) {
            throw new IllegalArgumentException(target + " must be numeric for " + loss.name() + ", but has the classes "
                    + names + ": use new SoftmaxLoss(" + names.size() + ")");
        }
    }

    private static void requireClasses(Dataset data, Loss loss, String target) {
        Values y = data.targets().get(0);
        Domain domain = loss.domain();
        BitSet seen = new BitSet();
        double last = Double.NaN;
        for (int i = 0; i < y.size(); i++) {
            if (y.at(i) != last) {
                last = y.at(i);
                if (!domain.contains(last) || last != Math.rint(last)) {
                    return; // the objective refuses targets outside the domain; probabilities are inside
                }
                seen.set((int) last);
            }
        }
        if (seen.cardinality() == 1) {
            throw new IllegalArgumentException(target + " must have rows of two classes at least, but all " + y.size()
                    + " rows of positive weight are of class " + name(data, seen.nextSetBit(0)));
        }
        int missing = seen.nextClearBit(0);
        if (missing < loss.classes()) {
            throw new IllegalArgumentException(
                    target + " must have rows of each of the " + loss.classes() + " classes of "
                            + loss.name() + ", but has none of class " + name(data, missing)
                            + ": its probability would go to 0 and its scores to -Infinity; leave the class out");
        }
    }

    private static String name(Dataset data, int code) {
        List<String> names = data.schema().classNames();
        return names.isEmpty() ? Integer.toString(code) : "'" + names.get(code) + "'";
    }
}
