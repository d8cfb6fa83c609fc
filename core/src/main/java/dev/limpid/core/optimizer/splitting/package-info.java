/**
 * Methods that take an objective apart: a smooth part, and sets or penalties that are asked one by one. Read {@code FrankWolfe}, then
 * {@code Admm}.
 *
 * <p>Symbols: {@code docs/notation.md}.
 */
@NullMarked
package dev.limpid.core.optimizer.splitting;

import org.jspecify.annotations.NullMarked;
