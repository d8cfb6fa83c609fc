package dev.limpid.testkit.core;

import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.update.Clipped;
import dev.limpid.core.update.Sgd;
import dev.limpid.core.update.Update;
import dev.limpid.core.update.adaptive.Adam;
import dev.limpid.core.update.average.Averaged;
import dev.limpid.testkit.contract.UpdateContract;
import org.junit.jupiter.api.Nested;

/** All updates of core obey the laws. */
class UpdatesTest {

    interface OfUnitSteps extends UpdateContract {
        @Override
        default boolean isElementwise() {
            return true;
        }

        @Override
        default double constantGradientStep(int t) {
            return 1;
        }
    }

    @Nested
    class SgdTest implements OfUnitSteps {
        @Override
        public Update newUpdate() {
            return Sgd.withLearningRate(0.1);
        }
    }

    @Nested
    class SgdWithASchedule implements OfUnitSteps {
        @Override
        public Update newUpdate() {
            return new Sgd(Schedule.inverseTime(0.1, 0.5));
        }
    }

    @Nested
    class AdamTest implements OfUnitSteps {
        @Override
        public Update newUpdate() {
            return Adam.withLearningRate(0.01);
        }
    }

    @Nested
    class AdamWithoutMomentum implements OfUnitSteps {
        @Override
        public Update newUpdate() {
            return new Adam(Schedule.constant(0.01), 0, 0.9, 1e-8);
        }
    }

    @Nested
    class ClippedAboveAllGradients implements OfUnitSteps {
        @Override
        public Update newUpdate() {
            return new Clipped(Sgd.withLearningRate(0.1), 1e12);
        }
    }

    @Nested
    class AveragedSgd implements OfUnitSteps {
        @Override
        public Update newUpdate() {
            return new Averaged(Sgd.withLearningRate(0.1), 0);
        }
    }
}
