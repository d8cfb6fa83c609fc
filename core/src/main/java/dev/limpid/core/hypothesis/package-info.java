/**
 * The map from parameters and rows to scores. Read {@code Hypothesis}, {@code Pass}, {@code LinearHypothesis}, then
 * {@code FormulaHypothesis} for one of your own.
 *
 * <p>Symbols: {@code docs/notation.md}.
 */
@NullMarked
package dev.limpid.core.hypothesis;

import org.jspecify.annotations.NullMarked;
