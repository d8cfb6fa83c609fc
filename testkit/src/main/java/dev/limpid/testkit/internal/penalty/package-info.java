/** The tests behind {@code PenaltyLaws}. No promise of stability. */
@NullMarked
package dev.limpid.testkit.internal.penalty;

import org.jspecify.annotations.NullMarked;
