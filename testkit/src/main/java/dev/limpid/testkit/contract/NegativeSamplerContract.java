package dev.limpid.testkit.contract;

import dev.limpid.core.sampler.negative.NegativeSampler;
import dev.limpid.testkit.law.NegativeSamplerLaws;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Tests a negative sampler: implement it in a test class, hand one out, and run.
 *
 * <pre>{@code
 * class HardNegativeSamplerTest implements NegativeSamplerContract {
 *     public NegativeSampler newNegativeSampler() {
 *         return new HardNegativeSampler();
 *     }
 * }
 * }</pre>
 *
 * <p>Laws of chance use fixed seeds; a fresh seed would blame a right negative sampler once in a million tests.
 *
 * @since 0.1.0
 */
public interface NegativeSamplerContract extends Contract {

    /**
     * Makes the negative sampler under test.
     *
     * @return a new negative sampler; asked for once for each law
     */
    NegativeSampler newNegativeSampler();

    /** No item that is right is drawn, and none that isn't there. */
    @Test
    default void n01NegativesAreItemsThatAreNotRight() {
        negativeLaws().check(NegativeSamplerLaws.NEGATIVES);
    }

    /** The same seed gives the same negatives, whatever other contexts or threads do. */
    @Test
    default void n02TheSameSeedGivesTheSameNegatives() {
        negativeLaws().check(NegativeSamplerLaws.SAME_SEED);
    }

    /** Another seed gives other negatives. */
    @Test
    default void n03TheSeedHasAnEffectOnNegatives() {
        negativeLaws().check(NegativeSamplerLaws.SEED);
    }

    /** Items of equal popularity and score have equal chances. */
    @Test
    default void n04ItemsThatAreAlikeAreDrawnEquallyOften() {
        negativeLaws().check(NegativeSamplerLaws.EVEN);
    }

    /** Where nearly all items are right the others are found, and where all are, that is said. */
    @Test
    default void n05ARareNegativeIsFoundAndThatThereIsNoneIsSaid() {
        negativeLaws().check(NegativeSamplerLaws.SCARCE);
    }

    /**
     * Prints how many laws were run and why the others were not; fails if none was, or if an exclusion names no law.
     *
     * @param reporter prints the line
     */
    @Test
    default void n00EveryLawIsAccountedFor(TestReporter reporter) {
        negativeLaws().account(reporter);
    }

    private Battery<NegativeSampler> negativeLaws() {
        return new Battery<>(NegativeSamplerLaws.all(), this::newNegativeSampler, Battery::nameOf, this);
    }
}
