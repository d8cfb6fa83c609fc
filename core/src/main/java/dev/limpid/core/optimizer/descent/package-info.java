/**
 * Where to go: directions for {@link dev.limpid.core.optimizer.Descent}. Read {@code SteepestDescent}, {@code PolakRibiere}, {@code Bfgs}, then {@code Newton}.
 *
 * <p>Symbols: {@code docs/notation.md}.
 */
@NullMarked
package dev.limpid.core.optimizer.descent;

import org.jspecify.annotations.NullMarked;
