package dev.limpid.testkit.contract;

import dev.limpid.core.update.Update;
import dev.limpid.testkit.declaration.UpdateDeclaration;
import dev.limpid.testkit.declaration.UpdateSubject;
import dev.limpid.testkit.law.UpdateLaws;
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
     * States what the update is meant to do, beyond what its interface says. Each statement selects a law, and a false one
     * breaks it.
     *
     * @return {@link UpdateDeclaration#nothing()} unless overridden
     */
    default UpdateDeclaration updateDeclaration() {
        return UpdateDeclaration.nothing();
    }

    /**
     * States whether the step of a coordinate depends on that coordinate alone; short for {@code updateDeclaration()} with it.
     *
     * @return false unless overridden
     */
    default boolean isElementwise() {
        return false;
    }

    /**
     * States how long a step is under a gradient that is always 1: for SGD 1, for Adam 1, with momentum μ the sum
     * (1 − μᵗ)/(1 − μ). A lost bias correction shows nowhere else. Short for {@code updateDeclaration()} with it.
     *
     * @param t number of the step, from 1
     * @return length of step t in learning rates; NaN, as here, if nothing is stated
     */
    default double constantGradientStep(int t) {
        return Double.NaN;
    }

    /** The first step is finite and goes against the gradient, for gradients from 10⁻³ to 10³. */
    @Test
    default void u01TheFirstStepGoesDownhill() {
        laws().check(UpdateLaws.DOWNHILL);
    }

    /** At θ = 0 a gradient of 0 moves nothing; elsewhere it can only shrink θ. */
    @Test
    default void u02AGradientOf0MovesNothingOrShrinks() {
        laws().check(UpdateLaws.ZERO_GRADIENT);
    }

    /** Twice the learning rate of the oracle makes steps twice as long. */
    @Test
    default void u03StepsAreProportionalToTheLearningRate() {
        laws().check(UpdateLaws.LEARNING_RATE);
    }

    /** A fresh memory makes a fresh run, whatever other runs the update is in. */
    @Test
    default void u04AFreshMemoryMakesAFreshRun() {
        laws().check(UpdateLaws.FRESH_MEMORY);
    }

    /** A run that is saved and resumed makes the same steps, bit for bit. */
    @Test
    default void u05AResumedRunMakesTheSameSteps() {
        laws().check(UpdateLaws.RESUME);
    }

    /** What the oracle hands out may be overwritten after the step. */
    @Test
    default void u06NoArrayOfTheOracleIsKept() {
        laws().check(UpdateLaws.BUFFERS);
    }

    /** The same run gets the same bits, from any thread. */
    @Test
    default void u07TheSameRunGetsTheSameBits() {
        laws().check(UpdateLaws.DETERMINISTIC);
    }

    /** Another order of the coordinates gives the same steps in that order. */
    @Test
    default void u08TheOrderOfTheCoordinatesDoesNotMatter() {
        laws().check(UpdateLaws.ORDER);
    }

    /** Declared elementwise: a coordinate steps alone as in company and in any block. */
    @Test
    default void u09AnElementwiseUpdateStepsCoordinateByCoordinate() {
        laws().check(UpdateLaws.ELEMENTWISE);
    }

    /** Every coordinate that has a gradient moves within ten steps. */
    @Test
    default void u10EveryCoordinateMoves() {
        laws().check(UpdateLaws.EVERY_COORDINATE);
    }

    /** The learning rate is finite and above 0 over 2000 steps. */
    @Test
    default void u11TheLearningRateStaysAbove0() {
        laws().check(UpdateLaws.SCHEDULE);
    }

    /** Under a constant gradient 30 steps go downhill, and are as long as stated. */
    @Test
    default void u12StepsUnderAConstantGradientAreAsStated() {
        laws().check(UpdateLaws.CONSTANT_GRADIENT);
    }

    /** A NaN in the gradient is a NaN in the step, or is refused. */
    @Test
    default void u13AStepDoesNotHideANaN() {
        laws().check(UpdateLaws.NAN);
    }

    /** The memory does not grow with the steps, and the answer only reads. */
    @Test
    default void u14TheMemoryDoesNotGrowAndTheAnswerOnlyReads() {
        laws().check(UpdateLaws.MEMORY);
    }

    /** Declared response: steps grow with the gradients, or stay. */
    @Test
    default void u15LongerGradientsChangeStepsAsDeclared() {
        laws().check(UpdateLaws.RESPONSE);
    }

    /** Declared bound: no coordinate moves farther. */
    @Test
    default void u16NoStepExceedsItsDeclaredBound() {
        laws().check(UpdateLaws.STEP_BOUND);
    }

    /** Declared decay: none, through the gradient, or beside the step. */
    @Test
    default void u17ParametersDecayAsDeclared() {
        laws().check(UpdateLaws.DECAY);
    }

    /** Declared momentum, or its absence: what a gradient does to the step after it. */
    @Test
    default void u18AGradientLivesOnAsDeclared() {
        laws().check(UpdateLaws.MOMENTUM);
    }

    /** Declared trust ratio: a block of weights moves by its own length. */
    @Test
    default void u19ABlockOfWeightsMovesByItsOwnLengthAsDeclared() {
        laws().check(UpdateLaws.TRUST_RATIO);
    }

    /**
     * Prints how many laws were run and why the others were not; fails if none was, or if an exclusion names no law.
     *
     * @param reporter prints the line
     */
    @Test
    default void u00EveryLawIsAccountedFor(TestReporter reporter) {
        laws().account(reporter);
    }

    private Battery<UpdateSubject> laws() {
        return new Battery<>(UpdateLaws.all(), this::subject, s -> Battery.nameOf(s.update()), this);
    }

    private UpdateSubject subject() {
        UpdateDeclaration declares = updateDeclaration();
        if (isElementwise()) {
            declares = declares.withElementwiseSteps();
        }
        if (!Double.isNaN(constantGradientStep(1))) {
            declares = declares.withConstantGradientStep(this::constantGradientStep);
        }
        return new UpdateSubject(newUpdate(), declares);
    }
}
