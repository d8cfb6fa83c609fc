package dev.limpid.testkit;

import dev.limpid.core.sampler.negative.NegativeSampler;
import dev.limpid.testkit.law.NegativeSamplerLaws;

/**
 * Assertions about a negative sampler.
 *
 * @since 0.1.0
 */
public final class NegativeSamplerAssert extends LawAssert<NegativeSamplerAssert, NegativeSampler, NegativeSampler> {

    NegativeSamplerAssert(NegativeSampler negative) {
        super(negative, NegativeSamplerAssert.class, NegativeSamplerLaws.all());
    }

    @Override
    NegativeSampler subject() {
        return actual;
    }
}
