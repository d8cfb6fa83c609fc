/** Wrong answers to set beside a right one. Read {@code NegativeSampler}, {@code Candidates}, then the samplers. */
@NullMarked
package dev.limpid.core.sampler.negative;

import org.jspecify.annotations.NullMarked;
