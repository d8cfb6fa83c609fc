/**
 * Learning rates that change as a run goes on. Read {@code Schedule}: its factories make all that are built in.
 *
 * <p>Symbols: {@code docs/notation.md}.
 */
@NullMarked
package dev.limpid.core.schedule;

import org.jspecify.annotations.NullMarked;
