package dev.limpid.testkit.contract;

import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.testkit.declaration.OptimizerDeclaration;
import dev.limpid.testkit.declaration.OptimizerSubject;
import dev.limpid.testkit.law.OptimizerLaws;
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

    /**
     * States what the optimizer is meant to do, beyond what its interface says. Each statement selects a law, and a false one
     * breaks it.
     *
     * @return {@link OptimizerDeclaration#nothing()} unless overridden
     */
    default OptimizerDeclaration optimizerDeclaration() {
        return OptimizerDeclaration.nothing();
    }

    /** A run that says it converged is at the minimum; one that is under way came down. */
    @Test
    default void z01WhereItSaysThatItConvergedItDid() {
        laws().check(OptimizerLaws.MINIMISES);
    }

    /** Iterations count from 1, the objective is that of the point reached, and the end has a sentence. */
    @Test
    default void z02StepsReportWhatTheyDid() {
        laws().check(OptimizerLaws.STEPS);
    }

    /** A run that is saved and resumed makes the same steps, bit for bit. */
    @Test
    default void z03AResumedRunMakesTheSameSteps() {
        laws().check(OptimizerLaws.RESUME);
    }

    /** The same seed makes the same steps, whatever other runs and threads do. */
    @Test
    default void z04TheSameSeedMakesTheSameSteps() {
        laws().check(OptimizerLaws.SAME_SEED);
    }

    /** θ₀ and what {@code theta()} hands out are copies. */
    @Test
    default void z05TheStartPointIsCopied() {
        laws().check(OptimizerLaws.INPUTS);
    }

    /** A run that begins at the minimum stays finite, and there. */
    @Test
    default void z06AtTheMinimumItStays() {
        laws().check(OptimizerLaws.AT_THE_MINIMUM);
    }

    /** An objective that turns into NaN ends the run, or is seen in its steps; θ stays finite. */
    @Test
    default void z07ANaNIsSeen() {
        laws().check(OptimizerLaws.NOT_A_NUMBER);
    }

    /** An objective that does not offer what is needed is refused in a sentence that says what to use. */
    @Test
    default void z08WhatDoesNotFitIsRefusedInASentence() {
        laws().check(OptimizerLaws.REFUSAL);
    }

    /** Declared descent: no step leads uphill. */
    @Test
    default void z09AnOptimizerThatIsDeclaredToDescendNeverClimbs() {
        laws().check(OptimizerLaws.DESCENT);
    }

    /** Declared steps: convex quadratics are at their minimum after them. */
    @Test
    default void z10AQuadraticTakesNoMoreStepsThanDeclared() {
        laws().check(OptimizerLaws.QUADRATICS);
    }

    /** Declared invariances: moved, rotated, stretched or multiplied problems have the same path. */
    @Test
    default void z11AChangedProblemChangesThePathAsDeclared() {
        laws().check(OptimizerLaws.INVARIANCES);
    }

    /** A run that starts after another begins where that ended, leaves it as it was, and minimises its own objective. */
    @Test
    default void z12ARunThatStartsAfterAnotherGoesOnFromThere() {
        laws().check(OptimizerLaws.SUCCESSION);
    }

    /**
     * Prints how many laws were run and why the others were not; fails if none was, or if an exclusion names no law.
     *
     * @param reporter prints the line
     */
    @Test
    default void z00EveryLawIsAccountedFor(TestReporter reporter) {
        laws().account(reporter);
    }

    private Battery<OptimizerSubject> laws() {
        return new Battery<>(
                OptimizerLaws.all(),
                () -> new OptimizerSubject(newOptimizer(), optimizerDeclaration()),
                s -> Battery.nameOf(s.optimizer()),
                this);
    }
}
