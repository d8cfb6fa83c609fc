package dev.limpid.testkit.law;

import dev.limpid.core.objective.Objective;
import dev.limpid.testkit.internal.objective.ObjectiveTests;
import dev.limpid.testkit.internal.objective.QuadraticTests;
import java.util.List;
import java.util.function.Function;

/**
 * What must hold of an objective, as far as the views that it offers say.
 *
 * @since 0.1.0
 */
public enum ObjectiveLaw implements Law<Objective> {
    /** The gradient (of a composite objective: that of its smooth part) is ∂value/∂θ, along axes and random directions. */
    GRADIENT("O01", "the gradient is the derivative of the value", ObjectiveTests::gradient),
    /** The value by itself and with the gradient, asked once or twice; θ is not changed, g is overwritten. */
    CALLS("O02", "value and gradient can be asked in any way", ObjectiveTests::calls),
    /** Eight threads at once get the same bits. */
    THREADS("O03", "eight threads at once get the same bits", ObjectiveTests::threads),
    /** {@code along} gives value and slope of the points θ + α·d. */
    LINE("O04", "the line gives what its points give", ObjectiveTests::line),
    /** {@code plus}, {@code times} and {@code penalized} add value and gradient. */
    SUMS("O05", "sums of objectives sum values and gradients", ObjectiveTests::sums),
    /** Disjoint batches of unequal sizes add up to the whole; a batch weight of 2 is the unit twice. */
    BATCHES("O06", "batches add up to the whole", ObjectiveTests::batches),
    /** The local quadratic has value and gradient of the objective, and a matrix no smaller than its Hessian. */
    QUADRATIC("O07", "the local quadratic touches the objective", QuadraticTests::quadratic),
    /** What is counted grows with each call: a value counts as a value, a gradient as a gradient. */
    COUNT("O08", "calls are counted", ObjectiveTests::count);

    private final String id;
    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // a method without state
    private final Function<Objective, Outcome> test;

    ObjectiveLaw(String id, String title, Function<Objective, Outcome> test) {
        this.id = id;
        this.title = title;
        this.test = test;
    }

    /**
     * Returns all laws.
     *
     * @return the laws in the order of their ids
     */
    public static List<ObjectiveLaw> all() {
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
    public Outcome test(Objective part) {
        return test.apply(part);
    }
}
