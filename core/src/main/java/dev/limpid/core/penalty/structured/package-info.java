/**
 * Penalties that tie coordinates together. Read {@code Groups}, {@code GroupLassoPenalty}, {@code TotalVariationPenalty},
 * {@code NuclearNormPenalty}, then {@code PenaltySum}.
 *
 * <p>Symbols: {@code docs/notation.md}.
 */
@NullMarked
package dev.limpid.core.penalty.structured;

import org.jspecify.annotations.NullMarked;
