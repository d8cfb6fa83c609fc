package dev.limpid.testkit.wrapper;

import dev.limpid.core.explain.Recipe;
import dev.limpid.core.loss.composed.LossWrapper;

/** A wrapper that goes by the name of the loss in it. */
interface SameName extends LossWrapper {

    @Override
    default String name() {
        return loss().name();
    }

    @Override
    default String formula() {
        return loss().formula();
    }

    @Override
    default String source() {
        return loss().source();
    }

    @Override
    default Recipe recipe() {
        return loss().recipe();
    }
}
