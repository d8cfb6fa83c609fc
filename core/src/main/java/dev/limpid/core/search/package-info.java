/**
 * How far to go along a direction. Read {@code Search}, then {@code WolfeSearch}; {@code BarzilaiBorweinSearch} is one with a memory.
 *
 * <p>Symbols: {@code docs/notation.md}.
 */
@NullMarked
package dev.limpid.core.search;

import org.jspecify.annotations.NullMarked;
