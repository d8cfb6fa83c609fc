/**
 * The map from parameters and rows to scores. Read {@code Hypothesis}, {@code Pass}, then {@code LinearHypothesis}.
 *
 * <p>Symbols: {@code docs/notation.md}.
 */
@NullMarked
package dev.limpid.core.hypothesis;

import org.jspecify.annotations.NullMarked;
