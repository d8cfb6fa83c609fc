package dev.limpid.core.loss.composed;

import dev.limpid.core.loss.Domain;
import dev.limpid.core.loss.Loss;

/**
 * A loss made of one other, of which it keeps the scores and the targets: passes on what the other says of itself.
 *
 * <p>Passed on is what stays true where a loss is weighted, shifted or mixed with positive weights: how many scores, targets and
 * classes, which targets, whether smooth, convex and shift-invariant. Override what a wrapper changes. Not passed on is what the
 * other computes: a shortcut such as {@code at}, {@code bestShift} or {@code prox} of the other would go past a changed
 * {@code value}. They follow {@code value} and {@code gradient} of the wrapper, as in any loss.
 *
 * <p>Name, formula and source are the wrapper's own. Implement {@link ScalarLossWrapper} or {@link VectorLossWrapper}; a wrapper
 * of a {@code UnitLoss} implements {@code UnitLoss} and this.
 *
 * @since 0.1.0
 */
public interface LossWrapper extends Loss {

    /**
     * Returns the loss that this one is made of.
     *
     * @return the other loss, always the same
     */
    Loss loss();

    @Override
    default int scores() {
        return loss().scores();
    }

    @Override
    default int targets() {
        return loss().targets();
    }

    @Override
    default int classes() {
        return loss().classes();
    }

    @Override
    default Domain domain() {
        return loss().domain();
    }

    @Override
    default void check(double[] y) {
        loss().check(y);
    }

    @Override
    default boolean smooth() {
        return loss().smooth();
    }

    @Override
    default boolean convex() {
        return loss().convex();
    }

    @Override
    default boolean shiftInvariant() {
        return loss().shiftInvariant();
    }
}
