package dev.limpid.core.loss.composed;

import dev.limpid.core.loss.Domain;
import dev.limpid.core.loss.Loss;

/** What a·ℓ₁ + b·ℓ₂ is, whether of one score, of several or of a unit: all that both parts are. */
interface Sum extends Loss {

    Loss first();

    Loss second();

    @Override
    default int scores() {
        return first().scores();
    }

    @Override
    default int targets() {
        return first().targets();
    }

    @Override
    default int classes() {
        return first().classes();
    }

    @Override
    default Domain domain() {
        return Rules.intersection(first(), second());
    }

    @Override
    default void check(double[] y) {
        first().check(y);
        second().check(y);
    }

    @Override
    default boolean smooth() {
        return first().smooth() && second().smooth();
    }

    @Override
    default boolean convex() {
        return first().convex() && second().convex();
    }

    @Override
    default boolean shiftInvariant() {
        return first().shiftInvariant() && second().shiftInvariant();
    }

    @Override
    default String name() {
        return "Sum";
    }
}
