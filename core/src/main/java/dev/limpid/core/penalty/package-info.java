/**
 * What large or many parameters cost. Read {@code Penalty}, {@code L2Penalty}, then {@code L1Penalty}.
 *
 * <p>Symbols: {@code docs/notation.md}.
 */
@NullMarked
package dev.limpid.core.penalty;

import org.jspecify.annotations.NullMarked;
