package dev.limpid.testkit.core;

import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.robust.CauchyLoss;
import dev.limpid.core.loss.robust.StudentTLoss;
import dev.limpid.core.loss.robust.TukeyLoss;
import dev.limpid.core.loss.robust.WelschLoss;
import dev.limpid.testkit.contract.LossContract;
import org.junit.jupiter.api.Nested;

/** The losses that give outliers up obey the laws. */
class RobustLossesTest {
    @Nested
    class Tukey implements LossContract {
        @Override
        public Loss newLoss() {
            return new TukeyLoss(4.685);
        }
    }

    @Nested
    class NarrowTukey implements LossContract {
        @Override
        public Loss newLoss() {
            return new TukeyLoss(1);
        }
    }

    @Nested
    class Cauchy implements LossContract {
        @Override
        public Loss newLoss() {
            return new CauchyLoss(1);
        }
    }

    @Nested
    class WideCauchy implements LossContract {
        @Override
        public Loss newLoss() {
            return CauchyLoss.efficient95(1);
        }
    }

    @Nested
    class Welsch implements LossContract {
        @Override
        public Loss newLoss() {
            return new WelschLoss(1);
        }
    }

    @Nested
    class WideWelsch implements LossContract {
        @Override
        public Loss newLoss() {
            return WelschLoss.efficient95(1);
        }
    }

    @Nested
    class StudentT implements LossContract {
        @Override
        public Loss newLoss() {
            return new StudentTLoss(4, 1);
        }
    }

    @Nested
    class NarrowStudentT implements LossContract {
        @Override
        public Loss newLoss() {
            return new StudentTLoss(1, 0.3);
        }
    }
}
