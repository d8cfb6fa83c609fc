package dev.limpid.testkit.law;

import dev.limpid.core.objective.Objective;
import dev.limpid.testkit.internal.objective.HessianTests;
import dev.limpid.testkit.internal.objective.ObjectiveTests;
import dev.limpid.testkit.internal.objective.QuadraticTests;
import java.util.List;

/**
 * What must hold of an objective, as far as the views that it offers say.
 *
 * @since 0.1.0
 */
public final class ObjectiveLaws {

    private static final LawBook<Objective> BOOK = new LawBook<>();

    /** The gradient (of a composite objective: that of its smooth part) is ∂value/∂θ, along axes and random directions. */
    public static final Law<Objective> GRADIENT =
            BOOK.add("O01", "the gradient is the derivative of the value", ObjectiveTests::gradient);

    /** The value by itself and with the gradient, asked once or twice; θ is not changed, g is overwritten. */
    public static final Law<Objective> CALLS =
            BOOK.add("O02", "value and gradient can be asked in any way", ObjectiveTests::calls);

    /** Eight threads at once get the same bits. */
    public static final Law<Objective> THREADS =
            BOOK.add("O03", "eight threads at once get the same bits", ObjectiveTests::threads);

    /** {@code along} gives value and slope of the points θ + α·d. */
    public static final Law<Objective> LINE =
            BOOK.add("O04", "the line gives what its points give", ObjectiveTests::line);

    /** {@code plus}, {@code times} and {@code penalized} add value and gradient. */
    public static final Law<Objective> SUMS =
            BOOK.add("O05", "sums of objectives sum values and gradients", ObjectiveTests::sums);

    /** Disjoint batches of unequal sizes add up to the whole; a batch weight of 2 is the unit twice. */
    public static final Law<Objective> BATCHES =
            BOOK.add("O06", "batches add up to the whole", ObjectiveTests::batches);

    /** The local quadratic has value and gradient of the objective, and a matrix no smaller than its Hessian. */
    public static final Law<Objective> QUADRATIC =
            BOOK.add("O07", "the local quadratic touches the objective", QuadraticTests::quadratic);

    /** What is counted grows with each call: a value counts as a value, a gradient as a gradient. */
    public static final Law<Objective> COUNT = BOOK.add("O08", "calls are counted", ObjectiveTests::count);

    /** Products with the Hessian (of a composite objective: that of its smooth part) are differences of the gradient. */
    public static final Law<Objective> HESSIAN =
            BOOK.add("O09", "the Hessian is the derivative of the gradient", HessianTests::hessian);

    private ObjectiveLaws() {}

    /**
     * Returns all laws.
     *
     * @return the laws in the order of their ids
     */
    public static List<Law<Objective>> all() {
        return BOOK.all();
    }
}
