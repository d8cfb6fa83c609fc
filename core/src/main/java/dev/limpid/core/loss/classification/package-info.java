/** Losses for classes. Read {@code LogisticLoss}, then {@code SoftmaxLoss}. */
@NullMarked
package dev.limpid.core.loss.classification;

import org.jspecify.annotations.NullMarked;
