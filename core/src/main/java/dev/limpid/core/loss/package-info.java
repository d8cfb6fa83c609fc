/**
 * What a wrong score costs. Read {@code Loss}, {@code ScalarLoss}, {@code FormulaLoss} with {@code Jet}, then {@code VectorLoss} and {@code UnitLoss}.
 *
 * <p>Symbols: {@code docs/notation.md}.
 */
@NullMarked
package dev.limpid.core.loss;

import org.jspecify.annotations.NullMarked;
