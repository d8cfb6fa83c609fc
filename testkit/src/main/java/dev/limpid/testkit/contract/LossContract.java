package dev.limpid.testkit.contract;

import dev.limpid.core.loss.Loss;
import dev.limpid.testkit.law.Functional;
import dev.limpid.testkit.law.LossLaw;
import dev.limpid.testkit.law.LossSubject;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
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
     * States what the loss's best constant is of the targets, so that a quantile loss with its levels swapped is found out.
     *
     * @return {@link Functional#NONE} unless overridden
     */
    default Functional predicts() {
        return Functional.NONE;
    }

    /**
     * Draws the targets of a row. Override it for a loss of several target columns that mean different things, such as a
     * time and an event.
     *
     * @param random source of randomness
     * @return the targets, as many as {@code targets()}; null, as here, for draws from the loss's domain
     */
    default double @Nullable [] drawTargets(RandomGenerator random) {
        return null;
    }

    /** Name, number of scores, targets and classes go together; the domain's own targets pass {@code check}. */
    @Test
    @DisplayName("L01 scores, targets, classes and domain go together")
    default void scoresTargetsClassesAndDomainGoTogether() {
        battery().require(LossLaw.SHAPE);
    }

    /** {@code gradient} is ∂value/∂f; at a kink any number between the one-sided slopes. */
    @Test
    @DisplayName("L02 the gradient is the derivative of the value")
    default void theGradientIsTheDerivativeOfTheValue() {
        battery().require(LossLaw.GRADIENT);
    }

    /** Beside each kink that is found, {@code gradient} lies between the slopes of the value. */
    @Test
    @DisplayName("L03 at a kink the gradient lies between the one-sided slopes")
    default void atAKinkTheGradientLiesBetweenTheOneSidedSlopes() {
        battery().require(LossLaw.GRADIENT_AT_KINKS);
    }

    /** {@code smooth()} is false if and only if a kink is found. */
    @Test
    @DisplayName("L04 smooth() says truly whether there are kinks")
    default void smoothSaysTrulyWhetherThereAreKinks() {
        battery().require(LossLaw.SMOOTH);
    }

    /** The value has no jumps. */
    @Test
    @DisplayName("L05 the value is continuous")
    default void theValueIsContinuous() {
        battery().require(LossLaw.CONTINUOUS);
    }

    /** EXACT: max(0, second derivative). MAJORISER: the quadratic lies nowhere below the loss. Any: finite and ≥ 0. */
    @Test
    @DisplayName("L06 the curvature is of its declared kind")
    default void theCurvatureIsOfItsDeclaredKind() {
        battery().require(LossLaw.CURVATURE);
    }

    /** {@code secondDerivative}, if stated, is the derivative of {@code gradient}. */
    @Test
    @DisplayName("L07 the second derivative is the derivative of the gradient")
    default void theSecondDerivativeIsTheDerivativeOfTheGradient() {
        battery().require(LossLaw.SECOND_DERIVATIVE);
    }

    /** {@code at} gives the bits of {@code value}, {@code gradient} and {@code curvature}. */
    @Test
    @DisplayName("L08 the combined call gives the same bits as the single ones")
    default void theCombinedCallGivesTheSameBitsAsTheSingleOnes() {
        battery().require(LossLaw.COMBINED_CALL);
    }

    /** No NaN and no early overflow for scores up to ±800. */
    @Test
    @DisplayName("L09 value and gradient survive scores of ±800")
    default void valueAndGradientSurviveScoresOf800() {
        battery().require(LossLaw.EXTREMES);
    }

    /** Declared convex: no point of the graph lies below a tangent. */
    @Test
    @DisplayName("L10 a loss that is declared convex lies above its tangents")
    default void aLossThatIsDeclaredConvexLiesAboveItsTangents() {
        battery().require(LossLaw.CONVEX);
    }

    /** {@code bestShift} is stationary and no shift of a grid is better. */
    @Test
    @DisplayName("L11 the best shift is stationary and not beaten")
    default void theBestShiftIsStationaryAndNotBeaten() {
        battery().require(LossLaw.BEST_SHIFT);
    }

    /** {@code bestShift} with weight 2 equals {@code bestShift} with the row twice. */
    @Test
    @DisplayName("L12 in the best shift, weight 2 equals the row twice")
    default void inTheBestShiftWeight2EqualsTheRowTwice() {
        battery().require(LossLaw.SHIFT_WEIGHTS);
    }

    /** A sample over which the loss falls without end is refused in a sentence. */
    @Test
    @DisplayName("L13 a best shift that does not exist is refused in a sentence")
    default void aBestShiftThatDoesNotExistIsRefusedInASentence() {
        battery().require(LossLaw.UNBOUNDED_SHIFT);
    }

    /** {@code mean} is monotone; probabilities lie in [0, 1] and sum to 1. */
    @Test
    @DisplayName("L14 mean is the inverse of a link")
    default void meanIsTheInverseOfALink() {
        battery().require(LossLaw.MEAN);
    }

    /** The constant fit predicts the distribution of the classes, or the functional that is stated. */
    @Test
    @DisplayName("L15 the minimiser predicts what it should")
    default void theMinimiserPredictsWhatItShould() {
        battery().require(LossLaw.DISTRIBUTION);
    }

    /** No score costs less than the one that predicts the target exactly. */
    @Test
    @DisplayName("L16 no score beats the perfect prediction")
    default void noScoreBeatsThePerfectPrediction() {
        battery().require(LossLaw.PERFECT_PREDICTION);
    }

    /** {@code check} refuses NaN, ±∞ and what is outside the domain, in a sentence. */
    @Test
    @DisplayName("L17 check refuses targets outside the domain in a sentence")
    default void checkRefusesTargetsOutsideTheDomainInASentence() {
        battery().require(LossLaw.CHECK);
    }

    /** The same question gets the same bits, later and in any order. */
    @Test
    @DisplayName("L18 the same question gets the same bits")
    default void theSameQuestionGetsTheSameBits() {
        battery().require(LossLaw.STATELESS);
    }

    /** The same question gets the same bits from eight threads at once. */
    @Test
    @DisplayName("L19 eight threads at once get the same bits")
    default void eightThreadsAtOnceGetTheSameBits() {
        battery().require(LossLaw.THREADS);
    }

    /** The arrays handed in are not changed. */
    @Test
    @DisplayName("L20 the arrays handed in are not changed")
    default void theArraysHandedInAreNotChanged() {
        battery().require(LossLaw.INPUTS);
    }

    /** Declared shift-invariant: the value stays when a number is added to all scores. */
    @Test
    @DisplayName("L21 a loss that is declared shift-invariant does not notice a shift")
    default void aLossThatIsDeclaredShiftInvariantDoesNotNoticeAShift() {
        battery().require(LossLaw.SHIFT_INVARIANT);
    }

    /** The mass of a unit is finite, ≥ 0 and independent of the scores. */
    @Test
    @DisplayName("L22 the mass of a unit is finite, not negative and fixed")
    default void theMassOfAUnitIsFiniteNotNegativeAndFixed() {
        battery().require(LossLaw.UNIT_MASS);
    }

    /** In a unit, weight 2 equals the row twice. */
    @Test
    @DisplayName("L23 in a unit, weight 2 equals the row twice")
    default void inAUnitWeight2EqualsTheRowTwice() {
        battery().require(LossLaw.UNIT_WEIGHTS);
    }

    /** In a unit, the order of the rows does not matter. */
    @Test
    @DisplayName("L24 in a unit, the order of the rows does not matter")
    default void inAUnitTheOrderOfTheRowsDoesNotMatter() {
        battery().require(LossLaw.UNIT_ORDER);
    }

    /** The loss's own copy of the loops over rows, the shared loops and the single calls agree. */
    @Test
    @DisplayName("L25 a block of rows gives what its rows give, in any loop")
    default void aBlockOfRowsGivesWhatItsRowsGiveInAnyLoop() {
        battery().require(LossLaw.KERNEL);
    }

    /**
     * Prints how many laws were run and why the others were not; fails if none was, or if an exclusion names no law.
     *
     * @param reporter prints the line
     */
    @Test
    @DisplayName("L00 every law is accounted for")
    default void everyLawIsAccountedFor(TestReporter reporter) {
        battery().account(reporter);
    }

    private Battery<LossSubject> battery() {
        return new Battery<>(LossLaw.all(), this::subject, s -> Battery.nameOf(s.loss()), exclusions());
    }

    private LossSubject subject() {
        boolean own = drawTargets(new java.util.SplittableRandom(0)) != null;
        return new LossSubject(
                newLoss(), own ? r -> java.util.Objects.requireNonNull(drawTargets(r)) : null, predicts());
    }
}
