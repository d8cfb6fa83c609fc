package dev.limpid.testkit.law;

import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.testkit.declaration.OptimizerSubject;
import dev.limpid.testkit.internal.optimizer.DeclaredTests;
import dev.limpid.testkit.internal.optimizer.OptimizerTests;
import dev.limpid.testkit.internal.optimizer.SuccessionTests;
import java.util.List;
import java.util.function.Function;

/**
 * What must hold of an optimizer. It is run on those problems of the catalogue that it takes.
 *
 * @since 0.1.0
 */
public final class OptimizerLaws {

    private static final LawBook<OptimizerSubject> BOOK = new LawBook<>();

    /** A run that says it converged is at the minimum; one that is under way came down. */
    public static final Law<OptimizerSubject> MINIMISES =
            BOOK.add("Z01", "where it says that it converged, it did", on(OptimizerTests::minimises));

    /** Iterations count from 1, the objective is that of the point reached, and the end has a sentence. */
    public static final Law<OptimizerSubject> STEPS =
            BOOK.add("Z02", "steps report what they did", on(OptimizerTests::steps));

    /** A run that is saved and resumed makes the same steps, bit for bit. */
    public static final Law<OptimizerSubject> RESUME =
            BOOK.add("Z03", "a resumed run makes the same steps", on(OptimizerTests::resume));

    /** The same seed makes the same steps, whatever other runs and threads do. */
    public static final Law<OptimizerSubject> SAME_SEED =
            BOOK.add("Z04", "the same seed makes the same steps", on(OptimizerTests::sameSeed));

    /** θ₀ and what {@code theta()} hands out are copies. */
    public static final Law<OptimizerSubject> INPUTS =
            BOOK.add("Z05", "the start point is copied", on(OptimizerTests::inputs));

    /** A run that begins at the minimum stays finite, and there. */
    public static final Law<OptimizerSubject> AT_THE_MINIMUM =
            BOOK.add("Z06", "at the minimum it stays", on(OptimizerTests::atTheMinimum));

    /** An objective that turns into NaN ends the run, or is seen in its steps; θ stays finite. */
    public static final Law<OptimizerSubject> NOT_A_NUMBER =
            BOOK.add("Z07", "a NaN is seen", on(OptimizerTests::notANumber));

    /** An objective that does not offer what is needed is refused in a sentence that says what to use. */
    public static final Law<OptimizerSubject> REFUSAL =
            BOOK.add("Z08", "what does not fit is refused in a sentence", on(OptimizerTests::refusal));

    /** Declared descent: no step leads uphill. */
    public static final Law<OptimizerSubject> DESCENT =
            BOOK.add("Z09", "an optimizer that is declared to descend never climbs", DeclaredTests::descent);

    /** Declared steps: convex quadratics are at their minimum after them. */
    public static final Law<OptimizerSubject> QUADRATICS =
            BOOK.add("Z10", "a quadratic takes no more steps than declared", DeclaredTests::quadratics);

    /** Declared invariances: moved, rotated, stretched or multiplied problems have the same path. */
    public static final Law<OptimizerSubject> INVARIANCES =
            BOOK.add("Z11", "a changed problem changes the path as declared", DeclaredTests::invariances);

    /** A run that starts after another begins where that ended, and minimises its own objective. */
    public static final Law<OptimizerSubject> SUCCESSION =
            BOOK.add("Z12", "a run that starts after another goes on from there", on(SuccessionTests::startAfter));

    private OptimizerLaws() {}

    private static Function<OptimizerSubject, Outcome> on(Function<Optimizer<?>, Outcome> test) {
        return subject -> test.apply(subject.optimizer());
    }

    /**
     * Returns all laws.
     *
     * @return the laws in the order of their ids
     */
    public static List<Law<OptimizerSubject>> all() {
        return BOOK.all();
    }
}
