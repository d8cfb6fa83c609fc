/**
 * Rows, targets, weights: what models are fitted to. Read {@code Dataset}, then {@code Rows}.
 *
 * <p>Symbols: {@code docs/notation.md}.
 */
@NullMarked
package dev.limpid.core.data;

import org.jspecify.annotations.NullMarked;
