/** Losses of several numbers to predict. Read {@code MultiOutputLoss}, then {@code MultiQuantileLoss}. */
@NullMarked
package dev.limpid.core.loss.multioutput;

import org.jspecify.annotations.NullMarked;
