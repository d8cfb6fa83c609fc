/** Losses for numbers and counts. Read {@code SquaredLoss}, {@code HuberLoss}, {@code QuantileLoss}, {@code PoissonLoss}. */
@NullMarked
package dev.limpid.core.loss.regression;

import org.jspecify.annotations.NullMarked;
