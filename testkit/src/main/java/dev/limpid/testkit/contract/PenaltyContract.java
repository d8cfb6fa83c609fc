package dev.limpid.testkit.contract;

import dev.limpid.core.penalty.Penalty;
import dev.limpid.testkit.law.PenaltyLaw;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Tests a penalty: implement it in a test class, hand out the penalty, and run.
 *
 * <pre>{@code
 * class CapPenaltyTest implements PenaltyContract {
 *     public Penalty newPenalty() {
 *         return new CapPenalty(0.3);
 *     }
 * }
 * }</pre>
 *
 * @since 0.1.0
 */
public interface PenaltyContract extends Contract {

    /**
     * Makes the penalty under test, with a strength that is felt: about 0.1 to 1.
     *
     * @return a new penalty; asked for once for each law
     */
    Penalty newPenalty();

    /** Ω ≥ 0, +∞ outside a constraint, never NaN. */
    @Test
    @DisplayName("P01 the value is not negative")
    default void theValueIsNotNegative() {
        penaltyLaws().require(PenaltyLaw.VALUE);
    }

    /** No competitor is better than the prox, for steps from 0.1 to 10. */
    @Test
    @DisplayName("P02 the prox minimises its own definition")
    default void theProxMinimisesItsOwnDefinition() {
        penaltyLaws().require(PenaltyLaw.PROX);
    }

    /** (z − x)/step is a subgradient of Ω at the prox x. */
    @Test
    @DisplayName("P03 the way to the prox is a subgradient")
    default void theWayToTheProxIsASubgradient() {
        penaltyLaws().require(PenaltyLaw.SUBGRADIENT);
    }

    /** Value and prox keep to their block. */
    @Test
    @DisplayName("P04 parameters outside of the block are left alone")
    default void parametersOutsideOfTheBlockAreLeftAlone() {
        penaltyLaws().require(PenaltyLaw.BLOCK);
    }

    /** The coordinates of a separable penalty add up to its block form. */
    @Test
    @DisplayName("P05 the coordinates give what the block gives")
    default void theCoordinatesGiveWhatTheBlockGives() {
        penaltyLaws().require(PenaltyLaw.SEPARABLE);
    }

    /** {@code addGradient} adds ∂value/∂t. */
    @Test
    @DisplayName("P06 the gradient is the derivative of the value")
    default void theGradientIsTheDerivativeOfTheValue() {
        penaltyLaws().require(PenaltyLaw.GRADIENT);
    }

    /** {@code addCurvature} adds the weights of a quadratic that lies nowhere below Ω. */
    @Test
    @DisplayName("P07 the curvature majorises")
    default void theCurvatureMajorises() {
        penaltyLaws().require(PenaltyLaw.CURVATURE);
    }

    /** Declared convex: midpoints lie below their chord, and the prox drives no two points apart. */
    @Test
    @DisplayName("P08 a penalty that is declared convex is convex")
    default void aPenaltyThatIsDeclaredConvexIsConvex() {
        penaltyLaws().require(PenaltyLaw.CONVEX);
    }

    /** As the step goes to 0, the prox goes to z. */
    @Test
    @DisplayName("P09 a vanishing step moves nothing")
    default void aVanishingStepMovesNothing() {
        penaltyLaws().require(PenaltyLaw.SMALL_STEP);
    }

    /** A NaN stays a NaN, or is refused. */
    @Test
    @DisplayName("P10 the prox does not hide a NaN")
    default void theProxDoesNotHideANaN() {
        penaltyLaws().require(PenaltyLaw.NAN);
    }

    /** The same question gets the same bits, from any thread, and inputs are not changed. */
    @Test
    @DisplayName("P11 the same question gets the same bits")
    default void theSameQuestionGetsTheSameBits() {
        penaltyLaws().require(PenaltyLaw.STATELESS);
    }

    /**
     * Prints how many laws were run and why the others were not; fails if none was, or if an exclusion names no law.
     *
     * @param reporter prints the line
     */
    @Test
    @DisplayName("P00 every law is accounted for")
    default void everyLawIsAccountedFor(TestReporter reporter) {
        penaltyLaws().account(reporter);
    }

    private Battery<Penalty> penaltyLaws() {
        return new Battery<>(PenaltyLaw.all(), this::newPenalty, Battery::nameOf, exclusions());
    }
}
