package dev.limpid.testkit.contract;

import dev.limpid.core.schedule.Schedule;
import dev.limpid.testkit.law.ScheduleLaws;
import dev.limpid.testkit.law.ScheduleSubject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Tests a schedule: implement it in a test class, hand out the schedule, state what it promises, and run.
 *
 * <pre>{@code
 * class MyDecayTest implements ScheduleContract {
 *     public Schedule newSchedule() {
 *         return new MyDecay(0.1);
 *     }
 *
 *     public double startRate() {
 *         return 0.1;
 *     }
 *
 *     public boolean isFalling() {
 *         return true;
 *     }
 * }
 * }</pre>
 *
 * @since 0.1.0
 */
public interface ScheduleContract extends Contract {

    /**
     * Makes the schedule under test.
     *
     * @return a new schedule; asked for once for each law
     */
    Schedule newSchedule();

    /**
     * States the learning rate of the first step.
     *
     * @return α₀; NaN, as here, if nothing is stated
     */
    default double startRate() {
        return Double.NaN;
    }

    /**
     * States whether the learning rate never rises, and falls within 200 epochs.
     *
     * @return false unless overridden
     */
    default boolean isFalling() {
        return false;
    }

    /**
     * States whether the learning rate has no jumps as a function of the epoch. A warm-up of some steps has.
     *
     * @return false unless overridden
     */
    default boolean isContinuous() {
        return false;
    }

    /** The learning rate is finite and above 0 over 200 epochs, whether the objective is known or not. */
    @Test
    default void r01TheLearningRateIsFiniteAndAbove0() {
        laws().check(ScheduleLaws.POSITIVE);
    }

    /** The first step has the learning rate that is stated. */
    @Test
    default void r02TheFirstLearningRateIsAsStated() {
        laws().check(ScheduleLaws.START);
    }

    /** Stated to fall: it never rises. */
    @Test
    default void r03ALearningRateThatFallsNeverRises() {
        laws().check(ScheduleLaws.FALLING);
    }

    /** Stated to be continuous: changes from step to step vanish as steps become shorter. */
    @Test
    default void r04ALearningRateWithoutJumpsHasNone() {
        laws().check(ScheduleLaws.CONTINUOUS);
    }

    /** A run that is saved and resumed has the same learning rates, bit for bit. */
    @Test
    default void r05AResumedRunHasTheSameLearningRates() {
        laws().check(ScheduleLaws.RESUME);
    }

    /** A fresh memory makes a fresh run, whatever other runs the schedule is in. */
    @Test
    default void r06AFreshMemoryBeginsAtTheBeginning() {
        laws().check(ScheduleLaws.FRESH_MEMORY);
    }

    /** The same run gets the same bits, from any thread. */
    @Test
    default void r07TheSameStepsHaveTheSameLearningRates() {
        laws().check(ScheduleLaws.DETERMINISTIC);
    }

    /** A step that failed and is made again has the learning rate that it had. */
    @Test
    default void r08AStepMadeAgainHasTheSameLearningRate() {
        laws().check(ScheduleLaws.AGAIN);
    }

    /** The memory does not grow with the steps. */
    @Test
    default void r09TheMemoryOfAScheduleDoesNotGrow() {
        laws().check(ScheduleLaws.MEMORY);
    }

    /**
     * Prints how many laws were run and why the others were not; fails if none was, or if an exclusion names no law.
     *
     * @param reporter prints the line
     */
    @Test
    default void r00EveryLawIsAccountedFor(TestReporter reporter) {
        laws().account(reporter);
    }

    private Battery<ScheduleSubject> laws() {
        return new Battery<>(
                ScheduleLaws.all(),
                () -> new ScheduleSubject(newSchedule(), startRate(), isFalling(), isContinuous()),
                s -> Battery.nameOf(s.schedule()),
                this);
    }
}
