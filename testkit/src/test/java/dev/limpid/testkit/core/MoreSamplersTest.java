package dev.limpid.testkit.core;

import dev.limpid.core.sampler.BayesianBootstrapSampler;
import dev.limpid.core.sampler.PoissonSampler;
import dev.limpid.core.sampler.ReplacementSampler;
import dev.limpid.core.sampler.Sampler;
import dev.limpid.core.sampler.SequentialSampler;
import dev.limpid.core.sampler.importance.GossSampler;
import dev.limpid.core.sampler.importance.GradientNormSampler;
import dev.limpid.core.sampler.importance.MvsSampler;
import dev.limpid.core.sampler.negative.NegativeSampler;
import dev.limpid.core.sampler.negative.PopularityNegativeSampler;
import dev.limpid.core.sampler.negative.UniformNegativeSampler;
import dev.limpid.core.sampler.negative.WarpNegativeSampler;
import dev.limpid.core.sampler.stream.LiReservoir;
import dev.limpid.core.sampler.stream.Reservoir;
import dev.limpid.core.sampler.stream.VitterReservoir;
import dev.limpid.core.sampler.stream.WeightedReservoir;
import dev.limpid.core.sampler.structured.ClassBalancedSampler;
import dev.limpid.core.sampler.structured.ExpandingWindowSampler;
import dev.limpid.core.sampler.structured.GroupSampler;
import dev.limpid.core.sampler.structured.OnePerGroupSampler;
import dev.limpid.core.sampler.structured.SlidingWindowSampler;
import dev.limpid.core.sampler.structured.StratifiedSampler;
import dev.limpid.core.sampler.structured.TimeOrderedSampler;
import dev.limpid.testkit.contract.NegativeSamplerContract;
import dev.limpid.testkit.contract.ReservoirContract;
import dev.limpid.testkit.contract.SamplerContract;
import org.junit.jupiter.api.Nested;

/** The samplers by structure and importance, reservoirs and negatives obey the laws. */
class MoreSamplersTest {

    @Nested
    class Sequential implements SamplerContract {
        @Override
        public Sampler newSampler() {
            return new SequentialSampler(3);
        }
    }

    @Nested
    class WithReplacement implements SamplerContract {
        @Override
        public Sampler newSampler() {
            return new ReplacementSampler(3);
        }
    }

    @Nested
    class Poisson implements SamplerContract {
        @Override
        public Sampler newSampler() {
            return new PoissonSampler(0.2);
        }
    }

    @Nested
    class PoissonOfHardlyAny implements SamplerContract {
        @Override
        public Sampler newSampler() {
            return new PoissonSampler(1e-9);
        }
    }

    @Nested
    class BayesianBootstrap implements SamplerContract {
        @Override
        public Sampler newSampler() {
            return new BayesianBootstrapSampler();
        }
    }

    @Nested
    class Stratified implements SamplerContract {
        @Override
        public Sampler newSampler() {
            return new StratifiedSampler(3);
        }
    }

    @Nested
    class StratifiedInLargeBatches implements SamplerContract {
        @Override
        public Sampler newSampler() {
            return new StratifiedSampler(12);
        }
    }

    @Nested
    class ClassBalanced implements SamplerContract {
        @Override
        public Sampler newSampler() {
            return ClassBalancedSampler.of(4);
        }
    }

    @Nested
    class ClassBalancedAndBiased implements SamplerContract {
        @Override
        public Sampler newSampler() {
            return new ClassBalancedSampler(4, true);
        }
    }

    @Nested
    class Groups implements SamplerContract {
        @Override
        public Sampler newSampler() {
            return new GroupSampler(2);
        }
    }

    @Nested
    class OnePerGroup implements SamplerContract {
        @Override
        public Sampler newSampler() {
            return new OnePerGroupSampler(3);
        }
    }

    @Nested
    class TimeOrdered implements SamplerContract {
        @Override
        public Sampler newSampler() {
            return new TimeOrderedSampler(3);
        }
    }

    @Nested
    class SlidingWindow implements SamplerContract {
        @Override
        public Sampler newSampler() {
            return new SlidingWindowSampler(5, 2);
        }
    }

    @Nested
    class ExpandingWindow implements SamplerContract {
        @Override
        public Sampler newSampler() {
            return new ExpandingWindowSampler(3, 4);
        }
    }

    @Nested
    class GradientNorm implements SamplerContract {
        @Override
        public Sampler newSampler() {
            return GradientNormSampler.of(3);
        }
    }

    @Nested
    class Goss implements SamplerContract {
        @Override
        public Sampler newSampler() {
            return new GossSampler();
        }
    }

    @Nested
    class GossOfManyUnits implements SamplerContract {
        @Override
        public Sampler newSampler() {
            return new GossSampler(0.5, 0.3);
        }
    }

    @Nested
    class Mvs implements SamplerContract {
        @Override
        public Sampler newSampler() {
            return MvsSampler.of(0.3);
        }
    }

    @Nested
    class MvsByGradientsAlone implements SamplerContract {
        @Override
        public Sampler newSampler() {
            return new MvsSampler(0.3, 0);
        }
    }

    @Nested
    class Vitter implements ReservoirContract {
        @Override
        public Reservoir newReservoir() {
            return new VitterReservoir(5);
        }
    }

    @Nested
    class Li implements ReservoirContract {
        @Override
        public Reservoir newReservoir() {
            return new LiReservoir(5);
        }
    }

    @Nested
    class OneItem implements ReservoirContract {
        @Override
        public Reservoir newReservoir() {
            return new LiReservoir(1);
        }
    }

    @Nested
    class Weighted implements ReservoirContract {
        @Override
        public Reservoir newReservoir() {
            return new WeightedReservoir(5);
        }
    }

    @Nested
    class UniformNegatives implements NegativeSamplerContract {
        @Override
        public NegativeSampler newNegativeSampler() {
            return new UniformNegativeSampler();
        }
    }

    @Nested
    class PopularNegatives implements NegativeSamplerContract {
        @Override
        public NegativeSampler newNegativeSampler() {
            return new PopularityNegativeSampler();
        }
    }

    @Nested
    class Warp implements NegativeSamplerContract {
        @Override
        public NegativeSampler newNegativeSampler() {
            return new WarpNegativeSampler();
        }
    }

    @Nested
    class WarpWithFewTrials implements NegativeSamplerContract {
        @Override
        public NegativeSampler newNegativeSampler() {
            return new WarpNegativeSampler(0.2, 3);
        }
    }
}
