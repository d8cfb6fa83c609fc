package dev.limpid.core.optimizer;

import dev.limpid.core.objective.Curved;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.StopReason;

/** The bound c on curvatures near kinks: low at first, so that all rows are heard, and raised as the run settles. */
final class CurvatureCap {

    private static final double FIRST = 10;

    private static final double RAISE = 10;

    /** The last cap, in typical curvatures: beyond, B has no digits left for rows away from kinks. */
    private static final double LAST = 1e11;

    /** Progress below this part of the objective raises the cap. */
    private static final double SMALL = 1e-6;

    private final double[] state; // cap or 0 for none, last cap, raises in a row that didn't help

    CurvatureCap(Memory memory) {
        this.state = memory.array("state", 3);
    }

    void start(Curved objective, double[] theta) {
        if (objective.needsCap()) {
            double typical = objective.typicalCurvature(theta);
            state[0] = FIRST * (typical > 0 ? typical : 1);
            state[1] = state[0] / FIRST * LAST;
        }
    }

    boolean isOn() {
        return state[0] > 0;
    }

    double value() {
        return isOn() ? state[0] : Double.POSITIVE_INFINITY;
    }

    StopReason after(double before, double after, String tail) {
        double progress = before - after;
        if (progress > SMALL * Math.abs(before)) {
            return StopReason.RUNNING;
        }
        if (state[0] >= state[1] && progress <= 1e-14 * Math.abs(before)) {
            return StopReason.converged("Raising the cap on curvature to " + state[0] + " didn't lower the objective, "
                    + after + ": the rows at kinks are held." + tail);
        }
        state[0] = Math.min(state[0] * RAISE, state[1]);
        return StopReason.RUNNING;
    }
}
