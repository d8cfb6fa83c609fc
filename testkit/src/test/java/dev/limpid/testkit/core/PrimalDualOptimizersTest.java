package dev.limpid.testkit.core;

import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.multioutput.MultiOutputLoss;
import dev.limpid.core.loss.multioutput.MultiQuantileLoss;
import dev.limpid.core.loss.regression.AbsoluteLoss;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.optimizer.splitting.Pdhg;
import dev.limpid.testkit.contract.LossContract;
import dev.limpid.testkit.contract.OptimizerContract;
import org.junit.jupiter.api.Nested;

/** The optimizer that takes loss and penalty by their proxes, and losses of several scores that have one. */
class PrimalDualOptimizersTest {

    @Nested
    class PdhgTest implements OptimizerContract {
        @Override
        public Optimizer<?> newOptimizer() {
            return Pdhg.defaults();
        }
    }

    @Nested
    class MultiOutputOfDistancesTest implements LossContract {
        @Override
        public Loss newLoss() {
            return new MultiOutputLoss(2, new AbsoluteLoss());
        }
    }

    @Nested
    class MultiQuantileTest implements LossContract {
        @Override
        public Loss newLoss() {
            return new MultiQuantileLoss(0.1, 0.5, 0.8);
        }
    }
}
