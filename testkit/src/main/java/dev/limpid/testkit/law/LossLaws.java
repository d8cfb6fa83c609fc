package dev.limpid.testkit.law;

import dev.limpid.testkit.declaration.LossSubject;
import dev.limpid.testkit.internal.loss.CallTests;
import dev.limpid.testkit.internal.loss.CurvatureTests;
import dev.limpid.testkit.internal.loss.DeclaredTests;
import dev.limpid.testkit.internal.loss.ExpectationTests;
import dev.limpid.testkit.internal.loss.GradientTests;
import dev.limpid.testkit.internal.loss.KernelTests;
import dev.limpid.testkit.internal.loss.KinkTests;
import dev.limpid.testkit.internal.loss.LeastSquaresTests;
import dev.limpid.testkit.internal.loss.MeanTests;
import dev.limpid.testkit.internal.loss.ScoreProxTests;
import dev.limpid.testkit.internal.loss.ShapeTests;
import dev.limpid.testkit.internal.loss.ShiftTests;
import dev.limpid.testkit.internal.loss.UnitDerivativeTests;
import dev.limpid.testkit.internal.loss.UnitTests;
import java.util.List;

/**
 * What must hold of a loss, whether of one score, of K scores or of a unit.
 *
 * <p>Derivatives are compared with extrapolated differences that estimate their own error: there is no tolerance to choose.
 * Targets are drawn from the loss's domain, its borders included; scores go from −800 to 800.
 *
 * @since 0.1.0
 */
public final class LossLaws {

    private static final LawBook<LossSubject> BOOK = new LawBook<>();

    /** Name, number of scores, targets and classes go together; the domain's own targets pass {@code check}. */
    public static final Law<LossSubject> SHAPE =
            BOOK.add("L01", "scores, targets, classes and domain go together", ShapeTests::shape);

    /** {@code gradient} is ∂value/∂f; at a kink any number between the one-sided slopes. */
    public static final Law<LossSubject> GRADIENT =
            BOOK.add("L02", "the gradient is the derivative of the value", GradientTests::gradient);

    /** Beside each kink that is found, {@code gradient} lies between the slopes of the value. */
    public static final Law<LossSubject> GRADIENT_AT_KINKS =
            BOOK.add("L03", "at a kink the gradient lies between the one-sided slopes", KinkTests::gradientAtKinks);

    /** {@code smooth()} is false if and only if a kink is found. */
    public static final Law<LossSubject> SMOOTH =
            BOOK.add("L04", "smooth() says truly whether there are kinks", KinkTests::smooth);

    /** The value has no jumps. */
    public static final Law<LossSubject> CONTINUOUS = BOOK.add("L05", "the value is continuous", KinkTests::continuous);

    /** EXACT: max(0, second derivative). MAJORISER: the quadratic lies nowhere below the loss. Any: finite and ≥ 0. */
    public static final Law<LossSubject> CURVATURE =
            BOOK.add("L06", "the curvature is of its declared kind", CurvatureTests::curvature);

    /** {@code secondDerivative}, if stated, is the derivative of {@code gradient}. */
    public static final Law<LossSubject> SECOND_DERIVATIVE =
            BOOK.add("L07", "the second derivative is the derivative of the gradient", GradientTests::secondDerivative);

    /** {@code at} gives the bits of {@code value}, {@code gradient} and {@code curvature}. */
    public static final Law<LossSubject> COMBINED_CALL =
            BOOK.add("L08", "the combined call gives the same bits as the single ones", CallTests::combined);

    /** No NaN and no early overflow for scores up to ±800. */
    public static final Law<LossSubject> EXTREMES =
            BOOK.add("L09", "value and gradient survive scores of ±800", CallTests::extremes);

    /** Declared convex: no point of the graph lies below a tangent. */
    public static final Law<LossSubject> CONVEX =
            BOOK.add("L10", "a loss that is declared convex lies above its tangents", CurvatureTests::convex);

    /** {@code bestShift} is stationary and no shift of a grid is better. */
    public static final Law<LossSubject> BEST_SHIFT =
            BOOK.add("L11", "the best shift is stationary and not beaten", ShiftTests::bestShift);

    /** {@code bestShift} with weight 2 equals {@code bestShift} with the row twice. */
    public static final Law<LossSubject> SHIFT_WEIGHTS =
            BOOK.add("L12", "in the best shift, weight 2 equals the row twice", ShiftTests::weights);

    /** A sample over which the loss falls without end is refused in a sentence. */
    public static final Law<LossSubject> UNBOUNDED_SHIFT =
            BOOK.add("L13", "a best shift that does not exist is refused in a sentence", ShiftTests::unbounded);

    /** {@code mean} is monotone; probabilities lie in [0, 1] and sum to 1. */
    public static final Law<LossSubject> MEAN = BOOK.add("L14", "mean is the inverse of a link", MeanTests::mean);

    /** The constant fit predicts the distribution of the classes, or the functional that is stated. */
    public static final Law<LossSubject> DISTRIBUTION =
            BOOK.add("L15", "the minimiser predicts what it should", MeanTests::distribution);

    /** No score costs less than the one that predicts the target exactly. */
    public static final Law<LossSubject> PERFECT_PREDICTION =
            BOOK.add("L16", "no score beats the perfect prediction", MeanTests::perfectPrediction);

    /** {@code check} refuses NaN, ±∞ and what is outside the domain, in a sentence. */
    public static final Law<LossSubject> CHECK =
            BOOK.add("L17", "check refuses targets outside the domain in a sentence", ShapeTests::check);

    /** The same question gets the same bits, later and in any order. */
    public static final Law<LossSubject> STATELESS =
            BOOK.add("L18", "the same question gets the same bits", CallTests::stateless);

    /** The same question gets the same bits from eight threads at once. */
    public static final Law<LossSubject> THREADS =
            BOOK.add("L19", "eight threads at once get the same bits", CallTests::threads);

    /** The arrays handed in are not changed. */
    public static final Law<LossSubject> INPUTS =
            BOOK.add("L20", "the arrays handed in are not changed", CallTests::inputs);

    /** Declared shift-invariant: the value stays when a number is added to all scores. */
    public static final Law<LossSubject> SHIFT_INVARIANT = BOOK.add(
            "L21", "a loss that is declared shift-invariant does not notice a shift", CallTests::shiftInvariant);

    /** The mass of a unit is finite, ≥ 0 and independent of the scores. */
    public static final Law<LossSubject> UNIT_MASS =
            BOOK.add("L22", "the mass of a unit is finite, not negative and fixed", UnitTests::mass);

    /** In a unit, weight 2 equals the row twice. */
    public static final Law<LossSubject> UNIT_WEIGHTS =
            BOOK.add("L23", "in a unit, weight 2 equals the row twice", UnitTests::weights);

    /** In a unit, the order of the rows does not matter. */
    public static final Law<LossSubject> UNIT_ORDER =
            BOOK.add("L24", "in a unit, the order of the rows does not matter", UnitTests::order);

    /** The loss's own copy of the loops over rows, the shared loops and the single calls agree. */
    public static final Law<LossSubject> KERNEL =
            BOOK.add("L25", "a block of rows gives what its rows give, in any loop", KernelTests::kernel);

    /** Declared bounded: no |∂ℓ/∂f| exceeds the bound, however far the score. */
    public static final Law<LossSubject> GRADIENT_BOUND =
            BOOK.add("L26", "no gradient exceeds its declared bound", DeclaredTests::gradientBound);

    /** Declared infimum and bound: no value lies outside, and each target's best value is the infimum. */
    public static final Law<LossSubject> VALUE_RANGE =
            BOOK.add("L27", "values keep to their declared range", DeclaredTests::valueRange);

    /** Declared degree: ℓ(c·y, c·f) = cᵏ·ℓ(y, f). */
    public static final Law<LossSubject> SCALE =
            BOOK.add("L28", "other units change the value as declared", DeclaredTests::scale);

    /** Declared symmetric: errors of both signs, or the two classes, cost the same. */
    public static final Law<LossSubject> SYMMETRIC =
            BOOK.add("L29", "a loss that is declared symmetric treats both signs alike", DeclaredTests::symmetric);

    /** Declared redescending: the gradient goes to 0 far away. */
    public static final Law<LossSubject> REDESCENDING =
            BOOK.add("L30", "a loss that is declared redescending lets go of far targets", DeclaredTests::redescending);

    /** Declared convex, or with a prox of several scores: no scores cost less than {@code prox} by its definition. */
    public static final Law<LossSubject> PROX =
            BOOK.add("L31", "the prox minimises its own definition", ScoreProxTests::prox);

    /** {@code leastSquares()} is true of ½(f − y)² only. */
    public static final Law<LossSubject> LEAST_SQUARES =
            BOOK.add("L32", "a loss that says it is least squares is ½(f − y)²", LeastSquaresTests::leastSquares);

    /** {@code expectedSecondDerivative}, if stated, is the mean over the targets of the model, whose gradients cancel. */
    public static final Law<LossSubject> EXPECTED_SECOND_DERIVATIVE = BOOK.add(
            "L33", "the expected second derivative is the mean over the model's targets", ExpectationTests::expected);

    /** {@code secondDerivativeTimes} of a unit, if stated, is linear in the direction. */
    public static final Law<LossSubject> UNIT_PRODUCTS =
            BOOK.add("L34", "in a unit, second derivatives add up along a direction", UnitDerivativeTests::products);

    /** {@code scoreResiduals} of a unit, if stated, add up to the slope along the direction. */
    public static final Law<LossSubject> SCORE_RESIDUALS =
            BOOK.add("L35", "in a unit, score residuals add up to the slope", UnitDerivativeTests::residuals);

    private LossLaws() {}

    /**
     * Returns all laws.
     *
     * @return the laws in the order of their ids
     */
    public static List<Law<LossSubject>> all() {
        return BOOK.all();
    }
}
