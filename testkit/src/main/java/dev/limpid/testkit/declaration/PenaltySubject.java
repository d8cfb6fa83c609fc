package dev.limpid.testkit.declaration;

import dev.limpid.core.penalty.Penalty;
import java.util.Objects;

/**
 * A penalty under test.
 *
 * @param penalty the penalty
 * @param declares what is stated about it
 * @since 0.1.0
 */
public record PenaltySubject(Penalty penalty, PenaltyDeclaration declares) {

    /** Checks that both are there. */
    public PenaltySubject {
        Objects.requireNonNull(penalty, "penalty");
        Objects.requireNonNull(declares, "declares");
    }

    /**
     * A penalty of which nothing is stated.
     *
     * @param penalty the penalty
     * @return the subject
     */
    public static PenaltySubject of(Penalty penalty) {
        return new PenaltySubject(penalty, PenaltyDeclaration.nothing());
    }
}
