/**
 * Methods that minimise an objective step by step. Read {@code Optimizer}, {@code Descent}, {@code Lbfgs}, {@code Fista},
 * {@code MajorizeMinimize}, then {@code Stochastic}. Directions for {@code Descent} and further methods have packages of their own.
 *
 * <p>Symbols: {@code docs/notation.md}.
 */
@NullMarked
package dev.limpid.core.optimizer;

import org.jspecify.annotations.NullMarked;
