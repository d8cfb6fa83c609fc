package dev.limpid.testkit.core;

import dev.limpid.core.optimizer.Fista;
import dev.limpid.core.optimizer.Lbfgs;
import dev.limpid.core.optimizer.MajorizeMinimize;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.optimizer.Stochastic;
import dev.limpid.core.sampler.BootstrapSampler;
import dev.limpid.core.sampler.FullSampler;
import dev.limpid.core.sampler.ShuffledSampler;
import dev.limpid.core.update.Sgd;
import dev.limpid.core.update.adaptive.Adam;
import dev.limpid.testkit.contract.OptimizerContract;
import org.junit.jupiter.api.Nested;

/** All optimizers of core obey the laws. */
class OptimizersTest {

    @Nested
    class LbfgsTest implements OptimizerContract {
        @Override
        public Optimizer<?> newOptimizer() {
            return Lbfgs.defaults();
        }
    }

    @Nested
    class FistaTest implements OptimizerContract {
        @Override
        public Optimizer<?> newOptimizer() {
            return Fista.defaults();
        }
    }

    @Nested
    class MajorizeMinimizeTest implements OptimizerContract {
        @Override
        public Optimizer<?> newOptimizer() {
            return MajorizeMinimize.defaults();
        }
    }

    @Nested
    class StochasticGradientDescent implements OptimizerContract {
        @Override
        public Optimizer<?> newOptimizer() {
            return new Stochastic(Sgd.withLearningRate(0.1), ShuffledSampler.of(2));
        }
    }

    @Nested
    class GradientDescent implements OptimizerContract {
        @Override
        public Optimizer<?> newOptimizer() {
            return new Stochastic(Sgd.withLearningRate(0.1), new FullSampler());
        }
    }

    @Nested
    class StochasticAdam implements OptimizerContract {
        @Override
        public Optimizer<?> newOptimizer() {
            return new Stochastic(Adam.withLearningRate(0.02), new BootstrapSampler());
        }
    }
}
