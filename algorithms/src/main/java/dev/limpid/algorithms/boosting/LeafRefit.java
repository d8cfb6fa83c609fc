package dev.limpid.algorithms.boosting;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.ScalarLoss;

/**
 * Whether the value of a leaf is the criterion's or the loss's own best shift of the leaf's rows.
 *
 * @since 0.1.0
 */
public enum LeafRefit {
    /** Refit where the quadratic is no local copy of the loss: a loss of one score that has kinks or whose curvature isn't the
     * second derivative. */
    AUTO,
    /** Always refit; the loss must have one score a row. */
    ON,
    /** Never: leaves keep the criterion's value. */
    OFF;

    /** Tells whether leaves are refitted for this loss. */
    boolean appliesTo(Loss loss) {
        return switch (this) {
            case ON -> true;
            case OFF -> false;
            case AUTO -> loss instanceof ScalarLoss scalar && !(scalar.smooth() && scalar.kind() == Curvature.EXACT);
        };
    }

    /** Says why leaves are refitted or not. */
    String reason(Loss loss) {
        if (this != AUTO) {
            return "it was asked for";
        }
        if (!(loss instanceof ScalarLoss scalar)) {
            return "a leaf is refitted for losses of one score a row alone";
        }
        if (!scalar.smooth()) {
            return loss.name() + " has kinks, where no quadratic is a local copy of it";
        }
        return scalar.kind() == Curvature.EXACT
                ? "the curvature of " + loss.name() + " is its second derivative"
                : "the curvature of " + loss.name() + " is of kind " + scalar.kind() + ", not its second derivative";
    }
}
