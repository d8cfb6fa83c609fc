package dev.limpid.testkit.law;

import dev.limpid.core.loss.Loss;
import java.util.Objects;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A loss under test, with what its laws have to be told of it.
 *
 * @param loss the loss
 * @param targets draws the targets of a row; null for draws from the loss's domain
 * @param predicts what the loss's best constant is of the targets; {@link Functional#NONE} if nothing is stated
 * @since 0.1.0
 */
public record LossSubject(Loss loss, @Nullable Function<RandomGenerator, double[]> targets, Functional predicts) {

    /** Checks that the loss and the functional are there. */
    public LossSubject {
        Objects.requireNonNull(loss, "loss");
        Objects.requireNonNull(predicts, "predicts");
    }

    /**
     * A loss whose targets are drawn from its domain.
     *
     * @param loss the loss
     * @return the subject
     */
    public static LossSubject of(Loss loss) {
        return new LossSubject(loss, null, Functional.NONE);
    }
}
