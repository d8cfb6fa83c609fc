/**
 * What an optimizer minimises, and what more than its value it can offer. Read {@code Objective}, {@code Smooth}, {@code FiniteSum}, {@code Composite}, then {@code EmpiricalRisk}.
 *
 * <p>Symbols: {@code docs/notation.md}.
 */
@NullMarked
package dev.limpid.core.objective;

import org.jspecify.annotations.NullMarked;
