/**
 * Quasi-Newton methods of limited memory for bounds and for absolute values. Read {@code OwlQn}, then {@code LbfgsB}.
 *
 * <p>Symbols: {@code docs/notation.md}.
 */
@NullMarked
package dev.limpid.core.optimizer.limited;

import org.jspecify.annotations.NullMarked;
