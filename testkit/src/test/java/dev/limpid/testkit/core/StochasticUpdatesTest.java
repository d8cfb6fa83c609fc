package dev.limpid.testkit.core;

import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.optimizer.Stochastic;
import dev.limpid.core.sampler.BootstrapSampler;
import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.update.Chain;
import dev.limpid.core.update.Momentum;
import dev.limpid.core.update.Sgd;
import dev.limpid.core.update.adaptive.Adam;
import dev.limpid.core.update.adaptive.Sophia;
import dev.limpid.core.update.average.Lookahead;
import dev.limpid.core.update.average.ScheduleFree;
import dev.limpid.core.update.stage.ClipGlobalNorm;
import dev.limpid.core.update.stage.DecoupledDecay;
import dev.limpid.core.update.stage.Sam;
import dev.limpid.testkit.contract.OptimizerContract;
import org.junit.jupiter.api.Nested;

/** Runs with composed updates obey the laws of optimizers: above all, a saved and resumed one makes the same steps. */
class StochasticUpdatesTest {

    @Nested
    class WithAllKindsOfStages implements OptimizerContract {
        @Override
        public Optimizer<?> newOptimizer() {
            Schedule rate = Schedule.exponential(0.01, 0.9995).afterWarmUp(5);
            return new Stochastic(
                    Chain.of(new Momentum(rate, 0.9, 0))
                            .onGradient(ClipGlobalNorm.of(10), Sam.of(0.01))
                            .onStep(DecoupledDecay.of(1e-4)),
                    new BootstrapSampler());
        }
    }

    @Nested
    class WithLookahead implements OptimizerContract {
        @Override
        public Optimizer<?> newOptimizer() {
            return new Stochastic(Lookahead.around(Adam.withLearningRate(0.02)), new BootstrapSampler());
        }
    }

    @Nested
    class WithoutASchedule implements OptimizerContract {
        @Override
        public Optimizer<?> newOptimizer() {
            return new Stochastic(ScheduleFree.around(Sgd.withLearningRate(0.02)), new BootstrapSampler());
        }
    }

    @Nested
    class WithSignsDrawnAtRandom implements OptimizerContract {
        @Override
        public Optimizer<?> newOptimizer() {
            return new Stochastic(Sophia.withLearningRate(0.01), new BootstrapSampler());
        }
    }
}
