/**
 * Which units the next step looks at. Read {@code Sampler}, {@code Batch}, {@code Population}, then the samplers, which need to know
 * nothing of the units but how many there are and what they weigh; those that use labels, groups or times are in
 * {@code structured}, those that use gradients in {@code importance}. Streams and negatives have seams of their own, in
 * {@code stream} and {@code negative}.
 *
 * <p>Symbols: {@code docs/notation.md}.
 */
@NullMarked
package dev.limpid.core.sampler;

import org.jspecify.annotations.NullMarked;
