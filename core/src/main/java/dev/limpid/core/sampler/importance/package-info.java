/** Samplers that look at the gradients of units. Read {@code GradientNormSampler}, {@code GossSampler}, then {@code MvsSampler}. */
@NullMarked
package dev.limpid.core.sampler.importance;

import org.jspecify.annotations.NullMarked;
