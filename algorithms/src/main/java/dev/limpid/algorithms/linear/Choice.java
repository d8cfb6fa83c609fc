package dev.limpid.algorithms.linear;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.optimizer.Fista;
import dev.limpid.core.optimizer.Lbfgs;
import dev.limpid.core.optimizer.MajorizeMinimize;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.SmoothPenalty;

/**
 * The optimizer for those who name none; the table is in the Javadoc of {@link LinearSpec}.
 *
 * @param optimizer the optimizer
 * @param reason why, to follow "because"; empty if the user named it
 */
record Choice(Optimizer<?> optimizer, String reason) {

    /** With up to this many parameters, the matrix of a local quadratic is cheap beside the passes that it saves. */
    static final int SMALL_MATRIX = 300;

    /** With more multiplications n·p² than this, a matrix costs more than the passes that it saves (measured at p = 29). */
    static final long CHEAP_MATRIX = 200_000_000;

    /**
     * Chooses.
     *
     * @param loss ℓ
     * @param penalty Ω
     * @param rows number of rows n
     * @param parameters number of parameters p = (d + 1)·K
     * @throws IllegalArgumentException with what to do, if loss and penalty leave no optimizer
     */
    static Choice of(Loss loss, Penalty penalty, int rows, int parameters) {
        boolean prox = !(penalty instanceof SmoothPenalty);
        if (!loss.smooth()) {
            return ofKinked(loss, penalty, prox);
        }
        if (prox) {
            return new Choice(Fista.defaults(), penalty.name() + " offers only a prox");
        }
        if (!(loss instanceof ScalarLoss scalar)) {
            return new Choice(
                    Lbfgs.defaults(), "loss and penalty are smooth, and the scores of a row depend on one another");
        }
        if (scalar.kind() == Curvature.CONSTANT) {
            return new Choice(Lbfgs.defaults(), "loss and penalty are smooth, and the loss states no curvature");
        }
        if (parameters > SMALL_MATRIX) {
            return new Choice(
                    Lbfgs.defaults(),
                    "loss and penalty are smooth, and " + parameters + " parameters make a large matrix");
        }
        if ((long) rows * parameters * parameters > CHEAP_MATRIX) {
            return new Choice(
                    Lbfgs.defaults(),
                    "loss and penalty are smooth, and " + rows + " rows make a matrix of " + parameters
                            + " parameters dear");
        }
        return new Choice(
                MajorizeMinimize.defaults(),
                "the loss has curvature, and " + parameters
                        + (parameters == 1 ? " parameter makes" : " parameters make") + " a small matrix");
    }

    private static Choice ofKinked(Loss loss, Penalty penalty, boolean prox) {
        if (prox) {
            throw new IllegalArgumentException(loss.name() + " has kinks and " + penalty.name()
                    + " offers only a prox, which no optimizer here takes together: use a smooth penalty such as L2Penalty,"
                    + " a smooth loss such as HuberLoss, or name Stochastic as the optimizer");
        }
        if (!(loss instanceof ScalarLoss scalar) || scalar.kind() != Curvature.MAJORISER) {
            throw new IllegalArgumentException(
                    loss.name()
                            + " has kinks and states no majoriser, so that no optimizer here is sure to get to its minimum:"
                            + " override curvature and kind (MAJORISER), use a smooth loss, or name Stochastic as the optimizer");
        }
        return new Choice(
                MajorizeMinimize.defaults(),
                "the loss has kinks, and its majoriser steps over them to the ones that matter");
    }
}
