/**
 * Methods that take an objective apart: a smooth part or the loss of each row, and sets or penalties that are asked one by one. Read
 * {@code FrankWolfe}, then {@code Admm}, then {@code Pdhg}.
 *
 * <p>Symbols: {@code docs/notation.md}.
 */
@NullMarked
package dev.limpid.core.optimizer.splitting;

import org.jspecify.annotations.NullMarked;
