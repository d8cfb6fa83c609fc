package dev.limpid.testkit.law;

import dev.limpid.testkit.declaration.HypothesisSubject;
import dev.limpid.testkit.internal.objective.HypothesisTests;
import java.util.List;

/**
 * What must hold of a hypothesis, a map from parameters and rows to scores.
 *
 * @since 0.1.0
 */
public final class HypothesisLaws {

    private static final LawBook<HypothesisSubject> BOOK = new LawBook<>();

    /** {@code pullback} adds Jᵀ·g, J = ∂f/∂θ. */
    public static final Law<HypothesisSubject> PULLBACK =
            BOOK.add("H01", "the pullback is the derivative of the scores", HypothesisTests::pullback);

    /** {@code pushforward} and {@code pullback} are of the same matrix. */
    public static final Law<HypothesisSubject> ADJOINT =
            BOOK.add("H02", "pushforward and pullback are adjoint", HypothesisTests::adjoint);

    /** A row has the same scores alone and in any batch; θ is not changed. */
    public static final Law<HypothesisSubject> ROWS =
            BOOK.add("H03", "a row has the same scores alone and in company", HypothesisTests::rows);

    /** The same seed starts from the same finite parameters. */
    public static final Law<HypothesisSubject> START =
            BOOK.add("H04", "the same seed starts from the same parameters", HypothesisTests::start);

    private HypothesisLaws() {}

    /**
     * Returns all laws.
     *
     * @return the laws in the order of their ids
     */
    public static List<Law<HypothesisSubject>> all() {
        return BOOK.all();
    }
}
