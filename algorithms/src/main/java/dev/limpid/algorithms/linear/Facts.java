package dev.limpid.algorithms.linear;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.UnitLoss;
import dev.limpid.core.loss.VectorLoss;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.penalty.NoPenalty;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.SeparablePenalty;
import dev.limpid.core.penalty.SmoothPenalty;

/**
 * What the choice of an optimizer depends on.
 *
 * @param loss ℓ
 * @param penalty Ω, without bounds
 * @param extras bounds, terms, and which scores depend on the row
 * @param intercept whether there is one
 * @param sparse whether zeros aren't stored
 * @param sizes how large rows are; unknown unless they were given sparse
 * @param rows number of rows n
 * @param parameters number of parameters p
 */
record Facts(
        Loss loss,
        Penalty penalty,
        Extras extras,
        boolean intercept,
        boolean sparse,
        RowSizes sizes,
        int rows,
        int parameters) {

    /** A problem with an intercept, dense rows and nothing extra. */
    static Facts of(Loss loss, Penalty penalty, int rows, int parameters) {
        return new Facts(loss, penalty, Extras.NONE, true, false, RowSizes.UNKNOWN, rows, parameters);
    }

    /** The same with sparse rows, and with or without an intercept. */
    Facts sparse(boolean newIntercept, RowSizes newSizes) {
        return new Facts(loss, penalty, extras, newIntercept, true, newSizes, rows, parameters);
    }

    /** Whether the loss reads linear scores row by row and nothing is added but Ω, so that optimizers may walk along X. */
    boolean isLinear() {
        return !(loss instanceof UnitLoss)
                && !extras.locationOnly()
                && extras.terms().isEmpty();
    }

    /** Whether it is the squared loss with no more than a ridge. */
    boolean isLeastSquares() {
        return isLinear()
                && loss instanceof ScalarLoss scalar
                && scalar.leastSquares()
                && (penalty instanceof NoPenalty || penalty instanceof L2Penalty);
    }

    boolean isBounded() {
        return !extras.bounds().isNone();
    }

    boolean hasSmoothPenalty() {
        return penalty instanceof SmoothPenalty;
    }

    boolean hasSeparablePenalty() {
        return penalty instanceof SeparablePenalty;
    }

    /** Whether each coefficient costs at least μ/2·w², μ &gt; 0, and nothing but coefficients is fitted. */
    boolean isStronglyConvex() {
        return !intercept && hasRidge();
    }

    /** Whether each coefficient costs at least μ/2·w², μ &gt; 0. */
    boolean hasRidge() {
        return penalty instanceof SeparablePenalty separable && penalty.convex() && separable.strongConvexity(0) > 0;
    }

    /** Whether the loss of each row is convex and has a prox, and the penalty is convex: all that a method of proxes needs. */
    boolean hasProxes() {
        return isLinear() && hasConvexRows() && penalty.convex();
    }

    /** Whether the loss is convex and has a prox in the scores of a row. */
    boolean hasConvexRows() {
        return loss.convex() && (loss instanceof ScalarLoss || (loss instanceof VectorLoss vector && vector.hasProx()));
    }

    /** How many multiplications a matrix of a local quadratic takes. */
    double matrixWork() {
        double cells = sizes.isKnown() ? Math.min(sizes.cells() + 1, parameters) : parameters;
        return cells * cells * rows;
    }

    /** Returns ‖xᵢ‖²/(n·μ) of a typical row, C·‖xᵢ‖² in the language of support vector machines: what dual methods' epochs grow with. */
    double dualCondition() {
        return penalty instanceof SeparablePenalty separable
                ? sizes.square() / (rows * separable.strongConvexity(0))
                : Double.POSITIVE_INFINITY;
    }

    boolean statesCurvature() {
        return loss instanceof ScalarLoss scalar && scalar.kind() != Curvature.CONSTANT;
    }

    /** Whether the loss states a second derivative, and one without jumps. */
    boolean hasContinuousCurvature() {
        return loss instanceof ScalarLoss scalar && SecondDerivative.isContinuous(scalar);
    }

    boolean statesMajoriser() {
        return loss instanceof ScalarLoss scalar && scalar.kind() == Curvature.MAJORISER;
    }

    /** What the penalty and the bounds are, to be named in sentences. */
    String penaltyName() {
        if (!isBounded()) {
            return penalty.name();
        }
        return hasSmoothPenalty() ? "a bound on a coefficient" : penalty.name() + " with bounds";
    }
}
