/** Samplers that use the labels, groups or times of units. Read {@code StratifiedSampler}, {@code GroupSampler}, then the windows. */
@NullMarked
package dev.limpid.core.sampler.structured;

import org.jspecify.annotations.NullMarked;
