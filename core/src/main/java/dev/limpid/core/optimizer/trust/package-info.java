/**
 * Methods that trust a model of the objective within a region. Read {@code Tron}, then {@code LevenbergMarquardt}.
 *
 * <p>Symbols: {@code docs/notation.md}.
 */
@NullMarked
package dev.limpid.core.optimizer.trust;

import org.jspecify.annotations.NullMarked;
