/**
 * Methods that compare values and need no gradient. Read {@code NelderMead}.
 *
 * <p>Symbols: {@code docs/notation.md}.
 */
@NullMarked
package dev.limpid.core.optimizer.direct;

import org.jspecify.annotations.NullMarked;
