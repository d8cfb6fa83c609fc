package dev.limpid.testkit.contract;

import dev.limpid.core.penalty.Penalty;
import dev.limpid.testkit.declaration.PenaltyDeclaration;
import dev.limpid.testkit.declaration.PenaltySubject;
import dev.limpid.testkit.law.PenaltyLaws;
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

    /**
     * States what the penalty is meant to do, beyond what its interface says. Each statement selects a law, and a false one
     * breaks it.
     *
     * @return {@link PenaltyDeclaration#nothing()} unless overridden
     */
    default PenaltyDeclaration penaltyDeclaration() {
        return PenaltyDeclaration.nothing();
    }

    /** Ω ≥ 0, +∞ outside a constraint, never NaN. */
    @Test
    default void p01TheValueIsNotNegative() {
        laws().check(PenaltyLaws.VALUE);
    }

    /** No competitor is better than the prox, for steps from 0.1 to 10. */
    @Test
    default void p02TheProxMinimisesItsOwnDefinition() {
        laws().check(PenaltyLaws.PROX);
    }

    /** (z − x)/step is a subgradient of Ω at the prox x. */
    @Test
    default void p03TheWayToTheProxIsASubgradient() {
        laws().check(PenaltyLaws.SUBGRADIENT);
    }

    /** Value and prox keep to their block. */
    @Test
    default void p04ParametersOutsideOfTheBlockAreLeftAlone() {
        laws().check(PenaltyLaws.BLOCK);
    }

    /** The coordinates of a separable penalty add up to its block form. */
    @Test
    default void p05TheCoordinatesGiveWhatTheBlockGives() {
        laws().check(PenaltyLaws.SEPARABLE);
    }

    /** {@code addGradient} adds ∂value/∂t. */
    @Test
    default void p06TheGradientIsTheDerivativeOfTheValue() {
        laws().check(PenaltyLaws.GRADIENT);
    }

    /** {@code addCurvature} adds the weights of a quadratic that lies nowhere below Ω. */
    @Test
    default void p07TheCurvatureMajorises() {
        laws().check(PenaltyLaws.CURVATURE);
    }

    /** Declared convex: midpoints lie below their chord, and the prox drives no two points apart. */
    @Test
    default void p08APenaltyThatIsDeclaredConvexIsConvex() {
        laws().check(PenaltyLaws.CONVEX);
    }

    /** As the step goes to 0, the prox goes to z. */
    @Test
    default void p09AVanishingStepMovesNothing() {
        laws().check(PenaltyLaws.SMALL_STEP);
    }

    /** A NaN stays a NaN, or is refused. */
    @Test
    default void p10TheProxDoesNotHideANaN() {
        laws().check(PenaltyLaws.NAN);
    }

    /** The same question gets the same bits, from any thread, and inputs are not changed. */
    @Test
    default void p11TheSameQuestionGetsTheSameBits() {
        laws().check(PenaltyLaws.STATELESS);
    }

    /** The linear minimum of a set lies in it, and no point of the set lies below. */
    @Test
    default void p12NoPointOfTheSetLiesBelowItsLinearMinimum() {
        laws().check(PenaltyLaws.LINEAR_MINIMUM);
    }

    /** Declared degree: Ω(c·x) = cᵏ·Ω(x). */
    @Test
    default void p13TheValueGrowsWithTheDeclaredDegree() {
        laws().check(PenaltyLaws.DEGREE);
    }

    /** Declared symmetric: value and prox of −x go with those of x. */
    @Test
    default void p14APenaltyThatIsDeclaredSymmetricIgnoresSigns() {
        laws().check(PenaltyLaws.SYMMETRIC);
    }

    /** Declared sparse: the prox sets small numbers to exactly 0, and large ones not. */
    @Test
    default void p15APenaltyThatIsDeclaredSparseMakesExactZeros() {
        laws().check(PenaltyLaws.SPARSE);
    }

    /** Declared constraint: values are 0 or +∞, and the prox is a projection, whatever the step. */
    @Test
    default void p16TheProxOfADeclaredConstraintIsAProjection() {
        laws().check(PenaltyLaws.CONSTRAINT);
    }

    /**
     * Prints how many laws were run and why the others were not; fails if none was, or if an exclusion names no law.
     *
     * @param reporter prints the line
     */
    @Test
    default void p00EveryLawIsAccountedFor(TestReporter reporter) {
        laws().account(reporter);
    }

    private Battery<PenaltySubject> laws() {
        return new Battery<>(
                PenaltyLaws.all(),
                () -> new PenaltySubject(newPenalty(), penaltyDeclaration()),
                s -> Battery.nameOf(s.penalty()),
                this);
    }
}
