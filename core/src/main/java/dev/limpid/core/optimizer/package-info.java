/**
 * Methods that minimise an objective step by step. Read {@code Optimizer}, {@code Lbfgs}, {@code Fista}, {@code MajorizeMinimize}, then {@code Stochastic}.
 *
 * <p>Symbols: {@code docs/notation.md}.
 */
@NullMarked
package dev.limpid.core.optimizer;

import org.jspecify.annotations.NullMarked;
