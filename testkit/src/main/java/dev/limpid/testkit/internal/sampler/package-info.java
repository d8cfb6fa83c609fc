/** The tests behind {@code SamplerLaws}: read {@code Stream}, then {@code DrawTests} and {@code ChanceTests}. No promise of stability. */
@NullMarked
package dev.limpid.testkit.internal.sampler;

import org.jspecify.annotations.NullMarked;
