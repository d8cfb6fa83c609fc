package dev.limpid.testkit.broken;

import dev.limpid.core.sampler.BootstrapSampler;
import dev.limpid.core.sampler.FullSampler;
import dev.limpid.core.sampler.Sampler;
import dev.limpid.core.sampler.ShuffledSampler;
import dev.limpid.core.sampler.WeightedSampler;
import dev.limpid.testkit.declaration.SamplerDeclaration;
import dev.limpid.testkit.declaration.SamplerDeclaration.Chances;
import dev.limpid.testkit.declaration.SamplerSubject;
import dev.limpid.testkit.law.Law;
import dev.limpid.testkit.law.SamplerLaws;
import java.util.stream.Stream;

/** False declarations of samplers that are right otherwise; and true ones. */
final class BrokenSamplerDeclarations {

    private static final SamplerDeclaration SAMPLER = SamplerDeclaration.nothing();

    private BrokenSamplerDeclarations() {}

    private static Mutant<?> sampler(
            String name, Sampler sampler, SamplerDeclaration declares, Law<SamplerSubject> law, String cause) {
        return Mutant.of(name, new SamplerSubject(sampler, declares), law, cause);
    }

    static Stream<Mutant<?>> mutants() {
        return Stream.of(
                sampler(
                        "chances by weight, declared equal",
                        WeightedSampler.byUnitWeight(3),
                        SAMPLER.drawing(Chances.EQUAL),
                        SamplerLaws.CHANCES,
                        "units are drawn by weight"),
                sampler(
                        "equal chances, declared by weight",
                        new BootstrapSampler(),
                        SAMPLER.drawing(Chances.BY_WEIGHT),
                        SamplerLaws.CHANCES,
                        "weights are ignored"),
                sampler(
                        "another batch size",
                        ShuffledSampler.of(3),
                        SAMPLER.withBatchSize(4),
                        SamplerLaws.BATCH_SIZE,
                        "a bound that is off by one"),
                sampler(
                        "another batch size, with replacement",
                        WeightedSampler.byUnitWeight(3),
                        SAMPLER.withBatchSize(2),
                        SamplerLaws.BATCH_SIZE,
                        "a bound that is off by one"));
    }

    private static Awkward<?> sampler(Sampler sampler, SamplerDeclaration declares) {
        return Awkward.of(
                Awkward.nameOf(sampler) + ", declared", new SamplerSubject(sampler, declares), SamplerLaws.all());
    }

    static Stream<Awkward<?>> right() {
        return Stream.of(
                sampler(ShuffledSampler.of(3), SAMPLER.drawing(Chances.EQUAL).withBatchSize(3)),
                sampler(
                        new ShuffledSampler(5, true),
                        SAMPLER.drawing(Chances.EQUAL).withBatchSize(5)),
                sampler(ShuffledSampler.of(100), SAMPLER.drawing(Chances.EQUAL).withBatchSize(100)),
                sampler(new FullSampler(), SAMPLER.drawing(Chances.EQUAL)),
                sampler(new BootstrapSampler(), SAMPLER.drawing(Chances.EQUAL)),
                sampler(
                        WeightedSampler.byUnitWeight(3),
                        SAMPLER.drawing(Chances.BY_WEIGHT).withBatchSize(3)));
    }
}
