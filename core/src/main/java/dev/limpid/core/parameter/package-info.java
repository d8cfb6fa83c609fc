/**
 * The shape of a parameter vector. Read {@code Block}, then {@code Blocks}.
 *
 * <p>Symbols: {@code docs/notation.md}.
 */
@NullMarked
package dev.limpid.core.parameter;

import org.jspecify.annotations.NullMarked;
