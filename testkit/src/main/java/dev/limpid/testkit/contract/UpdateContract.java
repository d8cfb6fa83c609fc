package dev.limpid.testkit.contract;

import dev.limpid.core.update.Update;
import dev.limpid.testkit.law.UpdateLaw;
import dev.limpid.testkit.law.UpdateSubject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Tests an update: implement it in a test class, hand out the update, and run.
 *
 * <pre>{@code
 * class LionTest implements UpdateContract {
 *     public Update newUpdate() {
 *         return Lion.withLearningRate(1e-3);
 *     }
 *
 *     public boolean isElementwise() {
 *         return true;
 *     }
 *
 *     public double constantGradientStep(int t) {
 *         return 1;
 *     }
 * }
 * }</pre>
 *
 * @since 0.1.0
 */
public interface UpdateContract extends Contract {

    /**
     * Makes the update under test.
     *
     * @return a new update; asked for once for each law
     */
    Update newUpdate();

    /**
     * States whether the step of a coordinate depends on that coordinate alone.
     *
     * @return false unless overridden
     */
    default boolean isElementwise() {
        return false;
    }

    /**
     * States how long a step is under a gradient that is always 1: for SGD 1, for Adam 1, with momentum μ the sum
     * (1 − μᵗ)/(1 − μ). A lost bias correction shows nowhere else.
     *
     * @param t number of the step, from 1
     * @return length of step t in learning rates; NaN, as here, if nothing is stated
     */
    default double constantGradientStep(int t) {
        return Double.NaN;
    }

    /** The first step is finite and goes against the gradient, for gradients from 10⁻³ to 10³. */
    @Test
    @DisplayName("U01 the first step goes downhill")
    default void theFirstStepGoesDownhill() {
        updateLaws().require(UpdateLaw.DOWNHILL);
    }

    /** At θ = 0 a gradient of 0 moves nothing; elsewhere it can only shrink θ. */
    @Test
    @DisplayName("U02 a gradient of 0 moves nothing, or shrinks")
    default void aGradientOf0MovesNothingOrShrinks() {
        updateLaws().require(UpdateLaw.ZERO_GRADIENT);
    }

    /** Twice the learning rate of the oracle makes steps twice as long. */
    @Test
    @DisplayName("U03 steps are proportional to the learning rate")
    default void stepsAreProportionalToTheLearningRate() {
        updateLaws().require(UpdateLaw.LEARNING_RATE);
    }

    /** A fresh memory makes a fresh run, whatever other runs the update is in. */
    @Test
    @DisplayName("U04 a fresh memory makes a fresh run")
    default void aFreshMemoryMakesAFreshRun() {
        updateLaws().require(UpdateLaw.FRESH_MEMORY);
    }

    /** A run that is saved and resumed makes the same steps, bit for bit. */
    @Test
    @DisplayName("U05 a resumed run makes the same steps")
    default void aResumedRunMakesTheSameSteps() {
        updateLaws().require(UpdateLaw.RESUME);
    }

    /** What the oracle hands out may be overwritten after the step. */
    @Test
    @DisplayName("U06 no array of the oracle is kept")
    default void noArrayOfTheOracleIsKept() {
        updateLaws().require(UpdateLaw.BUFFERS);
    }

    /** The same run gets the same bits, from any thread. */
    @Test
    @DisplayName("U07 the same run gets the same bits")
    default void theSameRunGetsTheSameBits() {
        updateLaws().require(UpdateLaw.DETERMINISTIC);
    }

    /** Another order of the coordinates gives the same steps in that order. */
    @Test
    @DisplayName("U08 the order of the coordinates does not matter")
    default void theOrderOfTheCoordinatesDoesNotMatter() {
        updateLaws().require(UpdateLaw.ORDER);
    }

    /** Declared elementwise: a coordinate steps alone as in company and in any block. */
    @Test
    @DisplayName("U09 an elementwise update steps coordinate by coordinate")
    default void anElementwiseUpdateStepsCoordinateByCoordinate() {
        updateLaws().require(UpdateLaw.ELEMENTWISE);
    }

    /** Every coordinate that has a gradient moves within ten steps. */
    @Test
    @DisplayName("U10 every coordinate moves")
    default void everyCoordinateMoves() {
        updateLaws().require(UpdateLaw.EVERY_COORDINATE);
    }

    /** The learning rate is finite and above 0 over 2000 steps. */
    @Test
    @DisplayName("U11 the learning rate stays above 0")
    default void theLearningRateStaysAbove0() {
        updateLaws().require(UpdateLaw.SCHEDULE);
    }

    /** Under a constant gradient 30 steps go downhill, and are as long as stated. */
    @Test
    @DisplayName("U12 steps under a constant gradient are as stated")
    default void stepsUnderAConstantGradientAreAsStated() {
        updateLaws().require(UpdateLaw.CONSTANT_GRADIENT);
    }

    /** A NaN in the gradient is a NaN in the step, or is refused. */
    @Test
    @DisplayName("U13 a step does not hide a NaN")
    default void aStepDoesNotHideANaN() {
        updateLaws().require(UpdateLaw.NAN);
    }

    /** The memory does not grow with the steps, and the answer only reads. */
    @Test
    @DisplayName("U14 the memory does not grow and the answer only reads")
    default void theMemoryDoesNotGrowAndTheAnswerOnlyReads() {
        updateLaws().require(UpdateLaw.MEMORY);
    }

    /**
     * Prints how many laws were run and why the others were not; fails if none was, or if an exclusion names no law.
     *
     * @param reporter prints the line
     */
    @Test
    @DisplayName("U00 every law is accounted for")
    default void everyLawIsAccountedFor(TestReporter reporter) {
        updateLaws().account(reporter);
    }

    private Battery<UpdateSubject> updateLaws() {
        return new Battery<>(
                UpdateLaw.all(),
                () -> new UpdateSubject(newUpdate(), isElementwise(), this::constantGradientStep),
                s -> Battery.nameOf(s.update()),
                exclusions());
    }
}
