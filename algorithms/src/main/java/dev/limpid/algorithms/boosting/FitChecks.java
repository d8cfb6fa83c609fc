package dev.limpid.algorithms.boosting;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.VectorLoss;

/** What must fit together before the first round. */
final class FitChecks {

    private FitChecks() {}

    static void requireRowLoss(Loss loss) {
        if (!(loss instanceof ScalarLoss || loss instanceof VectorLoss)) {
            throw new IllegalArgumentException(
                    "loss must be a ScalarLoss or a VectorLoss for GradientBoosting, but was " + loss.name()
                            + ": a tree is grown on gradients row by row");
        }
    }

    /** Checks targets (of rows with a weight), classes and offsets against the loss. */
    static void requireFit(Dataset data, Loss loss) {
        requireSame("targets", loss, loss.targets(), data.targets().size(), "target columns");
        requireOffsets(data, loss);
        int classes = data.schema().classNames().size();
        if (classes > 0 && loss.classes() > 0) {
            requireSame("classes", loss, loss.classes(), classes, "classes");
        }
        double[] y = new double[loss.targets()];
        for (int i = 0; i < data.size(); i++) {
            for (int t = 0; t < y.length; t++) {
                y[t] = data.targets().get(t).at(i);
            }
            if (!(data.weights().at(i) > 0)) {
                continue; // as if it weren't there
            }
            try {
                loss.check(y);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(e.getMessage() + " (row " + i + ")", e);
            }
        }
    }

    /** Checks that there are no offsets or one for each score. */
    static void requireOffsets(Dataset data, Loss loss) {
        if (!data.offsets().isEmpty()) {
            requireSame("scores", loss, loss.scores(), data.offsets().size(), "offset columns");
        }
    }

    private static void requireSame(String what, Loss loss, int needed, int given, String giver) {
        if (needed != given) {
            throw new IllegalArgumentException(what + " of " + loss.name() + " must be " + given + " (the data have "
                    + given + " " + giver + "), but was " + needed);
        }
    }
}
