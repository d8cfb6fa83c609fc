package dev.limpid.testkit.law;

import dev.limpid.core.update.Update;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * An update under test, with what its laws have to be told of it.
 *
 * @param update the update
 * @param elementwise whether the step of a coordinate depends on that coordinate alone
 * @param constantGradient number t of a step, from 1 → the length of the step under a gradient that is always 1, in learning
 *     rates; null if nothing is stated
 * @since 0.1.0
 */
public record UpdateSubject(
        Update update, boolean elementwise, @Nullable IntToDoubleFunction constantGradient) {

    /** Checks that the update is there. */
    public UpdateSubject {
        Objects.requireNonNull(update, "update");
    }

    /**
     * An update of which nothing is stated.
     *
     * @param update the update
     * @return the subject
     */
    public static UpdateSubject of(Update update) {
        return new UpdateSubject(update, false, null);
    }
}
