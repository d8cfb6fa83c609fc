/**
 * Losses of two classes that depend on the margin m = (2y − 1)·f alone: support vector machines, boosting, robust
 * classification. Read {@code SquaredHingeLoss}, {@code HingeLoss}, then {@code SavageLoss}. {@code LogisticLoss}, which
 * takes soft labels too, is in {@code loss.classification}.
 */
@NullMarked
package dev.limpid.core.loss.margin;

import org.jspecify.annotations.NullMarked;
