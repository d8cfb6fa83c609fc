package dev.limpid.testkit.law;

import dev.limpid.core.sampler.Sampler;
import dev.limpid.testkit.declaration.SamplerSubject;
import dev.limpid.testkit.internal.sampler.ChanceTests;
import dev.limpid.testkit.internal.sampler.DeclaredTests;
import dev.limpid.testkit.internal.sampler.DrawTests;
import dev.limpid.testkit.internal.sampler.FeedbackTests;
import dev.limpid.testkit.internal.sampler.StructureTests;
import java.util.List;
import java.util.function.Function;

/**
 * What must hold of a sampler. It draws from up to 300 units of unequal weight, with labels, groups and times.
 *
 * @since 0.1.0
 */
public final class SamplerLaws {

    private static final LawBook<SamplerSubject> BOOK = new LawBook<>();

    /** Units lie in [0, n), no batch is empty, also where a generator gives its smallest or largest numbers. */
    public static final Law<SamplerSubject> RANGE =
            BOOK.add("S01", "units lie in range and no batch is empty", on(DrawTests::range));

    /** Σ weight·φ(unit) has the expectation fraction·Σφ, unless the sampler says that it is biased. */
    public static final Law<SamplerSubject> UNBIASED =
            BOOK.add("S02", "weighted batches estimate the whole without bias", on(ChanceTests::unbiased));

    /** Declared without replacement: no unit comes again before the others have had their turn. */
    public static final Law<SamplerSubject> EPOCHS =
            BOOK.add("S03", "without replacement, each unit has its turn once an epoch", on(DrawTests::epochs));

    /** The same seed gives the same batches, whatever other runs or threads do. */
    public static final Law<SamplerSubject> SAME_SEED =
            BOOK.add("S04", "the same seed gives the same batches", on(DrawTests::sameSeed));

    /** A resumed stream gives the same batches. */
    public static final Law<SamplerSubject> RESUME =
            BOOK.add("S05", "a resumed stream gives the same batches", on(DrawTests::resume));

    /** Another seed gives other batches, and epochs differ. */
    public static final Law<SamplerSubject> SEED =
            BOOK.add("S06", "the seed has an effect and epochs differ", on(DrawTests::seed));

    /** Without replacement: every unit is as often in each batch of an epoch, and beside each other unit. */
    public static final Law<SamplerSubject> SHUFFLE =
            BOOK.add("S07", "every order is as likely", on(ChanceTests::shuffle));

    /** A sampler that asks for weights draws no unit of weight 0. */
    public static final Law<SamplerSubject> ZERO_WEIGHT =
            BOOK.add("S08", "a unit of weight 0 is not drawn by weight", on(DrawTests::zeroWeight));

    /** A sampler that uses feedback draws otherwise when it changes; unless biased, it draws large gradients no more rarely. */
    public static final Law<SamplerSubject> FEEDBACK = BOOK.add(
            "S09", "feedback has an effect, and large gradients are not drawn more rarely", on(FeedbackTests::effect));

    /** Units without labels and groups, and a single unit, are served, or refused with a sentence. */
    public static final Law<SamplerSubject> REFUSAL =
            BOOK.add("S10", "what a population lacks is said", on(StructureTests::refusal));

    /** Declared to keep proportions: each batch holds each label in its share, to less than two units. */
    public static final Law<SamplerSubject> PROPORTIONS =
            BOOK.add("S11", "batches hold labels in their shares", on(StructureTests::proportions));

    /** Declared to keep balance: each label is drawn as often as each other. */
    public static final Law<SamplerSubject> BALANCE =
            BOOK.add("S12", "labels are drawn equally often", on(StructureTests::balance));

    /** Declared to keep groups: a batch holds all units of a group or none. */
    public static final Law<SamplerSubject> GROUPS =
            BOOK.add("S13", "groups are never split", on(StructureTests::groups));

    /** Declared to draw one unit of a group: no two units of a batch share one. */
    public static final Law<SamplerSubject> ONE_PER_GROUP =
            BOOK.add("S14", "no two units of a batch share a group", on(StructureTests::onePerGroup));

    /** Declared to keep the order of time: no later unit comes before an earlier one. */
    public static final Law<SamplerSubject> ORDER =
            BOOK.add("S15", "no later unit comes before an earlier one", on(StructureTests::order));

    /** Declared chances: units come equally often, or in proportion to their weights. */
    public static final Law<SamplerSubject> CHANCES =
            BOOK.add("S16", "units come as often as declared", DeclaredTests::chances);

    /** Declared size: only the last batch of an epoch may be smaller. */
    public static final Law<SamplerSubject> BATCH_SIZE =
            BOOK.add("S17", "batches have the declared size", DeclaredTests::batchSize);

    private SamplerLaws() {}

    private static Function<SamplerSubject, Outcome> on(Function<Sampler, Outcome> test) {
        return subject -> test.apply(subject.sampler());
    }

    /**
     * Returns all laws.
     *
     * @return the laws in the order of their ids
     */
    public static List<Law<SamplerSubject>> all() {
        return BOOK.all();
    }
}
