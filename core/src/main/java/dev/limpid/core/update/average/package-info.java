/**
 * Updates around updates: another one makes the steps, the parameters to use are not its last point. Read {@code Averaged}.
 *
 * <p>Symbols: {@code docs/notation.md}.
 */
@NullMarked
package dev.limpid.core.update.average;

import org.jspecify.annotations.NullMarked;
