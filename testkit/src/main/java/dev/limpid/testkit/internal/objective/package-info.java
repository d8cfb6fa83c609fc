/** The tests behind {@code ObjectiveLaws} and {@code HypothesisLaws}. No promise of stability. */
@NullMarked
package dev.limpid.testkit.internal.objective;

import org.jspecify.annotations.NullMarked;
