package dev.limpid.testkit.contract;

import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.testkit.law.OptimizerLaw;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Tests an optimizer: implement it in a test class, hand out the optimizer, and run. It is tried on those problems of
 * {@link dev.limpid.testkit.problem.Problems} that offer what it needs.
 *
 * <pre>{@code
 * class GradientDescentTest implements OptimizerContract {
 *     public Optimizer<?> newOptimizer() {
 *         return new GradientDescent(WolfeSearch.defaults());
 *     }
 * }
 * }</pre>
 *
 * @since 0.1.0
 */
public interface OptimizerContract extends Contract {

    /**
     * Makes the optimizer under test, with settings for problems of size 1.
     *
     * @return a new optimizer; asked for once for each law
     */
    Optimizer<?> newOptimizer();

    /** A run that says it converged is at the minimum; one that is under way came down. */
    @Test
    @DisplayName("Z01 where it says that it converged, it did")
    default void whereItSaysThatItConvergedItDid() {
        optimizerLaws().require(OptimizerLaw.MINIMISES);
    }

    /** Iterations count from 1, the objective is that of the point reached, and the end has a sentence. */
    @Test
    @DisplayName("Z02 steps report what they did")
    default void stepsReportWhatTheyDid() {
        optimizerLaws().require(OptimizerLaw.STEPS);
    }

    /** A run that is saved and resumed makes the same steps, bit for bit. */
    @Test
    @DisplayName("Z03 a resumed run makes the same steps")
    default void aResumedRunMakesTheSameSteps() {
        optimizerLaws().require(OptimizerLaw.RESUME);
    }

    /** The same seed makes the same steps, whatever other runs and threads do. */
    @Test
    @DisplayName("Z04 the same seed makes the same steps")
    default void theSameSeedMakesTheSameSteps() {
        optimizerLaws().require(OptimizerLaw.SAME_SEED);
    }

    /** θ₀ and what {@code theta()} hands out are copies. */
    @Test
    @DisplayName("Z05 the start point is copied")
    default void theStartPointIsCopied() {
        optimizerLaws().require(OptimizerLaw.INPUTS);
    }

    /** A run that begins at the minimum stays finite, and there. */
    @Test
    @DisplayName("Z06 at the minimum it stays")
    default void atTheMinimumItStays() {
        optimizerLaws().require(OptimizerLaw.AT_THE_MINIMUM);
    }

    /** An objective that turns into NaN ends the run, or is seen in its steps; θ stays finite. */
    @Test
    @DisplayName("Z07 a NaN is seen")
    default void aNaNIsSeen() {
        optimizerLaws().require(OptimizerLaw.NOT_A_NUMBER);
    }

    /** An objective that does not offer what is needed is refused in a sentence that says what to use. */
    @Test
    @DisplayName("Z08 what does not fit is refused in a sentence")
    default void whatDoesNotFitIsRefusedInASentence() {
        optimizerLaws().require(OptimizerLaw.REFUSAL);
    }

    /**
     * Prints how many laws were run and why the others were not; fails if none was, or if an exclusion names no law.
     *
     * @param reporter prints the line
     */
    @Test
    @DisplayName("Z00 every law is accounted for")
    default void everyLawIsAccountedFor(TestReporter reporter) {
        optimizerLaws().account(reporter);
    }

    private Battery<Optimizer<?>> optimizerLaws() {
        return new Battery<>(OptimizerLaw.all(), this::newOptimizer, Battery::nameOf, exclusions());
    }
}
