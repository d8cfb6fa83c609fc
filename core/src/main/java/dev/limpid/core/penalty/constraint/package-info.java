/**
 * Sets that parameters must lie in, as penalties of 0 inside and +∞ outside. Read {@code NonNegative}, {@code Box}, then
 * {@code Simplex}.
 *
 * <p>Symbols: {@code docs/notation.md}.
 */
@NullMarked
package dev.limpid.core.penalty.constraint;

import org.jspecify.annotations.NullMarked;
