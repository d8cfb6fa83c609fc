package dev.limpid.testkit.contract;

import dev.limpid.core.sampler.Sampler;
import dev.limpid.testkit.law.SamplerLaw;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Tests a sampler: implement it in a test class, hand out the sampler, and run.
 *
 * <pre>{@code
 * class ImportanceSamplerTest implements SamplerContract {
 *     public Sampler newSampler() {
 *         return new ImportanceSampler(4);
 *     }
 * }
 * }</pre>
 *
 * <p>Laws of chance use fixed seeds; a fresh seed would blame a right sampler once in a million tests.
 *
 * @since 0.1.0
 */
public interface SamplerContract extends Contract {

    /**
     * Makes the sampler under test, with batches of at most a few hundred units.
     *
     * @return a new sampler; asked for once for each law
     */
    Sampler newSampler();

    /** Units lie in [0, n), no batch is empty, also where a generator gives its smallest or largest numbers. */
    @Test
    @DisplayName("S01 units lie in range and no batch is empty")
    default void unitsLieInRangeAndNoBatchIsEmpty() {
        samplerLaws().require(SamplerLaw.RANGE);
    }

    /** Σ weight·φ(unit) has the expectation fraction·Σφ, unless the sampler says that it is biased. */
    @Test
    @DisplayName("S02 weighted batches estimate the whole without bias")
    default void weightedBatchesEstimateTheWholeWithoutBias() {
        samplerLaws().require(SamplerLaw.UNBIASED);
    }

    /** Declared without replacement: no unit comes again before the others have had their turn. */
    @Test
    @DisplayName("S03 without replacement, each unit has its turn once an epoch")
    default void withoutReplacementEachUnitHasItsTurnOnceAnEpoch() {
        samplerLaws().require(SamplerLaw.EPOCHS);
    }

    /** The same seed gives the same batches, whatever other runs or threads do. */
    @Test
    @DisplayName("S04 the same seed gives the same batches")
    default void theSameSeedGivesTheSameBatches() {
        samplerLaws().require(SamplerLaw.SAME_SEED);
    }

    /** A resumed stream gives the same batches. */
    @Test
    @DisplayName("S05 a resumed stream gives the same batches")
    default void aResumedStreamGivesTheSameBatches() {
        samplerLaws().require(SamplerLaw.RESUME);
    }

    /** Another seed gives other batches, and epochs differ. */
    @Test
    @DisplayName("S06 the seed has an effect and epochs differ")
    default void theSeedHasAnEffectAndEpochsDiffer() {
        samplerLaws().require(SamplerLaw.SEED);
    }

    /** Without replacement: every unit is as often in each batch of an epoch, and beside each other unit. */
    @Test
    @DisplayName("S07 every order is as likely")
    default void everyOrderIsAsLikely() {
        samplerLaws().require(SamplerLaw.SHUFFLE);
    }

    /** A sampler that asks for weights draws no unit of weight 0. */
    @Test
    @DisplayName("S08 a unit of weight 0 is not drawn by weight")
    default void aUnitOfWeight0IsNotDrawnByWeight() {
        samplerLaws().require(SamplerLaw.ZERO_WEIGHT);
    }

    /**
     * Prints how many laws were run and why the others were not; fails if none was, or if an exclusion names no law.
     *
     * @param reporter prints the line
     */
    @Test
    @DisplayName("S00 every law is accounted for")
    default void everyLawIsAccountedFor(TestReporter reporter) {
        samplerLaws().account(reporter);
    }

    private Battery<Sampler> samplerLaws() {
        return new Battery<>(SamplerLaw.all(), this::newSampler, Battery::nameOf, exclusions());
    }
}
