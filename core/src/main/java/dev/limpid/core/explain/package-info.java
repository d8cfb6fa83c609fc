/**
 * What an algorithm is ({@link dev.limpid.core.explain.Recipe}) and how a number came about
 * ({@link dev.limpid.core.explain.Explanation}), as data.
 *
 * <p>Read in this order: {@code Part}, {@code Recipe}, {@code Explanation}.
 */
@NullMarked
package dev.limpid.core.explain;

import org.jspecify.annotations.NullMarked;
