package dev.limpid.testkit.core;

import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.update.Chain;
import dev.limpid.core.update.Momentum;
import dev.limpid.core.update.Nesterov;
import dev.limpid.core.update.PolyakLevel;
import dev.limpid.core.update.PolyakStep;
import dev.limpid.core.update.Sgd;
import dev.limpid.core.update.Update;
import dev.limpid.core.update.adaptive.Adam;
import dev.limpid.core.update.average.Averaged;
import dev.limpid.core.update.average.ExponentialAverage;
import dev.limpid.core.update.average.Lookahead;
import dev.limpid.core.update.average.ScheduleFree;
import dev.limpid.core.update.average.Swa;
import dev.limpid.core.update.stage.ClipBlockNorm;
import dev.limpid.core.update.stage.ClipGlobalNorm;
import dev.limpid.core.update.stage.ClipValue;
import dev.limpid.core.update.stage.CoupledDecay;
import dev.limpid.core.update.stage.DecoupledDecay;
import dev.limpid.core.update.stage.Sam;
import dev.limpid.core.update.stage.TrustRatio;
import dev.limpid.testkit.contract.UpdateContract;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** Updates with one step length, chains of stages, and averages obey the laws. */
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
    class MomentumTest implements OfUnitSteps {
        @Override
        public Update newUpdate() {
            return Momentum.withLearningRate(0.1);
        }

        @Override
        public double constantGradientStep(int t) {
            return (1 - Math.pow(0.9, t)) / (1 - 0.9);
        }
    }

    @Nested
    class DampenedMomentum implements OfUnitSteps {
        @Override
        public Update newUpdate() {
            return new Momentum(Schedule.constant(0.1), 0.8, 0.8);
        }

        @Override
        public double constantGradientStep(int t) {
            return 1 - Math.pow(0.8, t);
        }
    }

    @Nested
    class NesterovTest implements OfUnitSteps {
        @Override
        public Update newUpdate() {
            return Nesterov.withLearningRate(0.1);
        }

        @Override
        public double constantGradientStep(int t) {
            return 1 + 0.9 * (1 - Math.pow(0.9, t)) / (1 - 0.9);
        }
    }

    @Nested
    class PolyakStepTest implements UpdateContract {
        @Override
        public Update newUpdate() {
            return PolyakStep.withMinimum(0, 1);
        }

        @Override
        public double constantGradientStep(int t) {
            return 1; // the longest allowed
        }
    }

    @Nested
    class PolyakStepBelowItsBound implements UpdateContract {
        @Override
        public Update newUpdate() {
            return new PolyakStep(Schedule.constant(1), 0, 500);
        }

        @Override
        public double constantGradientStep(int t) {
            return 0.1; // (½ − 0)/500 in learning rates of 0.01
        }

        @Override
        public Map<String, String> exclusions() {
            return Map.of("U03", "the learning rate only bounds the step");
        }
    }

    @Nested
    class PolyakLevelTest implements UpdateContract {
        @Override
        public Update newUpdate() {
            return PolyakLevel.withGap(3, 1);
        }
    }

    @Nested
    class Clipped implements UpdateContract {
        @Override
        public Update newUpdate() {
            return Chain.of(Sgd.withLearningRate(0.1)).onGradient(ClipGlobalNorm.of(0.5));
        }

        @Override
        public double constantGradientStep(int t) {
            return 0.5;
        }
    }

    @Nested
    class ClippedByBlocks implements UpdateContract {
        @Override
        public Update newUpdate() {
            return Chain.of(Momentum.withLearningRate(0.1)).onGradient(ClipBlockNorm.of(0.5));
        }

        @Override
        public double constantGradientStep(int t) {
            return 0.5 * (1 - Math.pow(0.9, t)) / (1 - 0.9);
        }
    }

    @Nested
    class ClippedByValue implements OfUnitSteps {
        @Override
        public Update newUpdate() {
            return Chain.of(Adam.withLearningRate(0.1)).onGradient(ClipValue.of(0.5));
        }
    }

    @Nested
    class WithBothDecays implements UpdateContract {
        @Override
        public Update newUpdate() {
            return Chain.of(Adam.withLearningRate(0.1))
                    .onGradient(CoupledDecay.of(0.01))
                    .onStep(DecoupledDecay.of(0.1));
        }

        @Override
        public double constantGradientStep(int t) {
            return 1;
        }
    }

    @Nested
    class SharpnessAware implements UpdateContract {
        @Override
        public Update newUpdate() {
            return Chain.of(Sgd.withLearningRate(0.1)).onGradient(Sam.of(0.05));
        }

        @Override
        public double constantGradientStep(int t) {
            return 1.05; // of a curvature of 1
        }
    }

    @Nested
    class LayerWise implements UpdateContract {
        @Override
        public Update newUpdate() {
            return Chain.of(Momentum.withLearningRate(0.1)).onStep(DecoupledDecay.of(0.01), new TrustRatio());
        }

        @Override
        public double constantGradientStep(int t) {
            return (1 - Math.pow(0.9, t)) / (1 - 0.9); // θ stays 0 there
        }
    }

    @Nested
    class AveragedSgd implements OfUnitSteps {
        @Override
        public Update newUpdate() {
            return new Averaged(Sgd.withLearningRate(0.1), 0);
        }
    }

    @Nested
    class ExponentialAverageOfAdam implements OfUnitSteps {
        @Override
        public Update newUpdate() {
            return new ExponentialAverage(Adam.withLearningRate(0.1), 0.9);
        }
    }

    @Nested
    class SwaTest implements OfUnitSteps {
        @Override
        public Update newUpdate() {
            return new Swa(Sgd.withLearningRate(0.1), 0.2, 0.1);
        }
    }

    @Nested
    class LookaheadTest implements OfUnitSteps {
        @Override
        public Update newUpdate() {
            return Lookahead.around(Adam.withLearningRate(0.1));
        }
    }

    @Nested
    class ScheduleFreeTest implements OfUnitSteps {
        @Override
        public Update newUpdate() {
            return ScheduleFree.around(Sgd.withLearningRate(0.1));
        }

        @Override
        public double constantGradientStep(int t) {
            return 0.1 * t + 0.9 * (t + 1) / 2; // θ stays 0 there: δ leads to z = −t, x = −(t + 1)/2
        }
    }
}
