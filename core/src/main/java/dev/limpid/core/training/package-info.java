/**
 * A fit under way: its steps, its memory, why it ended. Read {@code Run}, {@code Step}, then {@code Training}, the one loop.
 *
 * <p>Symbols: {@code docs/notation.md}.
 */
@NullMarked
package dev.limpid.core.training;

import org.jspecify.annotations.NullMarked;
