/**
 * The tests behind {@code LossLaws}. Read {@code LossProbe}, which makes one view of the three kinds of losses, then
 * {@code GradientTests} with {@code Diagnosis}. No promise of stability.
 */
@NullMarked
package dev.limpid.testkit.internal.loss;

import org.jspecify.annotations.NullMarked;
