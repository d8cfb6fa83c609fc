package dev.limpid.algorithms.path;

import dev.limpid.algorithms.inference.Family;
import dev.limpid.algorithms.linear.PenaltySeries;
import dev.limpid.core.training.StopReason;

/**
 * What is known of a path at one strength.
 *
 * @param strength λ
 * @param nonZero number of coefficients that aren't 0, intercepts not among them
 * @param explained 1 − D/D₀, D the deviance 2·Σᵢ vᵢ·(ℓᵢ − min ℓᵢ), D₀ that of the best intercept: for the squared loss R², for
 *     others the deviance ratio of R; min ℓᵢ is 0 where the {@link Family#of family} of the loss isn't known
 * @param objective F_λ
 * @param loss S, the mean loss
 * @param violation how far the optimizer says it is from a minimum: for coordinate descent the largest violation of the
 *     optimality conditions by a coordinate
 * @param gap how far F_λ is above its minimum at most, see {@link PenaltySeries#gap}: the duality gap; NaN where no dual point is known
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
        double gap,
        long steps,
        StopReason stop) {}
