package dev.limpid.testkit.declaration;

import dev.limpid.core.loss.Loss;
import java.util.Objects;

/**
 * A loss under test.
 *
 * @param loss the loss
 * @param declares what is stated about it
 * @since 0.1.0
 */
public record LossSubject(Loss loss, LossDeclaration declares) {

    /** Checks that both are there. */
    public LossSubject {
        Objects.requireNonNull(loss, "loss");
        Objects.requireNonNull(declares, "declares");
    }

    /**
     * A loss of which nothing is stated.
     *
     * @param loss the loss
     * @return the subject
     */
    public static LossSubject of(Loss loss) {
        return new LossSubject(loss, LossDeclaration.nothing());
    }
}
