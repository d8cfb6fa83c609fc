package dev.limpid.testkit.contract;

import dev.limpid.core.sampler.Sampler;
import dev.limpid.testkit.declaration.SamplerDeclaration;
import dev.limpid.testkit.declaration.SamplerSubject;
import dev.limpid.testkit.law.SamplerLaws;
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

    /**
     * States what the sampler is meant to do, beyond what its interface says. Each statement selects a law, and a false one
     * breaks it.
     *
     * @return {@link SamplerDeclaration#nothing()} unless overridden
     */
    default SamplerDeclaration samplerDeclaration() {
        return SamplerDeclaration.nothing();
    }

    /** Units lie in [0, n), no batch is empty, also where a generator gives its smallest or largest numbers. */
    @Test
    default void s01UnitsLieInRangeAndNoBatchIsEmpty() {
        laws().check(SamplerLaws.RANGE);
    }

    /** Σ weight·φ(unit) has the expectation fraction·Σφ, unless the sampler says that it is biased. */
    @Test
    default void s02WeightedBatchesEstimateTheWholeWithoutBias() {
        laws().check(SamplerLaws.UNBIASED);
    }

    /** Declared without replacement: no unit comes again before the others have had their turn. */
    @Test
    default void s03WithoutReplacementEachUnitHasItsTurnOnceAnEpoch() {
        laws().check(SamplerLaws.EPOCHS);
    }

    /** The same seed gives the same batches, whatever other runs or threads do. */
    @Test
    default void s04TheSameSeedGivesTheSameBatches() {
        laws().check(SamplerLaws.SAME_SEED);
    }

    /** A resumed stream gives the same batches. */
    @Test
    default void s05AResumedStreamGivesTheSameBatches() {
        laws().check(SamplerLaws.RESUME);
    }

    /** Another seed gives other batches, and epochs differ. */
    @Test
    default void s06TheSeedHasAnEffectAndEpochsDiffer() {
        laws().check(SamplerLaws.SEED);
    }

    /** Without replacement: every unit is as often in each batch of an epoch, and beside each other unit. */
    @Test
    default void s07EveryOrderIsAsLikely() {
        laws().check(SamplerLaws.SHUFFLE);
    }

    /** A sampler that asks for weights draws no unit of weight 0. */
    @Test
    default void s08AUnitOfWeight0IsNotDrawnByWeight() {
        laws().check(SamplerLaws.ZERO_WEIGHT);
    }

    /** A sampler that uses feedback draws otherwise when it changes; unless biased, it draws large gradients no more rarely. */
    @Test
    default void s09FeedbackHasAnEffectAndLargeGradientsAreNotDrawnMoreRarely() {
        laws().check(SamplerLaws.FEEDBACK);
    }

    /** Units without labels and groups, and a single unit, are served, or refused with a sentence. */
    @Test
    default void s10WhatAPopulationLacksIsSaid() {
        laws().check(SamplerLaws.REFUSAL);
    }

    /** Declared to keep proportions: each batch holds each label in its share, to less than two units. */
    @Test
    default void s11BatchesHoldLabelsInTheirShares() {
        laws().check(SamplerLaws.PROPORTIONS);
    }

    /** Declared to keep balance: each label is drawn as often as each other. */
    @Test
    default void s12LabelsAreDrawnEquallyOften() {
        laws().check(SamplerLaws.BALANCE);
    }

    /** Declared to keep groups: a batch holds all units of a group or none. */
    @Test
    default void s13GroupsAreNeverSplit() {
        laws().check(SamplerLaws.GROUPS);
    }

    /** Declared to draw one unit of a group: no two units of a batch share one. */
    @Test
    default void s14NoTwoUnitsOfABatchShareAGroup() {
        laws().check(SamplerLaws.ONE_PER_GROUP);
    }

    /** Declared to keep the order of time: no later unit comes before an earlier one. */
    @Test
    default void s15NoLaterUnitComesBeforeAnEarlierOne() {
        laws().check(SamplerLaws.ORDER);
    }

    /** Declared chances: units come equally often, or in proportion to their weights. */
    @Test
    default void s16UnitsComeAsOftenAsDeclared() {
        laws().check(SamplerLaws.CHANCES);
    }

    /** Declared size: only the last batch of an epoch may be smaller. */
    @Test
    default void s17BatchesHaveTheDeclaredSize() {
        laws().check(SamplerLaws.BATCH_SIZE);
    }

    /**
     * Prints how many laws were run and why the others were not; fails if none was, or if an exclusion names no law.
     *
     * @param reporter prints the line
     */
    @Test
    default void s00EveryLawIsAccountedFor(TestReporter reporter) {
        laws().account(reporter);
    }

    private Battery<SamplerSubject> laws() {
        return new Battery<>(
                SamplerLaws.all(),
                () -> new SamplerSubject(newSampler(), samplerDeclaration()),
                s -> Battery.nameOf(s.sampler()),
                this);
    }
}
