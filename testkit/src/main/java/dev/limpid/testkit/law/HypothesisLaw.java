package dev.limpid.testkit.law;

import dev.limpid.testkit.internal.objective.HypothesisTests;
import java.util.List;
import java.util.function.Function;

/**
 * What must hold of a hypothesis, a map from parameters and rows to scores.
 *
 * @since 0.1.0
 */
public enum HypothesisLaw implements Law<HypothesisSubject> {
    /** {@code pullback} adds Jᵀ·g, J = ∂f/∂θ. */
    PULLBACK("H01", "the pullback is the derivative of the scores", HypothesisTests::pullback),
    /** {@code pushforward} and {@code pullback} are of the same matrix. */
    ADJOINT("H02", "pushforward and pullback are adjoint", HypothesisTests::adjoint),
    /** A row has the same scores alone and in any batch; θ is not changed. */
    ROWS("H03", "a row has the same scores alone and in company", HypothesisTests::rows),
    /** The same seed starts from the same finite parameters. */
    START("H04", "the same seed starts from the same parameters", HypothesisTests::start);

    private final String id;
    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // a method without state
    private final Function<HypothesisSubject, Outcome> test;

    HypothesisLaw(String id, String title, Function<HypothesisSubject, Outcome> test) {
        this.id = id;
        this.title = title;
        this.test = test;
    }

    /**
     * Returns all laws.
     *
     * @return the laws in the order of their ids
     */
    public static List<HypothesisLaw> all() {
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
    public Outcome test(HypothesisSubject part) {
        return test.apply(part);
    }
}
