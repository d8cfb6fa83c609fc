/**
 * Methods that move one coordinate of θ at a time. Read {@code CoordinateDescent}, then {@code ProxNewton}.
 *
 * <p>Symbols: {@code docs/notation.md}.
 */
@NullMarked
package dev.limpid.core.optimizer.coordinate;

import org.jspecify.annotations.NullMarked;
