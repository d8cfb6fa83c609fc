package dev.limpid.testkit.core;

import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.distribution.DirichletLoss;
import dev.limpid.core.loss.distribution.GaussianLoss;
import dev.limpid.core.loss.multioutput.MultiOutputLoss;
import dev.limpid.core.loss.multioutput.MultiQuantileLoss;
import dev.limpid.core.loss.regression.AbsoluteLoss;
import dev.limpid.testkit.contract.LossContract;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Nested;

/** Losses of several numbers and of distributions obey the laws. */
class DistributionLossesTest {

    @Nested
    class MultiOutputSquared implements LossContract {
        @Override
        public Loss newLoss() {
            return MultiOutputLoss.squared(3);
        }
    }

    @Nested
    class MultiOutputAbsolute implements LossContract {
        @Override
        public Loss newLoss() {
            return new MultiOutputLoss(2, new AbsoluteLoss());
        }
    }

    @Nested
    class MultiQuantile implements LossContract {
        @Override
        public Loss newLoss() {
            return new MultiQuantileLoss(0.1, 0.5, 0.9);
        }
    }

    @Nested
    class Gaussian implements LossContract {
        @Override
        public Loss newLoss() {
            return new GaussianLoss();
        }
    }

    @Nested
    class Dirichlet implements LossContract {
        @Override
        public Loss newLoss() {
            return new DirichletLoss(3);
        }

        @Override
        public double[] drawTargets(RandomGenerator random) {
            return MulticlassLossesTest.shares(3, random);
        }
    }

    @Nested
    class DirichletOfTwoParts implements LossContract {
        @Override
        public Loss newLoss() {
            return new DirichletLoss(2);
        }

        @Override
        public double[] drawTargets(RandomGenerator random) {
            return MulticlassLossesTest.shares(2, random);
        }
    }
}
