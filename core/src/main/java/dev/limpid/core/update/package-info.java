/**
 * Stochastic steps and their learning rates. Read {@code Update}, {@code Sgd}, {@code Adam}, then {@code Schedule}.
 *
 * <p>Symbols: {@code docs/notation.md}.
 */
@NullMarked
package dev.limpid.core.update;

import org.jspecify.annotations.NullMarked;
