/** Losses whose scores are the parameters of a distribution. Read {@code GaussianLoss}, then {@code DirichletLoss}. */
@NullMarked
package dev.limpid.core.loss.distribution;

import org.jspecify.annotations.NullMarked;
