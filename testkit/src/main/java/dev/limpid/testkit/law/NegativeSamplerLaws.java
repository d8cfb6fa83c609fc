package dev.limpid.testkit.law;

import dev.limpid.core.sampler.negative.NegativeSampler;
import dev.limpid.testkit.internal.negative.NegativeTests;
import java.util.List;

/**
 * What must hold of a sampler of negatives.
 *
 * @since 0.1.0
 */
public final class NegativeSamplerLaws {

    private static final LawBook<NegativeSampler> BOOK = new LawBook<>();

    /** No item that is right is drawn, and none that isn't there. */
    public static final Law<NegativeSampler> NEGATIVES =
            BOOK.add("N01", "negatives are items that are not right", NegativeTests::negatives);

    /** The same seed gives the same negatives, whatever other contexts or threads do. */
    public static final Law<NegativeSampler> SAME_SEED =
            BOOK.add("N02", "the same seed gives the same negatives", NegativeTests::sameSeed);

    /** Another seed gives other negatives. */
    public static final Law<NegativeSampler> SEED =
            BOOK.add("N03", "the seed has an effect on negatives", NegativeTests::seed);

    /** Items of equal popularity and score have equal chances. */
    public static final Law<NegativeSampler> EVEN =
            BOOK.add("N04", "items that are alike are drawn equally often", NegativeTests::even);

    /** Where nearly all items are right the others are found, and where all are, that is said. */
    public static final Law<NegativeSampler> SCARCE =
            BOOK.add("N05", "a rare negative is found, and that there is none is said", NegativeTests::scarce);

    private NegativeSamplerLaws() {}

    /**
     * Returns all laws.
     *
     * @return the laws in the order of their ids
     */
    public static List<Law<NegativeSampler>> all() {
        return BOOK.all();
    }
}
