/**
 * Stochastic steps. Read {@code Update}, {@code Oracle}, {@code Sgd}.
 *
 * <p>Symbols: {@code docs/notation.md}.
 */
@NullMarked
package dev.limpid.core.update;

import org.jspecify.annotations.NullMarked;
