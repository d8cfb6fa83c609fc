package dev.limpid.core.update.average;

import dev.limpid.core.update.Update;
import java.util.Objects;

/** Means of points. */
final class Points {

    private Points() {}

    /** Refuses an update whose points are not where the objective is to be small. */
    static void requirePlain(Update update) {
        Objects.requireNonNull(update, "update");
        if (update.ownsParameters()) {
            throw new IllegalArgumentException("update must not own its parameters, but " + update.name()
                    + " does: its points are not where the objective is to be small, so use its own average");
        }
    }

    /** Makes a mean of k − 1 points one of k. */
    static void include(double[] theta, double[] mean, double k) {
        for (int j = 0; j < theta.length; j++) {
            mean[j] += (theta[j] - mean[j]) / k;
        }
    }
}
