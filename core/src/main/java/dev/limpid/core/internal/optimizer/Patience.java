package dev.limpid.core.internal.optimizer;

import dev.limpid.core.training.Memory;
import dev.limpid.core.training.StopReason;

/** Counts steps in a row that improve neither the objective, beyond its rounding, nor what the tolerance looks at. */
public final class Patience {

    private static final double ROUNDING = 4 * Math.ulp(1.0);

    private final int steps;
    private final String measured;
    private final double[]
            state; // least objective, least measure, steps in a row without a lower one; then whether begun

    /**
     * Waits for some steps.
     *
     * @param measured what the tolerance looks at, in words
     */
    public Patience(int steps, String measured, Memory memory) {
        this.steps = steps;
        this.measured = measured;
        this.state = memory.array("patience", 4);
    }

    /** Looks at where the run stands after a step. */
    public void see(double objective, double measure) {
        if (state[3] == 0) {
            state[0] = objective;
            state[1] = measure;
            state[3] = 1;
            return;
        }
        boolean better = objective < state[0] - ROUNDING * Math.abs(state[0]) || measure < state[1];
        state[0] = Math.min(state[0], objective);
        state[1] = Math.min(state[1], measure);
        state[2] = better ? 0 : state[2] + 1;
    }

    public boolean isOver() {
        return state[2] >= steps;
    }

    public StopReason stalled(double objective, double measure) {
        return new StopReason(
                StopReason.Kind.STALLED,
                "The last " + steps + " steps lowered neither the objective, " + objective
                        + ", by more than its rounding, nor " + measured + ", " + measure
                        + ": this is as exact as its digits allow, unless the objective isn't convex and these steps can't leave"
                        + " the point. A larger tolerance stops earlier.");
    }
}
