package dev.limpid.algorithms.path;

import dev.limpid.core.training.StopReason;

/**
 * What is known of a path at one strength.
 *
 * @param strength λ
 * @param nonZero number of coefficients that aren't 0, intercepts not among them
 * @param explained 1 − S/S₀, the share of the loss S₀ of the best intercept that is gone; for the squared loss R², for losses
 *     of classes the deviance ratio
 * @param objective F_λ
 * @param loss S, the mean loss
 * @param violation how far the optimizer says it is from a minimum: for coordinate descent the largest violation of the
 *     optimality conditions by a coordinate
 * @param steps number of steps that the optimizer made from the point before
 * @param stop why it made no more
 * @since 0.1.0
 */
public record PathPoint(
        double strength,
        int nonZero,
        double explained,
        double objective,
        double loss,
        double violation,
        long steps,
        StopReason stop) {}
