package dev.limpid.testkit.contract;

import dev.limpid.core.objective.Objective;
import dev.limpid.testkit.law.ObjectiveLaws;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Tests an objective: implement it in a test class, hand out the objective, and run. What is tested follows from the views
 * that it offers.
 *
 * <pre>{@code
 * class FairnessTermTest implements ObjectiveContract {
 *     public Objective newObjective() {
 *         return new FairnessTerm(0.1);
 *     }
 * }
 * }</pre>
 *
 * @since 0.1.0
 */
public interface ObjectiveContract extends Contract {

    /**
     * Makes the objective under test. It has to be finite for parameters of size 2.
     *
     * @return a new objective; asked for once for each law
     */
    Objective newObjective();

    /**
     * The gradient (of a composite objective: that of its smooth part) is ∂value/∂θ, along axes and random
     * directions.
     */
    @Test
    default void o01TheGradientIsTheDerivativeOfTheValue() {
        laws().check(ObjectiveLaws.GRADIENT);
    }

    /** The value by itself and with the gradient, asked once or twice; θ is not changed, g is overwritten. */
    @Test
    default void o02ValueAndGradientCanBeAskedInAnyWay() {
        laws().check(ObjectiveLaws.CALLS);
    }

    /** Eight threads at once get the same bits. */
    @Test
    default void o03EightThreadsAtOnceGetTheSameBits() {
        laws().check(ObjectiveLaws.THREADS);
    }

    /** {@code along} gives value and slope of the points θ + α·d. */
    @Test
    default void o04TheLineGivesWhatItsPointsGive() {
        laws().check(ObjectiveLaws.LINE);
    }

    /** {@code plus}, {@code times} and {@code penalized} add value and gradient. */
    @Test
    default void o05SumsOfObjectivesSumValuesAndGradients() {
        laws().check(ObjectiveLaws.SUMS);
    }

    /** Disjoint batches of unequal sizes add up to the whole; a batch weight of 2 is the unit twice. */
    @Test
    default void o06BatchesAddUpToTheWhole() {
        laws().check(ObjectiveLaws.BATCHES);
    }

    /** The local quadratic has value and gradient of the objective, and a matrix no smaller than its Hessian. */
    @Test
    default void o07TheLocalQuadraticTouchesTheObjective() {
        laws().check(ObjectiveLaws.QUADRATIC);
    }

    /** What is counted grows by one with each call. */
    @Test
    default void o08CallsAreCounted() {
        laws().check(ObjectiveLaws.COUNT);
    }

    /** Products with the Hessian (of a composite objective: that of its smooth part) are differences of the gradient. */
    @Test
    default void o09TheHessianIsTheDerivativeOfTheGradient() {
        laws().check(ObjectiveLaws.HESSIAN);
    }

    /**
     * Prints how many laws were run and why the others were not; fails if none was, or if an exclusion names no law.
     *
     * @param reporter prints the line
     */
    @Test
    default void o00EveryLawIsAccountedFor(TestReporter reporter) {
        laws().account(reporter);
    }

    private Battery<Objective> laws() {
        return new Battery<>(ObjectiveLaws.all(), this::newObjective, Battery::nameOf, this);
    }
}
