package dev.limpid.testkit.core;

import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.survival.AftLoss;
import dev.limpid.core.loss.survival.CoxLoss;
import dev.limpid.core.loss.survival.LogTime;
import dev.limpid.core.loss.survival.Ties;
import dev.limpid.testkit.contract.LossContract;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Nested;

/** Losses for times to an event obey the laws. */
class SurvivalLossesTest {

    /** Whole times, so that ties occur, and an event in three of four rows. */
    private static double[] tied(RandomGenerator random) {
        return new double[] {1 + random.nextInt(4), random.nextInt(4) > 0 ? 1 : 0};
    }

    private static double[] times(RandomGenerator random) {
        return new double[] {Math.exp(random.nextGaussian()), random.nextInt(4) > 0 ? 1 : 0};
    }

    interface OfTimes extends LossContract {
        @Override
        default double[] drawTargets(RandomGenerator random) {
            return times(random);
        }
    }

    @Nested
    class CoxByEfron implements LossContract {
        @Override
        public Loss newLoss() {
            return new CoxLoss();
        }

        @Override
        public double[] drawTargets(RandomGenerator random) {
            return tied(random);
        }
    }

    @Nested
    class CoxByBreslow implements LossContract {
        @Override
        public Loss newLoss() {
            return new CoxLoss(Ties.BRESLOW);
        }

        @Override
        public double[] drawTargets(RandomGenerator random) {
            return tied(random);
        }
    }

    @Nested
    class CoxWithoutTies implements OfTimes {
        @Override
        public Loss newLoss() {
            return new CoxLoss(Ties.EFRON);
        }
    }

    @Nested
    class AftWeibull implements OfTimes {
        @Override
        public Loss newLoss() {
            return new AftLoss(LogTime.weibull());
        }
    }

    @Nested
    class AftLogLogistic implements OfTimes {
        @Override
        public Loss newLoss() {
            return new AftLoss(LogTime.logLogistic());
        }
    }

    @Nested
    class AftLogNormal implements OfTimes {
        @Override
        public Loss newLoss() {
            return new AftLoss(LogTime.logNormal());
        }
    }
}
