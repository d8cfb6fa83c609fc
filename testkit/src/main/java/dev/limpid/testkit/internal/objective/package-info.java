/** The tests behind {@code ObjectiveLaw} and {@code HypothesisLaw}. No promise of stability. */
@NullMarked
package dev.limpid.testkit.internal.objective;

import org.jspecify.annotations.NullMarked;
