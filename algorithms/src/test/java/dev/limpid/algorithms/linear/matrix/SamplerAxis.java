package dev.limpid.algorithms.linear.matrix;

import dev.limpid.core.sampler.BayesianBootstrapSampler;
import dev.limpid.core.sampler.BootstrapSampler;
import dev.limpid.core.sampler.FullSampler;
import dev.limpid.core.sampler.PoissonSampler;
import dev.limpid.core.sampler.ReplacementSampler;
import dev.limpid.core.sampler.Sampler;
import dev.limpid.core.sampler.SequentialSampler;
import dev.limpid.core.sampler.ShuffledSampler;
import dev.limpid.core.sampler.SubsampleSampler;
import dev.limpid.core.sampler.WeightedSampler;
import dev.limpid.core.sampler.importance.GossSampler;
import dev.limpid.core.sampler.importance.GradientNormSampler;
import dev.limpid.core.sampler.importance.MvsSampler;
import dev.limpid.core.sampler.structured.ClassBalancedSampler;
import dev.limpid.core.sampler.structured.ExpandingWindowSampler;
import dev.limpid.core.sampler.structured.GroupSampler;
import dev.limpid.core.sampler.structured.OnePerGroupSampler;
import dev.limpid.core.sampler.structured.SlidingWindowSampler;
import dev.limpid.core.sampler.structured.StratifiedSampler;
import dev.limpid.core.sampler.structured.TimeOrderedSampler;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Every sampler of the library. */
final class SamplerAxis {

    /**
     * A level of the axis.
     *
     * @param name how cells call it
     * @param of the sampler for so many units
     */
    record SamplerLevel(String name, IntFunction<Sampler> of) {

        @Override
        public String toString() {
            return name;
        }
    }

    static final List<SamplerLevel> LEVELS = List.of(
            of(ShuffledSampler.of(8)),
            new SamplerLevel("ShuffledSampler without the rest", units -> new ShuffledSampler(units / 3, true)),
            of(new ReplacementSampler(8)),
            new SamplerLevel("WeightedSampler by weight", units -> WeightedSampler.byUnitWeight(8)),
            new SamplerLevel(
                    "WeightedSampler of numbers",
                    units -> WeightedSampler.of(
                            IntStream.range(0, units)
                                    .mapToDouble(i -> 1 + i % 3)
                                    .toArray(),
                            8)),
            of(new SequentialSampler(8)),
            of(new FullSampler()),
            of(new PoissonSampler(0.3)),
            of(new SubsampleSampler(0.5)),
            of(new BootstrapSampler(1)),
            of(new BayesianBootstrapSampler()),
            of(GradientNormSampler.of(8)),
            of(new GossSampler(0.2, 0.4)),
            of(MvsSampler.of(0.5)),
            of(new GroupSampler(3)),
            of(new OnePerGroupSampler(4)),
            of(new StratifiedSampler(9)),
            of(ClassBalancedSampler.of(8)),
            of(new TimeOrderedSampler(8)),
            of(new SlidingWindowSampler(8, 4)),
            of(new ExpandingWindowSampler(8, 8)));

    private SamplerAxis() {}

    private static SamplerLevel of(Sampler sampler) {
        return new SamplerLevel(sampler.getClass().getSimpleName(), units -> sampler);
    }
}
