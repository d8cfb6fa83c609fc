package dev.limpid.testkit.core;

import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.optimizer.coordinate.CoordinateDescent;
import dev.limpid.core.optimizer.coordinate.ProxNewton;
import dev.limpid.core.optimizer.variance.Saga;
import dev.limpid.core.optimizer.variance.Sdca;
import dev.limpid.core.optimizer.variance.Svrg;
import dev.limpid.testkit.contract.OptimizerContract;
import org.junit.jupiter.api.Nested;

/** The optimizers for composite objectives and finite sums obey the laws. */
class CompositeOptimizersTest {

    @Nested
    class CoordinateDescentTest implements OptimizerContract {
        @Override
        public Optimizer<?> newOptimizer() {
            return CoordinateDescent.defaults();
        }
    }

    @Nested
    class ProxNewtonTest implements OptimizerContract {
        @Override
        public Optimizer<?> newOptimizer() {
            return ProxNewton.defaults();
        }
    }

    @Nested
    class SvrgTest implements OptimizerContract {
        @Override
        public Optimizer<?> newOptimizer() {
            return Svrg.defaults();
        }
    }

    @Nested
    class SagaTest implements OptimizerContract {
        @Override
        public Optimizer<?> newOptimizer() {
            return Saga.defaults();
        }
    }

    @Nested
    class SdcaTest implements OptimizerContract {
        @Override
        public Optimizer<?> newOptimizer() {
            return Sdca.defaults();
        }
    }
}
