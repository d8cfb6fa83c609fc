package dev.limpid.testkit.core;

import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.ranking.PairwiseLogisticLoss;
import dev.limpid.core.loss.regression.AbsoluteLoss;
import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.core.loss.regression.QuantileLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.testkit.contract.LossContract;
import dev.limpid.testkit.law.Functional;
import org.junit.jupiter.api.Nested;

/** All losses of core obey the laws. */
class LossesTest {

    @Nested
    class Squared implements LossContract {
        @Override
        public Loss newLoss() {
            return new SquaredLoss();
        }

        @Override
        public Functional predicts() {
            return Functional.mean();
        }
    }

    @Nested
    class Absolute implements LossContract {
        @Override
        public Loss newLoss() {
            return new AbsoluteLoss();
        }

        @Override
        public Functional predicts() {
            return Functional.median();
        }
    }

    @Nested
    class Huber implements LossContract {
        @Override
        public Loss newLoss() {
            return new HuberLoss(1);
        }
    }

    @Nested
    class WideHuber implements LossContract {
        @Override
        public Loss newLoss() {
            return new HuberLoss(1.345);
        }
    }

    @Nested
    class Quantile implements LossContract {
        @Override
        public Loss newLoss() {
            return new QuantileLoss(0.9);
        }

        @Override
        public Functional predicts() {
            return Functional.quantile(0.9);
        }
    }

    @Nested
    class Poisson implements LossContract {
        @Override
        public Loss newLoss() {
            return new PoissonLoss();
        }

        @Override
        public Functional predicts() {
            return Functional.mean();
        }
    }

    @Nested
    class Logistic implements LossContract {
        @Override
        public Loss newLoss() {
            return new LogisticLoss();
        }
    }

    @Nested
    class LogisticWithSoftLabels implements LossContract {
        @Override
        public Loss newLoss() {
            return new LogisticLoss();
        }

        @Override
        public Functional predicts() {
            return Functional.mean();
        }
    }

    @Nested
    class Softmax implements LossContract {
        @Override
        public Loss newLoss() {
            return new SoftmaxLoss(3);
        }
    }

    @Nested
    class SoftmaxOfTwoClasses implements LossContract {
        @Override
        public Loss newLoss() {
            return new SoftmaxLoss(2);
        }
    }

    @Nested
    class PairwiseLogistic implements LossContract {
        @Override
        public Loss newLoss() {
            return new PairwiseLogisticLoss();
        }
    }
}
