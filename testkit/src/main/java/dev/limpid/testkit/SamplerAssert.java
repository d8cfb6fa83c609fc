package dev.limpid.testkit;

import dev.limpid.core.sampler.Sampler;
import dev.limpid.testkit.declaration.SamplerDeclaration;
import dev.limpid.testkit.declaration.SamplerSubject;
import dev.limpid.testkit.law.SamplerLaws;

/**
 * Assertions about a sampler.
 *
 * @since 0.1.0
 */
public final class SamplerAssert extends LawAssert<SamplerAssert, Sampler, SamplerSubject> {

    private SamplerDeclaration declares = SamplerDeclaration.nothing();

    SamplerAssert(Sampler sampler) {
        super(sampler, SamplerAssert.class, SamplerLaws.all());
    }

    @Override
    SamplerSubject subject() {
        return new SamplerSubject(actual, declares);
    }

    /**
     * States what the sampler is meant to do, for the assertions that follow; a false statement breaks a law.
     *
     * <pre>{@code
     * assertThat(ShuffledSampler.of(3)).declaring(SamplerDeclaration.nothing().withBatchSize(3)).obeysItsLaws();  // passes
     * }</pre>
     *
     * @param declaration what is stated
     * @return this assertion
     */
    public SamplerAssert declaring(SamplerDeclaration declaration) {
        declares = declaration;
        return this;
    }

    /**
     * Checks that weighted batches estimate the whole without bias. A fresh seed would blame a right sampler once in a
     * million tests; the seed is fixed.
     *
     * <pre>{@code
     * assertThat(new BootstrapSampler()).isUnbiased();       // passes
     * assertThat(new HeavyRowsWithoutWeights()).isUnbiased();  // fails: ... unequal chances and without weights ...
     * }</pre>
     *
     * @return this assertion
     */
    public SamplerAssert isUnbiased() {
        return obeys(SamplerLaws.UNBIASED);
    }

    /**
     * Checks that each unit has its turn once an epoch; fails for a sampler that does not declare itself without
     * replacement.
     *
     * <pre>{@code
     * assertThat(ShuffledSampler.of(3)).visitsEachUnitOnceAnEpoch();     // passes
     * assertThat(new BootstrapSampler()).visitsEachUnitOnceAnEpoch();    // fails: not declared without replacement
     * }</pre>
     *
     * @return this assertion
     */
    public SamplerAssert visitsEachUnitOnceAnEpoch() {
        return obeys(SamplerLaws.EPOCHS);
    }
}
