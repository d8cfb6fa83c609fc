package dev.limpid.testkit.law;

import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.testkit.internal.optimizer.OptimizerTests;
import java.util.List;

/**
 * What must hold of an optimizer. It is run on those problems of the catalogue that it takes.
 *
 * @since 0.1.0
 */
public final class OptimizerLaws {

    private static final LawBook<Optimizer<?>> BOOK = new LawBook<>();

    /** A run that says it converged is at the minimum; one that is under way came down. */
    public static final Law<Optimizer<?>> MINIMISES =
            BOOK.add("Z01", "where it says that it converged, it did", OptimizerTests::minimises);

    /** Iterations count from 1, the objective is that of the point reached, and the end has a sentence. */
    public static final Law<Optimizer<?>> STEPS = BOOK.add("Z02", "steps report what they did", OptimizerTests::steps);

    /** A run that is saved and resumed makes the same steps, bit for bit. */
    public static final Law<Optimizer<?>> RESUME =
            BOOK.add("Z03", "a resumed run makes the same steps", OptimizerTests::resume);

    /** The same seed makes the same steps, whatever other runs and threads do. */
    public static final Law<Optimizer<?>> SAME_SEED =
            BOOK.add("Z04", "the same seed makes the same steps", OptimizerTests::sameSeed);

    /** θ₀ and what {@code theta()} hands out are copies. */
    public static final Law<Optimizer<?>> INPUTS = BOOK.add("Z05", "the start point is copied", OptimizerTests::inputs);

    /** A run that begins at the minimum stays finite, and there. */
    public static final Law<Optimizer<?>> AT_THE_MINIMUM =
            BOOK.add("Z06", "at the minimum it stays", OptimizerTests::atTheMinimum);

    /** An objective that turns into NaN ends the run, or is seen in its steps; θ stays finite. */
    public static final Law<Optimizer<?>> NOT_A_NUMBER = BOOK.add("Z07", "a NaN is seen", OptimizerTests::notANumber);

    /** An objective that does not offer what is needed is refused in a sentence that says what to use. */
    public static final Law<Optimizer<?>> REFUSAL =
            BOOK.add("Z08", "what does not fit is refused in a sentence", OptimizerTests::refusal);

    private OptimizerLaws() {}

    /**
     * Returns all laws.
     *
     * @return the laws in the order of their ids
     */
    public static List<Law<Optimizer<?>>> all() {
        return BOOK.all();
    }
}
