/**
 * Methods that minimise an objective step by step. Read {@code Optimizer}, {@code Lbfgs}, {@code Fista}, {@code MajorizeMinimize}, then {@code Stochastic}. Methods that move
 * one coordinate at a time, and those that look at a few rows at a time, have packages of their own below.
 *
 * <p>Symbols: {@code docs/notation.md}.
 */
@NullMarked
package dev.limpid.core.optimizer;

import org.jspecify.annotations.NullMarked;
