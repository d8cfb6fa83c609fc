package dev.limpid.core.optimizer.variance;

import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.VectorLoss;
import dev.limpid.core.objective.LinearDesign;

/** A loss, row by row, whether of one score or of several. */
final class RowLoss {

    private final LinearDesign design;
    private final double[] y;

    RowLoss(LinearDesign design) {
        this.design = design;
        this.y = new double[design.targets().size()];
    }

    private double[] targets(int i) {
        for (int k = 0; k < y.length; k++) {
            y[k] = design.targets().get(k).at(i);
        }
        return y;
    }

    double value(int i, double[] f) {
        return design.loss() instanceof VectorLoss vector
                ? vector.value(targets(i), f)
                : scalar().value(targets(i)[0], f[0]);
    }

    void gradient(int i, double[] f, double[] g) {
        if (design.loss() instanceof VectorLoss vector) {
            vector.gradient(targets(i), f, g);
        } else {
            g[0] = scalar().gradient(targets(i)[0], f[0]);
        }
    }

    /** The loss of one score, which a design without a VectorLoss has. */
    private ScalarLoss scalar() {
        return (ScalarLoss) design.loss();
    }
}
