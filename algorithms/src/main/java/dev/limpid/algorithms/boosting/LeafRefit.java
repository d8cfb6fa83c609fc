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
    /**
     * Refit where the quadratic is no local copy of the loss: if a loss of one score has kinks, or its curvature isn't the second
     * derivative; and in rounds where rows have a slope but no curvature, as in the straight tails of a Huber loss written as a
     * formula.
     */
    AUTO,
    /** Always refit; the loss must have one score a row. */
    ON,
    /** Never: leaves keep the criterion's value. */
    OFF;

    /** Tells whether leaves are refitted in every round. */
    boolean always(Loss loss) {
        return this == ON || (this == AUTO && loss instanceof ScalarLoss scalar && !isLocalCopy(scalar));
    }

    /** Tells whether leaves are refitted in a round. */
    boolean now(Loss loss, ScoredRows rows) {
        return always(loss) || (this == AUTO && loss instanceof ScalarLoss && rows.hasFlatRows());
    }

    private static boolean isLocalCopy(ScalarLoss loss) {
        return loss.smooth() && loss.kind() == Curvature.EXACT;
    }

    /** Says why leaves are refitted or not. */
    String reason(Loss loss) {
        if (this != AUTO) {
            return "it was asked for";
        }
        if (!(loss instanceof ScalarLoss scalar)) {
            return loss.name() + " has " + loss.scores() + " scores a row";
        }
        if (isLocalCopy(scalar)) {
            return "the curvature of " + loss.name()
                    + " is its second derivative (best shift in rounds where rows have a slope but no curvature)";
        }
        return scalar.smooth()
                ? "the curvature of " + loss.name() + " is of kind " + scalar.kind() + ", not its second derivative"
                : loss.name() + " has kinks, where no quadratic is a local copy of it";
    }
}
