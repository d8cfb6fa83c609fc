package dev.limpid.testkit.core;

import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.update.Update;
import dev.limpid.core.update.adaptive.Adadelta;
import dev.limpid.core.update.adaptive.Adagrad;
import dev.limpid.core.update.adaptive.Adam;
import dev.limpid.core.update.adaptive.AdamW;
import dev.limpid.core.update.adaptive.Adamax;
import dev.limpid.core.update.adaptive.AmsGrad;
import dev.limpid.core.update.adaptive.CenteredRmsProp;
import dev.limpid.core.update.adaptive.Lamb;
import dev.limpid.core.update.adaptive.Lion;
import dev.limpid.core.update.adaptive.Nadam;
import dev.limpid.core.update.adaptive.Prodigy;
import dev.limpid.core.update.adaptive.Radam;
import dev.limpid.core.update.adaptive.RmsProp;
import dev.limpid.core.update.adaptive.Sophia;
import dev.limpid.core.update.average.ScheduleFree;
import dev.limpid.testkit.contract.UpdateContract;
import dev.limpid.testkit.declaration.UpdateDeclaration;
import org.junit.jupiter.api.Nested;

/** Updates that scale each parameter by itself obey the laws. */
class AdaptiveUpdatesTest {

    interface Elementwise extends UpdateContract {
        @Override
        default boolean isElementwise() {
            return true;
        }
    }

    /** Under a constant gradient each step is as long as the first. */
    interface UnitSteps extends UpdateContract {
        @Override
        default double constantGradientStep(int t) {
            return 1;
        }
    }

    @Nested
    class AdagradTest implements Elementwise {
        @Override
        public Update newUpdate() {
            return new Adagrad(Schedule.constant(0.1), 0.5, 1e-10);
        }

        @Override
        public double constantGradientStep(int t) {
            return 1 / Math.sqrt(0.5 + t);
        }
    }

    @Nested
    class RmsPropTest implements Elementwise {
        @Override
        public Update newUpdate() {
            return RmsProp.withLearningRate(0.01);
        }

        @Override
        public double constantGradientStep(int t) {
            return 1 / Math.sqrt(1 - Math.pow(0.99, t));
        }
    }

    @Nested
    class CenteredRmsPropTest implements Elementwise {
        @Override
        public Update newUpdate() {
            return new CenteredRmsProp(Schedule.constant(0.01), 0.9, 1e-3);
        }

        @Override
        public double constantGradientStep(int t) {
            double rest = Math.pow(0.9, t); // variance of t ones among zeros
            return 1 / (Math.sqrt(rest * (1 - rest)) + 1e-3);
        }
    }

    @Nested
    class AdadeltaTest implements Elementwise {
        @Override
        public Update newUpdate() {
            return Adadelta.defaults();
        }

        @Override
        public double constantGradientStep(int t) {
            double u = 0;
            double step = 0;
            for (int s = 1; s <= t; s++) {
                step = Math.sqrt((u + 1e-6) / (1 - Math.pow(0.95, s) + 1e-6));
                u = 0.95 * u + 0.05 * step * step;
            }
            return step;
        }
    }

    @Nested
    class AdamTest implements Elementwise, UnitSteps {
        @Override
        public Update newUpdate() {
            return Adam.withLearningRate(0.01);
        }
    }

    @Nested
    class AmsGradTest implements Elementwise, UnitSteps {
        @Override
        public Update newUpdate() {
            return AmsGrad.withLearningRate(0.01);
        }
    }

    @Nested
    class AdamaxTest implements Elementwise, UnitSteps {
        @Override
        public Update newUpdate() {
            return Adamax.withLearningRate(0.01);
        }
    }

    @Nested
    class AdamWithoutMomentum implements Elementwise, UnitSteps {
        @Override
        public Update newUpdate() {
            return new Adam(Schedule.constant(0.01), 0, 0.9, 1e-8);
        }
    }

    @Nested
    class NadamTest implements Elementwise {
        @Override
        public Update newUpdate() {
            return Nadam.withLearningRate(0.01);
        }

        @Override
        public double constantGradientStep(int t) {
            double product = 1;
            for (int s = 1; s <= t; s++) {
                product *= mu(s);
            }
            double m = 1 - Math.pow(0.9, t);
            return (1 - mu(t)) / (1 - product) + mu(t + 1) * m / (1 - product * mu(t + 1));
        }

        private double mu(int t) {
            return 0.9 * (1 - 0.5 * Math.pow(0.96, 0.004 * t));
        }
    }

    @Nested
    class RadamTest implements Elementwise {
        @Override
        public Update newUpdate() {
            return Radam.withLearningRate(0.01);
        }

        @Override
        public double constantGradientStep(int t) {
            double max = 1999;
            double rho = max - 2 * t * Math.pow(0.999, t) / (1 - Math.pow(0.999, t));
            return t <= 5 ? 1 : Math.sqrt((rho - 4) * (rho - 2) * max / ((max - 4) * (max - 2) * rho));
        }
    }

    @Nested
    class LionTest implements Elementwise, UnitSteps {
        @Override
        public Update newUpdate() {
            return Lion.withLearningRate(0.01);
        }
    }

    @Nested
    class AdamWTest implements UnitSteps {
        @Override
        public Update newUpdate() {
            return AdamW.withLearningRate(0.01);
        }
    }

    @Nested
    class LionWithDecay implements UnitSteps {
        @Override
        public Update newUpdate() {
            return Lion.withLearningRate(0.01).withDecay(0.5);
        }
    }

    @Nested
    class LambTest implements UpdateContract {
        @Override
        public Update newUpdate() {
            return Lamb.withLearningRate(0.01);
        }

        @Override
        public double constantGradientStep(int t) {
            return 1; // θ stays 0 there
        }

        @Override
        public UpdateDeclaration updateDeclaration() {
            return UpdateDeclaration.nothing().withTrustRatio();
        }
    }

    @Nested
    class SophiaTest implements UpdateContract {
        @Override
        public Update newUpdate() {
            return Sophia.withLearningRate(0.01).withDecay(0.1);
        }

        @Override
        public double constantGradientStep(int t) {
            return 1; // clipped
        }
    }

    @Nested
    class SophiaThatIsRarelyClipped implements UpdateContract {
        @Override
        public Update newUpdate() {
            return new Sophia(Schedule.constant(0.01), 0.9, 0.5, 10, 1e-12, 4, 0);
        }

        @Override
        public double constantGradientStep(int t) {
            double h = 1 - Math.pow(0.5, (t - 1) / 4 + 1);
            return (1 - Math.pow(0.9, t)) / (10 * h);
        }
    }

    @Nested
    class ProdigyTest implements UpdateContract {
        @Override
        public Update newUpdate() {
            return Prodigy.defaults();
        }

        @Override
        public double constantGradientStep(int t) {
            return 1e-6 * (1 - Math.pow(0.9, t)) / Math.sqrt(1 - Math.pow(0.999, t)); // θ stays at θ₀ there
        }
    }

    @Nested
    class ScheduleFreeAdamW implements UpdateContract {
        @Override
        public Update newUpdate() {
            return ScheduleFree.around(new AdamW(Schedule.constant(0.01), 0, 0.999, 1e-8, 0.01));
        }
    }
}
