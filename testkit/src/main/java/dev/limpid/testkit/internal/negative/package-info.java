/** The tests behind {@code NegativeSamplerLaws}: read {@code NegativeTests}. No promise of stability. */
@NullMarked
package dev.limpid.testkit.internal.negative;

import org.jspecify.annotations.NullMarked;
