/**
 * Which units the next step looks at. Read {@code Sampler}, {@code Batch}, then the samplers.
 *
 * <p>Symbols: {@code docs/notation.md}.
 */
@NullMarked
package dev.limpid.core.sampler;

import org.jspecify.annotations.NullMarked;
