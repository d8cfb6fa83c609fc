package dev.limpid.testkit.contract;

import dev.limpid.core.loss.Loss;
import dev.limpid.testkit.declaration.LossDeclaration;
import dev.limpid.testkit.declaration.LossSubject;
import dev.limpid.testkit.law.Functional;
import dev.limpid.testkit.law.LossLaws;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Tests a loss of any kind: implement it in a test class, hand out the loss, and run.
 *
 * <pre>{@code
 * class StockoutLossTest implements LossContract {
 *     public Loss newLoss() {
 *         return new StockoutLoss();
 *     }
 * }
 * }</pre>
 *
 * <p>Each law is a test of its own. A law that says nothing about the loss (there is no second derivative, say) is reported
 * as skipped, with the reason. A loss that breaks a law on purpose names it in {@link #exclusions}.
 *
 * <p>A broken law is reported like this:
 *
 * <pre>
 * StockoutLoss breaks law L02: the gradient is the derivative of the value.
 *   at y = 1.0, f = 1.7
 *     gradient             1.4
 *     derivative of value  0.7  (± 2.3e-14)
 *     ratio                2.000
 *   Likely cause: a factor 2 is doubled in gradient, or missing in value (ratio 2.000), at all 976 points.
 *   Replay: assertThat(loss).hasGradientEqualToDifferencesAt(0x1.0p0, 0x1.b333333333333p0)
 * </pre>
 *
 * @since 0.1.0
 */
public interface LossContract extends Contract {

    /**
     * Makes the loss under test.
     *
     * @return a new loss; asked for once for each law
     */
    Loss newLoss();

    /**
     * States what the loss is meant to do, beyond what its interface says. Each statement selects a law, and a false one
     * breaks it.
     *
     * @return {@link LossDeclaration#nothing()} unless overridden
     */
    default LossDeclaration lossDeclaration() {
        return LossDeclaration.nothing();
    }

    /**
     * States what the loss's best constant is of the targets, so that a quantile loss with its levels swapped is found out;
     * short for {@code lossDeclaration()} with it.
     *
     * @return {@link Functional#NONE} unless overridden
     */
    default Functional predicts() {
        return Functional.NONE;
    }

    /**
     * Draws the targets of a row. Override it for a loss of several target columns that mean different things, such as a
     * time and an event; short for {@code lossDeclaration()} with it.
     *
     * @param random source of randomness
     * @return the targets, as many as {@code targets()}; null, as here, for draws from the loss's domain
     */
    default double @Nullable [] drawTargets(RandomGenerator random) {
        return null;
    }

    /** Name, number of scores, targets and classes go together; the domain's own targets pass {@code check}. */
    @Test
    default void l01ScoresTargetsClassesAndDomainGoTogether() {
        laws().check(LossLaws.SHAPE);
    }

    /** {@code gradient} is ∂value/∂f; at a kink any number between the one-sided slopes. */
    @Test
    default void l02TheGradientIsTheDerivativeOfTheValue() {
        laws().check(LossLaws.GRADIENT);
    }

    /** Beside each kink that is found, {@code gradient} lies between the slopes of the value. */
    @Test
    default void l03AtAKinkTheGradientLiesBetweenTheOneSidedSlopes() {
        laws().check(LossLaws.GRADIENT_AT_KINKS);
    }

    /** {@code smooth()} is false if and only if a kink is found. */
    @Test
    default void l04SmoothSaysTrulyWhetherThereAreKinks() {
        laws().check(LossLaws.SMOOTH);
    }

    /** The value has no jumps. */
    @Test
    default void l05TheValueIsContinuous() {
        laws().check(LossLaws.CONTINUOUS);
    }

    /** EXACT: max(0, second derivative). MAJORISER: the quadratic lies nowhere below the loss. Any: finite and ≥ 0. */
    @Test
    default void l06TheCurvatureIsOfItsDeclaredKind() {
        laws().check(LossLaws.CURVATURE);
    }

    /** {@code secondDerivative}, if stated, is the derivative of {@code gradient}. */
    @Test
    default void l07TheSecondDerivativeIsTheDerivativeOfTheGradient() {
        laws().check(LossLaws.SECOND_DERIVATIVE);
    }

    /** {@code at} gives the bits of {@code value}, {@code gradient} and {@code curvature}. */
    @Test
    default void l08TheCombinedCallGivesTheSameBitsAsTheSingleOnes() {
        laws().check(LossLaws.COMBINED_CALL);
    }

    /** No NaN and no early overflow for scores up to ±800. */
    @Test
    default void l09ValueAndGradientSurviveScoresOf800() {
        laws().check(LossLaws.EXTREMES);
    }

    /** Declared convex: no point of the graph lies below a tangent. */
    @Test
    default void l10ALossThatIsDeclaredConvexLiesAboveItsTangents() {
        laws().check(LossLaws.CONVEX);
    }

    /** {@code bestShift} is stationary and no shift of a grid is better. */
    @Test
    default void l11TheBestShiftIsStationaryAndNotBeaten() {
        laws().check(LossLaws.BEST_SHIFT);
    }

    /** {@code bestShift} with weight 2 equals {@code bestShift} with the row twice. */
    @Test
    default void l12InTheBestShiftWeight2EqualsTheRowTwice() {
        laws().check(LossLaws.SHIFT_WEIGHTS);
    }

    /** A sample over which the loss falls without end is refused in a sentence. */
    @Test
    default void l13ABestShiftThatDoesNotExistIsRefusedInASentence() {
        laws().check(LossLaws.UNBOUNDED_SHIFT);
    }

    /** {@code mean} is monotone; probabilities lie in [0, 1] and sum to 1. */
    @Test
    default void l14MeanIsTheInverseOfALink() {
        laws().check(LossLaws.MEAN);
    }

    /** The constant fit predicts the distribution of the classes, or the functional that is stated. */
    @Test
    default void l15TheMinimiserPredictsWhatItShould() {
        laws().check(LossLaws.DISTRIBUTION);
    }

    /** No score costs less than the one that predicts the target exactly. */
    @Test
    default void l16NoScoreBeatsThePerfectPrediction() {
        laws().check(LossLaws.PERFECT_PREDICTION);
    }

    /** {@code check} refuses NaN, ±∞ and what is outside the domain, in a sentence. */
    @Test
    default void l17CheckRefusesTargetsOutsideTheDomainInASentence() {
        laws().check(LossLaws.CHECK);
    }

    /** The same question gets the same bits, later and in any order. */
    @Test
    default void l18TheSameQuestionGetsTheSameBits() {
        laws().check(LossLaws.STATELESS);
    }

    /** The same question gets the same bits from eight threads at once. */
    @Test
    default void l19EightThreadsAtOnceGetTheSameBits() {
        laws().check(LossLaws.THREADS);
    }

    /** The arrays handed in are not changed. */
    @Test
    default void l20TheArraysHandedInAreNotChanged() {
        laws().check(LossLaws.INPUTS);
    }

    /** Declared shift-invariant: the value stays when a number is added to all scores. */
    @Test
    default void l21ALossThatIsDeclaredShiftInvariantDoesNotNoticeAShift() {
        laws().check(LossLaws.SHIFT_INVARIANT);
    }

    /** The mass of a unit is finite, ≥ 0 and independent of the scores. */
    @Test
    default void l22TheMassOfAUnitIsFiniteNotNegativeAndFixed() {
        laws().check(LossLaws.UNIT_MASS);
    }

    /** In a unit, weight 2 equals the row twice. */
    @Test
    default void l23InAUnitWeight2EqualsTheRowTwice() {
        laws().check(LossLaws.UNIT_WEIGHTS);
    }

    /** In a unit, the order of the rows does not matter. */
    @Test
    default void l24InAUnitTheOrderOfTheRowsDoesNotMatter() {
        laws().check(LossLaws.UNIT_ORDER);
    }

    /** The loss's own copy of the loops over rows, the shared loops and the single calls agree. */
    @Test
    default void l25ABlockOfRowsGivesWhatItsRowsGiveInAnyLoop() {
        laws().check(LossLaws.KERNEL);
    }

    /** Declared bounded: no |∂ℓ/∂f| exceeds the bound, however far the score. */
    @Test
    default void l26NoGradientExceedsItsDeclaredBound() {
        laws().check(LossLaws.GRADIENT_BOUND);
    }

    /** Declared infimum and bound: no value lies outside, and each target's best value is the infimum. */
    @Test
    default void l27ValuesKeepToTheirDeclaredRange() {
        laws().check(LossLaws.VALUE_RANGE);
    }

    /** Declared degree: ℓ(c·y, c·f) = cᵏ·ℓ(y, f). */
    @Test
    default void l28OtherUnitsChangeTheValueAsDeclared() {
        laws().check(LossLaws.SCALE);
    }

    /** Declared symmetric: errors of both signs, or the two classes, cost the same. */
    @Test
    default void l29ALossThatIsDeclaredSymmetricTreatsBothSignsAlike() {
        laws().check(LossLaws.SYMMETRIC);
    }

    /** Declared redescending: the gradient goes to 0 far away. */
    @Test
    default void l30ALossThatIsDeclaredRedescendingLetsGoOfFarTargets() {
        laws().check(LossLaws.REDESCENDING);
    }

    /** Declared convex, or with a prox of several scores: no scores cost less than {@code prox} by its definition. */
    @Test
    default void l31TheProxMinimisesItsOwnDefinition() {
        laws().check(LossLaws.PROX);
    }

    /** {@code leastSquares()} is true of ½(f − y)² only. */
    @Test
    default void l32ALossThatSaysItIsLeastSquaresIsHalfTheSquaredResidual() {
        laws().check(LossLaws.LEAST_SQUARES);
    }

    /** {@code expectedSecondDerivative}, if stated, is the mean over the targets of the model, whose gradients cancel. */
    @Test
    default void l33TheExpectedSecondDerivativeIsTheMeanOverTheModelsTargets() {
        laws().check(LossLaws.EXPECTED_SECOND_DERIVATIVE);
    }

    /** {@code secondDerivativeTimes} of a unit, if stated, is linear in the direction. */
    @Test
    default void l34InAUnitSecondDerivativesAddUpAlongADirection() {
        laws().check(LossLaws.UNIT_PRODUCTS);
    }

    /** {@code scoreResiduals} of a unit, if stated, add up to the slope along the direction. */
    @Test
    default void l35InAUnitScoreResidualsAddUpToTheSlope() {
        laws().check(LossLaws.SCORE_RESIDUALS);
    }

    /**
     * Prints how many laws were run and why the others were not; fails if none was, or if an exclusion names no law.
     *
     * @param reporter prints the line
     */
    @Test
    default void l00EveryLawIsAccountedFor(TestReporter reporter) {
        laws().account(reporter);
    }

    private Battery<LossSubject> laws() {
        return new Battery<>(LossLaws.all(), this::subject, s -> Battery.nameOf(s.loss()), this);
    }

    private LossSubject subject() {
        LossDeclaration declares = lossDeclaration();
        if (!predicts().equals(Functional.NONE)) {
            declares = declares.predicting(predicts());
        }
        if (drawTargets(new SplittableRandom(0)) != null) {
            declares = declares.drawingTargets(random -> Objects.requireNonNull(drawTargets(random)));
        }
        return new LossSubject(newLoss(), declares);
    }
}
