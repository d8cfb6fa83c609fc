package dev.limpid.testkit.law;

import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.testkit.internal.optimizer.OptimizerTests;
import java.util.List;
import java.util.function.Function;

/**
 * What must hold of an optimizer. It is run on those problems of the catalogue that it takes.
 *
 * @since 0.1.0
 */
public enum OptimizerLaw implements Law<Optimizer<?>> {
    /** A run that says it converged is at the minimum; one that is under way came down. */
    MINIMISES("Z01", "where it says that it converged, it did", OptimizerTests::minimises),
    /** Iterations count from 1, the objective is that of the point reached, and the end has a sentence. */
    STEPS("Z02", "steps report what they did", OptimizerTests::steps),
    /** A run that is saved and resumed makes the same steps, bit for bit. */
    RESUME("Z03", "a resumed run makes the same steps", OptimizerTests::resume),
    /** The same seed makes the same steps, whatever other runs and threads do. */
    SAME_SEED("Z04", "the same seed makes the same steps", OptimizerTests::sameSeed),
    /** θ₀ and what {@code theta()} hands out are copies. */
    INPUTS("Z05", "the start point is copied", OptimizerTests::inputs),
    /** A run that begins at the minimum stays finite, and there. */
    AT_THE_MINIMUM("Z06", "at the minimum it stays", OptimizerTests::atTheMinimum),
    /** An objective that turns into NaN ends the run, or is seen in its steps; θ stays finite. */
    NOT_A_NUMBER("Z07", "a NaN is seen", OptimizerTests::notANumber),
    /** An objective that does not offer what is needed is refused in a sentence that says what to use. */
    REFUSAL("Z08", "what does not fit is refused in a sentence", OptimizerTests::refusal);

    private final String id;
    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // a method without state
    private final Function<Optimizer<?>, Outcome> test;

    OptimizerLaw(String id, String title, Function<Optimizer<?>, Outcome> test) {
        this.id = id;
        this.title = title;
        this.test = test;
    }

    /**
     * Returns all laws.
     *
     * @return the laws in the order of their ids
     */
    public static List<OptimizerLaw> all() {
        return List.of(values());
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Outcome test(Optimizer<?> part) {
        return test.apply(part);
    }
}
