package dev.limpid.algorithms.linear;

import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.optimizer.Fista;
import dev.limpid.core.optimizer.Lbfgs;
import dev.limpid.core.optimizer.MajorizeMinimize;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.optimizer.coordinate.CoordinateDescent;
import dev.limpid.core.optimizer.coordinate.ProxNewton;
import dev.limpid.core.optimizer.exact.QrLeastSquares;
import dev.limpid.core.optimizer.limited.LbfgsB;
import dev.limpid.core.optimizer.splitting.Pdhg;
import dev.limpid.core.optimizer.trust.Tron;
import dev.limpid.core.optimizer.variance.Sdca;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/**
 * The optimizer for those who name none; the table is in the Javadoc of {@link LinearSpec}.
 *
 * @param optimizer the optimizer
 * @param reason why, to follow "because"; empty if the user named it
 */
record Choice(Optimizer<?> optimizer, String reason) {

    /** With up to this many parameters, the matrix of a local quadratic is cheap beside the passes that it saves. */
    static final int SMALL_MATRIX = 300;

    /** Up to this C·‖xᵢ‖², dual coordinate ascent is taken to need fewer passes over sparse rows than L-BFGS: it did at 1, where both were measured. */
    static final double EASY_DUAL = 4;

    /** With up to this many parameters a matrix costs no more than the passes that it saves, whatever the number of rows (measured). */
    static final int CHEAP_PARAMETERS = 100;

    /** With more parameters and more multiplications n·p² than this, it costs more. */
    static final long CHEAP_MATRIX = 200_000_000;

    /** A matrix of more parameters takes above 800 MB and minutes to solve for. */
    static final int LARGEST_MATRIX = 10_000;

    /** From this condition number on, the matrix of least squares would leave fewer than 12 digits. */
    static final double ILL_CONDITIONED = 100;

    /**
     * Chooses.
     *
     * @throws IllegalArgumentException with what to do, if loss and penalty leave no optimizer
     */
    static Choice of(Facts facts) {
        if (!facts.loss().smooth()) {
            return ofKinked(facts);
        }
        if (facts.isBounded() || !facts.hasSmoothPenalty()) {
            return ofProx(facts);
        }
        return ofSmooth(facts);
    }

    /**
     * Returns QR for a least-squares problem whose matrix would lose digits.
     *
     * @param condition estimates the condition number; asked only if it matters
     */
    Choice unlessIllConditioned(Facts facts, DoubleSupplier condition) {
        boolean small = facts.matrixWork() <= CHEAP_MATRIX;
        if (!(optimizer instanceof MajorizeMinimize) || !facts.isLeastSquares() || !small) {
            return this;
        }
        double kappa = condition.getAsDouble();
        return kappa < ILL_CONDITIONED
                ? this
                : new Choice(
                        QrLeastSquares.defaults(),
                        "the columns nearly depend on one another (condition number "
                                + (kappa == Double.POSITIVE_INFINITY
                                        ? "above 1e7"
                                        : String.format(Locale.ROOT, "%.3g", kappa))
                                + "), and a matrix has the square of that");
    }

    private static Choice ofProx(Facts facts) {
        if (facts.hasSmoothPenalty()) {
            return new Choice(LbfgsB.defaults(), "loss and penalty are smooth, and coefficients have bounds");
        }
        boolean several =
                !(facts.loss() instanceof ScalarLoss) && facts.penalty().convex();
        if (facts.isLinear() && facts.hasSeparablePenalty() && several && facts.parameters() <= SMALL_MATRIX) {
            return new Choice(
                    ProxNewton.defaults(),
                    facts.penaltyName() + " is a sum over coefficients, and " + facts.parameters()
                            + " parameters of scores that depend on one another make a small matrix");
        }
        if (facts.isLinear() && facts.hasSeparablePenalty()) {
            return new Choice(
                    CoordinateDescent.defaults(),
                    facts.penaltyName() + " is a sum over coefficients, so that they can be moved one by one");
        }
        return new Choice(Fista.defaults(), facts.penaltyName() + " offers only a prox");
    }

    private static Choice ofSmooth(Facts facts) {
        int p = facts.parameters();
        if (!facts.isLinear()) {
            return new Choice(
                    Lbfgs.defaults(), "loss and penalty are smooth, and more than linear scores row by row comes in");
        }
        if (!(facts.loss() instanceof ScalarLoss)) {
            return new Choice(
                    Lbfgs.defaults(), "loss and penalty are smooth, and the scores of a row depend on one another");
        }
        if (!facts.statesCurvature()) {
            return new Choice(Lbfgs.defaults(), "loss and penalty are smooth, and the loss states no curvature");
        }
        if (p > SMALL_MATRIX && isEasyDual(facts)) {
            return new Choice(
                    Sdca.defaults(),
                    "rows are sparse, " + p
                            + " parameters make a large matrix, and the penalty is strong enough for the dual");
        }
        if (p > SMALL_MATRIX && facts.sparse() && facts.hasRidge() && facts.hasContinuousCurvature()) {
            return new Choice(
                    Tron.defaults(),
                    "rows are sparse, " + p
                            + " parameters make a large matrix, and products with it take no more than a gradient");
        }
        if (p > SMALL_MATRIX) {
            return new Choice(
                    Lbfgs.defaults(), "loss and penalty are smooth, and " + p + " parameters make a large matrix");
        }
        if (p > CHEAP_PARAMETERS && facts.matrixWork() > CHEAP_MATRIX) {
            return new Choice(
                    Lbfgs.defaults(),
                    "loss and penalty are smooth, and " + facts.rows() + " rows make a matrix of " + p
                            + " parameters dear");
        }
        return new Choice(
                MajorizeMinimize.defaults(),
                "the loss has curvature, and " + p + (p == 1 ? " parameter makes" : " parameters make")
                        + " a small matrix");
    }

    private static boolean isEasyDual(Facts facts) {
        return facts.sparse()
                && facts.loss().convex()
                && facts.isStronglyConvex()
                && facts.dualCondition() <= EASY_DUAL;
    }

    private static Choice ofKinked(Facts facts) {
        boolean rowByRow = facts.isLinear()
                && facts.loss() instanceof ScalarLoss
                && facts.loss().convex();
        boolean large = facts.parameters() > SMALL_MATRIX || !facts.hasSmoothPenalty();
        if (rowByRow && !facts.isBounded() && facts.isStronglyConvex() && large) {
            return new Choice(
                    Sdca.defaults(), "the loss has kinks, its dual has none, and each coefficient has its own ridge");
        }
        boolean offersOnlyAProx = facts.isBounded() || !facts.hasSmoothPenalty();
        boolean fits = facts.statesMajoriser() && facts.parameters() <= LARGEST_MATRIX;
        if (!offersOnlyAProx && fits) {
            return new Choice(
                    MajorizeMinimize.defaults(),
                    "the loss has kinks, and its majoriser steps over them to the ones that matter");
        }
        if (facts.hasProxes()) {
            return new Choice(Pdhg.defaults(), "the loss has kinks and " + proxReason(facts, offersOnlyAProx));
        }
        throw refusal(facts, offersOnlyAProx);
    }

    private static String proxReason(Facts facts, boolean offersOnlyAProx) {
        if (offersOnlyAProx) {
            return facts.penaltyName() + " offers only a prox, and both are convex";
        }
        return facts.statesMajoriser()
                ? facts.parameters() + " parameters make too large a matrix to step over them"
                : "states no majoriser, but a prox";
    }

    /** What is refused misses something that proxes need, and what majorisers do. */
    private static IllegalArgumentException refusal(Facts facts, boolean offersOnlyAProx) {
        String loss = facts.loss().name() + " has kinks";
        if (offersOnlyAProx) {
            return new IllegalArgumentException(loss + " and " + facts.penaltyName()
                    + " offers only a prox, which no optimizer here takes together" + unless(facts)
                    + (facts.statesMajoriser() && !facts.hasConvexRows() ? "a smooth penalty such as L2Penalty, " : "")
                    + "a smooth loss such as HuberLoss, or name Stochastic as the optimizer");
        }
        if (!facts.statesMajoriser()) {
            return new IllegalArgumentException(loss
                    + " and states no majoriser, so that no optimizer here is sure to get to its minimum"
                    + unless(facts)
                    + "a smooth loss, or name Stochastic as the optimizer; or override curvature and kind (MAJORISER)");
        }
        return new IllegalArgumentException(loss + ", and " + facts.parameters()
                + " parameters make too large a matrix to step over them (at most " + LARGEST_MATRIX + ")"
                + unless(facts)
                + "a smooth loss such as SquaredHingeLoss or HuberLoss, or name Stochastic as the optimizer");
    }

    /** What is missing for proxes, and what to do about it. */
    private static String unless(Facts facts) {
        if (!facts.isLinear()) {
            return ": use ";
        }
        if (!facts.loss().convex()) {
            return " unless the loss is declared convex: let convex() return true if it is, use ";
        }
        if (!facts.hasConvexRows()) {
            return " unless the loss has a prox: override hasProx and prox, use ";
        }
        return " unless both are convex: use a convex penalty such as L1Penalty or L2Penalty, ";
    }
}
