package dev.limpid.testkit.law;

import dev.limpid.core.sampler.Sampler;
import dev.limpid.testkit.internal.sampler.ChanceTests;
import dev.limpid.testkit.internal.sampler.DrawTests;
import dev.limpid.testkit.internal.sampler.FeedbackTests;
import dev.limpid.testkit.internal.sampler.StructureTests;
import java.util.List;

/**
 * What must hold of a sampler. It draws from up to 300 units of unequal weight, with labels, groups and times.
 *
 * @since 0.1.0
 */
public final class SamplerLaws {

    private static final LawBook<Sampler> BOOK = new LawBook<>();

    /** Units lie in [0, n), no batch is empty, also where a generator gives its smallest or largest numbers. */
    public static final Law<Sampler> RANGE =
            BOOK.add("S01", "units lie in range and no batch is empty", DrawTests::range);

    /** Σ weight·φ(unit) has the expectation fraction·Σφ, unless the sampler says that it is biased. */
    public static final Law<Sampler> UNBIASED =
            BOOK.add("S02", "weighted batches estimate the whole without bias", ChanceTests::unbiased);

    /** Declared without replacement: no unit comes again before the others have had their turn. */
    public static final Law<Sampler> EPOCHS =
            BOOK.add("S03", "without replacement, each unit has its turn once an epoch", DrawTests::epochs);

    /** The same seed gives the same batches, whatever other runs or threads do. */
    public static final Law<Sampler> SAME_SEED =
            BOOK.add("S04", "the same seed gives the same batches", DrawTests::sameSeed);

    /** A resumed stream gives the same batches. */
    public static final Law<Sampler> RESUME =
            BOOK.add("S05", "a resumed stream gives the same batches", DrawTests::resume);

    /** Another seed gives other batches, and epochs differ. */
    public static final Law<Sampler> SEED =
            BOOK.add("S06", "the seed has an effect and epochs differ", DrawTests::seed);

    /** Without replacement: every unit is as often in each batch of an epoch, and beside each other unit. */
    public static final Law<Sampler> SHUFFLE = BOOK.add("S07", "every order is as likely", ChanceTests::shuffle);

    /** A sampler that asks for weights draws no unit of weight 0. */
    public static final Law<Sampler> ZERO_WEIGHT =
            BOOK.add("S08", "a unit of weight 0 is not drawn by weight", DrawTests::zeroWeight);

    /** A sampler that uses feedback draws otherwise when it changes; unless biased, it draws large gradients no more rarely. */
    public static final Law<Sampler> FEEDBACK = BOOK.add(
            "S09", "feedback has an effect, and large gradients are not drawn more rarely", FeedbackTests::effect);

    /** Units without labels and groups, and a single unit, are served, or refused with a sentence. */
    public static final Law<Sampler> REFUSAL =
            BOOK.add("S10", "what a population lacks is said", StructureTests::refusal);

    /** Declared to keep proportions: each batch holds each label in its share, to less than two units. */
    public static final Law<Sampler> PROPORTIONS =
            BOOK.add("S11", "batches hold labels in their shares", StructureTests::proportions);

    /** Declared to keep balance: each label is drawn as often as each other. */
    public static final Law<Sampler> BALANCE =
            BOOK.add("S12", "labels are drawn equally often", StructureTests::balance);

    /** Declared to keep groups: a batch holds all units of a group or none. */
    public static final Law<Sampler> GROUPS = BOOK.add("S13", "groups are never split", StructureTests::groups);

    /** Declared to draw one unit of a group: no two units of a batch share one. */
    public static final Law<Sampler> ONE_PER_GROUP =
            BOOK.add("S14", "no two units of a batch share a group", StructureTests::onePerGroup);

    /** Declared to keep the order of time: no later unit comes before an earlier one. */
    public static final Law<Sampler> ORDER =
            BOOK.add("S15", "no later unit comes before an earlier one", StructureTests::order);

    private SamplerLaws() {}

    /**
     * Returns all laws.
     *
     * @return the laws in the order of their ids
     */
    public static List<Law<Sampler>> all() {
        return BOOK.all();
    }
}
