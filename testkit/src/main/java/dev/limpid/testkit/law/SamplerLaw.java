package dev.limpid.testkit.law;

import dev.limpid.core.sampler.Sampler;
import dev.limpid.testkit.internal.sampler.ChanceTests;
import dev.limpid.testkit.internal.sampler.DrawTests;
import java.util.List;
import java.util.function.Function;

/**
 * What must hold of a sampler. It draws from up to 300 units of unequal weight.
 *
 * @since 0.1.0
 */
public enum SamplerLaw implements Law<Sampler> {
    /** Units lie in [0, n), no batch is empty, also where a generator gives its smallest or largest numbers. */
    RANGE("S01", "units lie in range and no batch is empty", DrawTests::range),
    /** Σ weight·φ(unit) has the expectation fraction·Σφ, unless the sampler says that it is biased. */
    UNBIASED("S02", "weighted batches estimate the whole without bias", ChanceTests::unbiased),
    /** Declared without replacement: no unit comes again before the others have had their turn. */
    EPOCHS("S03", "without replacement, each unit has its turn once an epoch", DrawTests::epochs),
    /** The same seed gives the same batches, whatever other runs or threads do. */
    SAME_SEED("S04", "the same seed gives the same batches", DrawTests::sameSeed),
    /** A resumed stream gives the same batches. */
    RESUME("S05", "a resumed stream gives the same batches", DrawTests::resume),
    /** Another seed gives other batches, and epochs differ. */
    SEED("S06", "the seed has an effect and epochs differ", DrawTests::seed),
    /** Without replacement: every unit is as often in each batch of an epoch, and beside each other unit. */
    SHUFFLE("S07", "every order is as likely", ChanceTests::shuffle),
    /** A sampler that asks for weights draws no unit of weight 0. */
    ZERO_WEIGHT("S08", "a unit of weight 0 is not drawn by weight", DrawTests::zeroWeight);

    private final String id;
    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // a method without state
    private final Function<Sampler, Outcome> test;

    SamplerLaw(String id, String title, Function<Sampler, Outcome> test) {
        this.id = id;
        this.title = title;
        this.test = test;
    }

    /**
     * Returns all laws.
     *
     * @return the laws in the order of their ids
     */
    public static List<SamplerLaw> all() {
        return List.of(values());
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Outcome test(Sampler part) {
        return test.apply(part);
    }
}
