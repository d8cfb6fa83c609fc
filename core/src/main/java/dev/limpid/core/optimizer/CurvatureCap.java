package dev.limpid.core.optimizer;

import dev.limpid.core.objective.Curved;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.StopReason;

/**
 * The bound c on curvatures near kinks: low at first, so that all rows are heard, and raised as the run settles.
 *
 * <pre>
 *   c ← 10·h, where h is a typical curvature at the start         (1)
 *   after a step that lowered F by less than 10⁻⁶ of |F|:
 *     if c = 10¹¹·h and F fell by less than 10⁻¹⁴ of |F|: stop    (2)
 *     else c ← min(10·c, 10¹¹·h)                                  (3)
 * </pre>
 *
 * <p>Rows at a kink miss it by about 1/c, so the last cap leaves 10⁻¹¹ of a typical residual.
 */
final class CurvatureCap {

    private static final double FIRST = 10;

    private static final double RAISE = 10;

    /** Beyond, B has no digits left for rows away from kinks. */
    private static final double LAST = 1e11;

    private static final double SMALL = 1e-6;

    private static final double ROUNDING = 1e-14;

    private final double[] state; // c and its last value; both 0 where no cap is needed

    CurvatureCap(Memory memory) {
        this.state = memory.array("state", 2);
    }

    void start(Curved objective, double[] theta) {
        if (objective.needsCap()) {
            double typical = objective.typicalCurvature(theta);
            double h = typical > 0 ? typical : 1;
            state[0] = FIRST * h; // (1)
            state[1] = LAST * h;
        }
    }

    boolean isOn() {
        return state[0] > 0;
    }

    double value() {
        return isOn() ? state[0] : Double.POSITIVE_INFINITY;
    }

    StopReason after(double before, double after, String tail) {
        double fall = before - after;
        if (fall > SMALL * Math.abs(before)) {
            return StopReason.RUNNING;
        }
        if (state[0] >= state[1] && fall <= ROUNDING * Math.abs(before)) { // (2)
            return StopReason.converged("With curvatures near kinks up to " + state[0]
                    + ", the last step lowered the objective, " + after + ", by its rounding only." + tail);
        }
        state[0] = Math.min(RAISE * state[0], state[1]); // (3)
        return StopReason.RUNNING;
    }
}
