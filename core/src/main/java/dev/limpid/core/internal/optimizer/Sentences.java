package dev.limpid.core.internal.optimizer;

import dev.limpid.core.training.StopReason;

/** Why runs end, in words that several optimizers use. */
public final class Sentences {

    private Sentences() {}

    public static StopReason diverged(double value, double gradientNorm) {
        return new StopReason(
                StopReason.Kind.DIVERGED,
                "The objective is " + value + " with a gradient of size " + gradientNorm
                        + " where the run stands: start from another point, or scale the columns.");
    }

    public static StopReason noBetterPoint(String search, double value, double slope, double norm, double norm0) {
        return new StopReason(
                StopReason.Kind.STALLED,
                search + " found no point below the objective, " + value
                        + ", though its slope is " + slope + "; the gradient's largest entry is " + norm + " after "
                        + norm0
                        + " at the start. If that is small, this is as exact as rounding allows; if not, check the gradient.");
    }
}
