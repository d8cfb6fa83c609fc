/**
 * What large or many parameters cost. Read {@code Penalty}, {@code L2Penalty}, then {@code L1Penalty}; the others of one
 * coordinate at a time follow; {@code structured} has those that tie coordinates together, {@code constraint} has sets.
 *
 * <p>Symbols: {@code docs/notation.md}.
 */
@NullMarked
package dev.limpid.core.penalty;

import org.jspecify.annotations.NullMarked;
