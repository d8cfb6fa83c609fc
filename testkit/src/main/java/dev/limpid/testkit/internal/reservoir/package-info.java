/** The tests behind {@code ReservoirLaws}: read {@code ReservoirTests}. No promise of stability. */
@NullMarked
package dev.limpid.testkit.internal.reservoir;

import org.jspecify.annotations.NullMarked;
