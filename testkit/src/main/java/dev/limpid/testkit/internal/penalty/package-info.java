/** The tests behind {@code PenaltyLaw}. No promise of stability. */
@NullMarked
package dev.limpid.testkit.internal.penalty;

import org.jspecify.annotations.NullMarked;
