package dev.limpid.testkit.declaration;

import dev.limpid.core.optimizer.Optimizer;
import java.util.Objects;

/**
 * An optimizer under test.
 *
 * @param optimizer the optimizer
 * @param declares what is stated about it
 * @since 0.1.0
 */
public record OptimizerSubject(Optimizer<?> optimizer, OptimizerDeclaration declares) {

    /** Checks that both are there. */
    public OptimizerSubject {
        Objects.requireNonNull(optimizer, "optimizer");
        Objects.requireNonNull(declares, "declares");
    }

    /**
     * An optimizer of which nothing is stated.
     *
     * @param optimizer the optimizer
     * @return the subject
     */
    public static OptimizerSubject of(Optimizer<?> optimizer) {
        return new OptimizerSubject(optimizer, OptimizerDeclaration.nothing());
    }
}
