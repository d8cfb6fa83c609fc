package dev.limpid.testkit.law;

import dev.limpid.core.sampler.stream.Reservoir;
import dev.limpid.testkit.internal.reservoir.ReservoirTests;
import java.util.List;

/**
 * What must hold of a reservoir.
 *
 * @since 0.1.0
 */
public final class ReservoirLaws {

    private static final LawBook<Reservoir> BOOK = new LawBook<>();

    /** The first k items take the first k places, later ones any or none; an item of weight 0 isn't there. */
    public static final Law<Reservoir> PLACES =
            BOOK.add("K01", "the first items fill the places, later ones take one or none", ReservoirTests::places);

    /** Items of equal weight are kept with probability k/n each, wherever in the stream they are. */
    public static final Law<Reservoir> UNIFORM =
            BOOK.add("K02", "items of equal weight are kept equally often", ReservoirTests::uniform);

    /** The same seed gives the same sample, whatever other streams or threads do. */
    public static final Law<Reservoir> SAME_SEED =
            BOOK.add("K03", "the same seed keeps the same items", ReservoirTests::sameSeed);

    /** Another seed gives another sample. */
    public static final Law<Reservoir> SEED =
            BOOK.add("K04", "the seed has an effect on what is kept", ReservoirTests::seed);

    /** A resumed stream gives the same sample. */
    public static final Law<Reservoir> RESUME =
            BOOK.add("K05", "a resumed stream keeps the same items", ReservoirTests::resume);

    /** Where few of many are kept, an item of four times the weight is kept four times as often. */
    public static final Law<Reservoir> WEIGHTS =
            BOOK.add("K06", "heavier items are kept more often in proportion", ReservoirTests::weights);

    private ReservoirLaws() {}

    /**
     * Returns all laws.
     *
     * @return the laws in the order of their ids
     */
    public static List<Law<Reservoir>> all() {
        return BOOK.all();
    }
}
