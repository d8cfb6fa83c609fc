/**
 * Methods that look at one row or a few at a time and yet converge to the minimum: they remember enough of the other rows.
 * Read {@code Svrg}, {@code Saga}, then {@code Sdca}, which works on the dual problem.
 *
 * <p>Symbols: {@code docs/notation.md}.
 */
@NullMarked
package dev.limpid.core.optimizer.variance;

import org.jspecify.annotations.NullMarked;
