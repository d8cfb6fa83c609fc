/**
 * Losses of numbers of any sign, convex in the score. Read {@code SquaredLoss}, {@code HuberLoss}, {@code QuantileLoss},
 * then {@code EpsilonInsensitiveLoss}. Losses that give outliers up are in {@code loss.robust}, those of counts and of
 * positive numbers in {@code loss.glm}.
 */
@NullMarked
package dev.limpid.core.loss.regression;

import org.jspecify.annotations.NullMarked;
