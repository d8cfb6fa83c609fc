package dev.limpid.testkit.contract;

import dev.limpid.core.data.Rows;
import dev.limpid.core.hypothesis.Hypothesis;
import dev.limpid.testkit.declaration.HypothesisSubject;
import dev.limpid.testkit.law.HypothesisLaws;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Tests a hypothesis: implement it in a test class, hand out the hypothesis and rows to try it on, and run.
 *
 * <pre>{@code
 * class FactorizationTest implements HypothesisContract {
 *     public Hypothesis newHypothesis() {
 *         return new Factorization(3, 2);
 *     }
 *
 *     public Rows newRows() {
 *         return Dataset.unlabeled(new double[][] {{1, 2, 0}, {0, 1, 3}, {2, 0, 1}}).features();
 *     }
 * }
 * }</pre>
 *
 * @since 0.1.0
 */
public interface HypothesisContract extends Contract {

    /**
     * Makes the hypothesis under test.
     *
     * @return a new hypothesis; asked for once for each law
     */
    Hypothesis newHypothesis();

    /**
     * Makes rows to try it on.
     *
     * @return at least two rows that differ
     */
    Rows newRows();

    /** {@code pullback} adds Jᵀ·g, J = ∂f/∂θ. */
    @Test
    default void h01ThePullbackIsTheDerivativeOfTheScores() {
        laws().check(HypothesisLaws.PULLBACK);
    }

    /** {@code pushforward} and {@code pullback} are of the same matrix. */
    @Test
    default void h02PushforwardAndPullbackAreAdjoint() {
        laws().check(HypothesisLaws.ADJOINT);
    }

    /** A row has the same scores alone and in any batch; θ is not changed. */
    @Test
    default void h03ARowHasTheSameScoresAloneAndInCompany() {
        laws().check(HypothesisLaws.ROWS);
    }

    /** The same seed starts from the same finite parameters. */
    @Test
    default void h04TheSameSeedStartsFromTheSameParameters() {
        laws().check(HypothesisLaws.START);
    }

    /**
     * Prints how many laws were run and why the others were not; fails if none was, or if an exclusion names no law.
     *
     * @param reporter prints the line
     */
    @Test
    default void h00EveryLawIsAccountedFor(TestReporter reporter) {
        laws().account(reporter);
    }

    private Battery<HypothesisSubject> laws() {
        return new Battery<>(
                HypothesisLaws.all(),
                () -> new HypothesisSubject(newHypothesis(), newRows()),
                s -> Battery.nameOf(s.hypothesis()),
                this);
    }
}
