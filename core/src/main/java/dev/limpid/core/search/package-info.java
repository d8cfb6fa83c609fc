/**
 * How far to go along a direction. Read {@code Search}, then {@code WolfeSearch}.
 *
 * <p>Symbols: {@code docs/notation.md}.
 */
@NullMarked
package dev.limpid.core.search;

import org.jspecify.annotations.NullMarked;
