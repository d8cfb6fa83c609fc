/**
 * Losses for several classes beyond {@code SoftmaxLoss}. Read {@code CrossEntropyLoss}, {@code OneVsRestLoss},
 * {@code MulticlassFocalLoss}, then {@code ProportionalOddsLoss} and {@code CumulativeLogitLoss} for ordered classes.
 */
@NullMarked
package dev.limpid.core.loss.multiclass;

import org.jspecify.annotations.NullMarked;
