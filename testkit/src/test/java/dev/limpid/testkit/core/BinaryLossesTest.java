package dev.limpid.testkit.core;

import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.classification.CloglogLoss;
import dev.limpid.core.loss.classification.FocalLoss;
import dev.limpid.core.loss.classification.ProbitLoss;
import dev.limpid.core.loss.margin.ExponentialLoss;
import dev.limpid.core.loss.margin.HingeLoss;
import dev.limpid.core.loss.margin.HuberizedHingeLoss;
import dev.limpid.core.loss.margin.ModifiedHuberLoss;
import dev.limpid.core.loss.margin.SavageLoss;
import dev.limpid.core.loss.margin.SquaredHingeLoss;
import dev.limpid.core.loss.margin.TangentLoss;
import dev.limpid.testkit.contract.LossContract;
import dev.limpid.testkit.law.Functional;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** The losses of two classes obey the laws. */
class BinaryLossesTest {
    @Nested
    class Hinge implements LossContract {
        @Override
        public Loss newLoss() {
            return new HingeLoss();
        }

        @Override
        public Map<String, String> exclusions() {
            return Map.of(
                    "L15", "the best score of the hinge is 1 or -1 whatever the share: it knows no probabilities");
        }
    }

    @Nested
    class SquaredHinge implements LossContract {
        @Override
        public Loss newLoss() {
            return new SquaredHingeLoss();
        }
    }

    @Nested
    class HuberizedHinge implements LossContract {
        @Override
        public Loss newLoss() {
            return new HuberizedHingeLoss();
        }
    }

    @Nested
    class NarrowHuberizedHinge implements LossContract {
        @Override
        public Loss newLoss() {
            return new HuberizedHingeLoss(0.1);
        }
    }

    @Nested
    class WideHuberizedHinge implements LossContract {
        @Override
        public Loss newLoss() {
            return new HuberizedHingeLoss(2);
        }
    }

    @Nested
    class Exponential implements LossContract {
        @Override
        public Loss newLoss() {
            return new ExponentialLoss();
        }
    }

    @Nested
    class ModifiedHuber implements LossContract {
        @Override
        public Loss newLoss() {
            return new ModifiedHuberLoss();
        }
    }

    @Nested
    class Savage implements LossContract {
        @Override
        public Loss newLoss() {
            return new SavageLoss();
        }
    }

    @Nested
    class Tangent implements LossContract {
        @Override
        public Loss newLoss() {
            return new TangentLoss();
        }
    }

    @Nested
    class Focal implements LossContract {
        @Override
        public Loss newLoss() {
            return new FocalLoss(2);
        }
    }

    @Nested
    class BalancedFocal implements LossContract {
        @Override
        public Loss newLoss() {
            return new FocalLoss(2, 0.25);
        }
    }

    @Nested
    class FocalOfHalfAPower implements LossContract {
        @Override
        public Loss newLoss() {
            return new FocalLoss(0.5);
        }
    }

    @Nested
    class FocalWithoutFocus implements LossContract {
        @Override
        public Loss newLoss() {
            return new FocalLoss(0);
        }
    }

    @Nested
    class Probit implements LossContract {
        @Override
        public Loss newLoss() {
            return new ProbitLoss();
        }
    }

    @Nested
    class ProbitWithSoftLabels implements LossContract {
        @Override
        public Loss newLoss() {
            return new ProbitLoss();
        }

        @Override
        public Functional predicts() {
            return Functional.mean();
        }
    }

    @Nested
    class Cloglog implements LossContract {
        @Override
        public Loss newLoss() {
            return new CloglogLoss();
        }
    }

    @Nested
    class CloglogWithSoftLabels implements LossContract {
        @Override
        public Loss newLoss() {
            return new CloglogLoss();
        }
    }
}
