package dev.limpid.testkit.core;

import dev.limpid.core.sampler.BootstrapSampler;
import dev.limpid.core.sampler.FullSampler;
import dev.limpid.core.sampler.Sampler;
import dev.limpid.core.sampler.ShuffledSampler;
import dev.limpid.core.sampler.SubsampleSampler;
import dev.limpid.core.sampler.WeightedSampler;
import dev.limpid.testkit.contract.SamplerContract;
import org.junit.jupiter.api.Nested;

/** All samplers of core obey the laws. */
class SamplersTest {

    @Nested
    class Full implements SamplerContract {
        @Override
        public Sampler newSampler() {
            return new FullSampler();
        }
    }

    @Nested
    class Shuffled implements SamplerContract {
        @Override
        public Sampler newSampler() {
            return ShuffledSampler.of(3);
        }
    }

    @Nested
    class ShuffledOneByOne implements SamplerContract {
        @Override
        public Sampler newSampler() {
            return ShuffledSampler.of(1);
        }
    }

    @Nested
    class ShuffledWithoutTheLastBatch implements SamplerContract {
        @Override
        public Sampler newSampler() {
            return new ShuffledSampler(3, true);
        }
    }

    @Nested
    class Bootstrap implements SamplerContract {
        @Override
        public Sampler newSampler() {
            return new BootstrapSampler();
        }
    }

    @Nested
    class Subsample implements SamplerContract {
        @Override
        public Sampler newSampler() {
            return new SubsampleSampler(0.5);
        }
    }

    @Nested
    class WeightedByUnitWeight implements SamplerContract {
        @Override
        public Sampler newSampler() {
            return WeightedSampler.byUnitWeight(3);
        }
    }
}
