package dev.limpid.testkit.contract;

import dev.limpid.core.sampler.stream.Reservoir;
import dev.limpid.testkit.law.ReservoirLaws;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Tests a reservoir: implement it in a test class, hand one out, and run.
 *
 * <pre>{@code
 * class NewestReservoirTest implements ReservoirContract {
 *     public Reservoir newReservoir() {
 *         return new NewestReservoir(4);
 *     }
 * }
 * }</pre>
 *
 * <p>Laws of chance use fixed seeds; a fresh seed would blame a right reservoir once in a million tests.
 *
 * @since 0.1.0
 */
public interface ReservoirContract extends Contract {

    /**
     * Makes the reservoir under test, with at most a few hundred places.
     *
     * @return a new reservoir; asked for once for each law
     */
    Reservoir newReservoir();

    /** The first k items take the first k places, later ones any or none; an item of weight 0 isn't there. */
    @Test
    default void k01TheFirstItemsFillThePlacesLaterOnesTakeOneOrNone() {
        reservoirLaws().check(ReservoirLaws.PLACES);
    }

    /** Items of equal weight are kept with probability k/n each, wherever in the stream they are. */
    @Test
    default void k02ItemsOfEqualWeightAreKeptEquallyOften() {
        reservoirLaws().check(ReservoirLaws.UNIFORM);
    }

    /** The same seed gives the same sample, whatever other streams or threads do. */
    @Test
    default void k03TheSameSeedKeepsTheSameItems() {
        reservoirLaws().check(ReservoirLaws.SAME_SEED);
    }

    /** Another seed gives another sample. */
    @Test
    default void k04TheSeedHasAnEffectOnWhatIsKept() {
        reservoirLaws().check(ReservoirLaws.SEED);
    }

    /** A resumed stream gives the same sample. */
    @Test
    default void k05AResumedStreamKeepsTheSameItems() {
        reservoirLaws().check(ReservoirLaws.RESUME);
    }

    /** Where few of many are kept, an item of four times the weight is kept four times as often. */
    @Test
    default void k06HeavierItemsAreKeptMoreOftenInProportion() {
        reservoirLaws().check(ReservoirLaws.WEIGHTS);
    }

    /**
     * Prints how many laws were run and why the others were not; fails if none was, or if an exclusion names no law.
     *
     * @param reporter prints the line
     */
    @Test
    default void k00EveryLawIsAccountedFor(TestReporter reporter) {
        reservoirLaws().account(reporter);
    }

    private Battery<Reservoir> reservoirLaws() {
        return new Battery<>(ReservoirLaws.all(), this::newReservoir, Battery::nameOf, this);
    }
}
