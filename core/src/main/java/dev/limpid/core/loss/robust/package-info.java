/**
 * Losses that give outliers up: not convex, with a pull that falls as the residual grows. Read {@code CauchyLoss}, then
 * {@code TukeyLoss}. Robust losses that are convex ({@code HuberLoss} and its kin) are in {@code loss.regression}.
 */
@NullMarked
package dev.limpid.core.loss.robust;

import org.jspecify.annotations.NullMarked;
