package dev.limpid.testkit.wrapper;

import dev.limpid.core.explain.Recipe;
import dev.limpid.core.loss.Domain;
import dev.limpid.core.loss.Loss;

/** Passes on what all losses say of themselves. */
interface LossWrapper extends Loss {

    /** Returns the loss that is wrapped. */
    Loss wrapped();

    @Override
    default int scores() {
        return wrapped().scores();
    }

    @Override
    default int targets() {
        return wrapped().targets();
    }

    @Override
    default int classes() {
        return wrapped().classes();
    }

    @Override
    default boolean smooth() {
        return wrapped().smooth();
    }

    @Override
    default boolean convex() {
        return wrapped().convex();
    }

    @Override
    default boolean shiftInvariant() {
        return wrapped().shiftInvariant();
    }

    @Override
    default Domain domain() {
        return wrapped().domain();
    }

    @Override
    default void check(double[] y) {
        wrapped().check(y);
    }

    @Override
    default String name() {
        return wrapped().name();
    }

    @Override
    default String formula() {
        return wrapped().formula();
    }

    @Override
    default String source() {
        return wrapped().source();
    }

    @Override
    default Recipe recipe() {
        return wrapped().recipe();
    }
}
