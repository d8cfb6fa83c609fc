package dev.limpid.testkit.declaration;

import dev.limpid.core.update.Update;
import java.util.Objects;

/**
 * An update under test.
 *
 * @param update the update
 * @param declares what is stated about it
 * @since 0.1.0
 */
public record UpdateSubject(Update update, UpdateDeclaration declares) {

    /** Checks that both are there. */
    public UpdateSubject {
        Objects.requireNonNull(update, "update");
        Objects.requireNonNull(declares, "declares");
    }

    /**
     * An update of which nothing is stated.
     *
     * @param update the update
     * @return the subject
     */
    public static UpdateSubject of(Update update) {
        return new UpdateSubject(update, UpdateDeclaration.nothing());
    }
}
