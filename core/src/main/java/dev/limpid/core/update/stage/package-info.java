/**
 * Stages of a chain. On the gradient: {@code ClipGlobalNorm}, {@code ClipBlockNorm}, {@code ClipValue}, {@code CoupledDecay},
 * {@code Sam}; on the step: {@code DecoupledDecay}, {@code TrustRatio}. Read {@link dev.limpid.core.update.Chain} first.
 *
 * <p>Symbols: {@code docs/notation.md}.
 */
@NullMarked
package dev.limpid.core.update.stage;

import org.jspecify.annotations.NullMarked;
