package dev.limpid.testkit.contract;

import dev.limpid.core.objective.Objective;
import dev.limpid.testkit.law.ObjectiveLaw;
import org.junit.jupiter.api.DisplayName;
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
    @DisplayName("O01 the gradient is the derivative of the value")
    default void theGradientIsTheDerivativeOfTheValue() {
        objectiveLaws().require(ObjectiveLaw.GRADIENT);
    }

    /** The value by itself and with the gradient, asked once or twice; θ is not changed, g is overwritten. */
    @Test
    @DisplayName("O02 value and gradient can be asked in any way")
    default void valueAndGradientCanBeAskedInAnyWay() {
        objectiveLaws().require(ObjectiveLaw.CALLS);
    }

    /** Eight threads at once get the same bits. */
    @Test
    @DisplayName("O03 eight threads at once get the same bits")
    default void eightThreadsAtOnceGetTheSameBits() {
        objectiveLaws().require(ObjectiveLaw.THREADS);
    }

    /** {@code along} gives value and slope of the points θ + α·d. */
    @Test
    @DisplayName("O04 the line gives what its points give")
    default void theLineGivesWhatItsPointsGive() {
        objectiveLaws().require(ObjectiveLaw.LINE);
    }

    /** {@code plus}, {@code times} and {@code penalized} add value and gradient. */
    @Test
    @DisplayName("O05 sums of objectives sum values and gradients")
    default void sumsOfObjectivesSumValuesAndGradients() {
        objectiveLaws().require(ObjectiveLaw.SUMS);
    }

    /** Disjoint batches of unequal sizes add up to the whole; a batch weight of 2 is the unit twice. */
    @Test
    @DisplayName("O06 batches add up to the whole")
    default void batchesAddUpToTheWhole() {
        objectiveLaws().require(ObjectiveLaw.BATCHES);
    }

    /** The local quadratic has value and gradient of the objective, and a matrix no smaller than its Hessian. */
    @Test
    @DisplayName("O07 the local quadratic touches the objective")
    default void theLocalQuadraticTouchesTheObjective() {
        objectiveLaws().require(ObjectiveLaw.QUADRATIC);
    }

    /** What is counted grows by one with each call. */
    @Test
    @DisplayName("O08 calls are counted")
    default void callsAreCounted() {
        objectiveLaws().require(ObjectiveLaw.COUNT);
    }

    /**
     * Prints how many laws were run and why the others were not; fails if none was, or if an exclusion names no law.
     *
     * @param reporter prints the line
     */
    @Test
    @DisplayName("O00 every law is accounted for")
    default void everyLawIsAccountedFor(TestReporter reporter) {
        objectiveLaws().account(reporter);
    }

    private Battery<Objective> objectiveLaws() {
        return new Battery<>(ObjectiveLaw.all(), this::newObjective, Battery::nameOf, exclusions());
    }
}
