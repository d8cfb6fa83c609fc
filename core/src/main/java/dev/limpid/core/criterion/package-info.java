/**
 * What makes a split of a tree good, and what number a leaf gives. Read {@code Criterion}, {@code GradientCriterion}, then
 * {@code NewtonCriterion}.
 *
 * <p>Symbols: {@code docs/notation.md}.
 */
@NullMarked
package dev.limpid.core.criterion;

import org.jspecify.annotations.NullMarked;
