package dev.limpid.testkit.core;

import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.composed.Losses;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.multiclass.MulticlassFocalLoss;
import dev.limpid.core.loss.multioutput.MultiOutputLoss;
import dev.limpid.core.loss.ranking.ListNetLoss;
import dev.limpid.core.loss.ranking.PairwiseLogisticLoss;
import dev.limpid.core.loss.regression.AbsoluteLoss;
import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.core.loss.regression.QuantileLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.testkit.contract.LossContract;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** Losses made of losses obey the laws, and say truly what they are. */
class ComposedLossesTest {

    private static final String ON_PURPOSE = "the composition moves the predicted probabilities on purpose";

    /** What predicts other probabilities than those of the data, as it is meant to. */
    interface MovesProbabilities extends LossContract {
        @Override
        default Map<String, String> exclusions() {
            return Map.of("L15", ON_PURPOSE);
        }
    }

    @Nested
    class SumOfMajorisers implements LossContract {
        @Override
        public Loss newLoss() {
            return Losses.sum(2, new HuberLoss(1), 0.5, new AbsoluteLoss());
        }
    }

    @Nested
    class SumOfExactCurvatures implements LossContract {
        @Override
        public Loss newLoss() {
            return Losses.sum(1, new PoissonLoss(), 0.3, new SquaredLoss());
        }

        @Override
        public Map<String, String> exclusions() {
            return Map.of("L16", "the parts predict by different links, and the sum by the first one's");
        }
    }

    @Nested
    class SumOfVectors implements MovesProbabilities {
        @Override
        public Loss newLoss() {
            return Losses.sum(1, new SoftmaxLoss(3), 0.5, new MulticlassFocalLoss(3, 2));
        }
    }

    @Nested
    class SumOfKinkedVectors implements LossContract {
        @Override
        public Loss newLoss() {
            return Losses.sum(1, MultiOutputLoss.squared(2), 0.5, new MultiOutputLoss(2, new QuantileLoss(0.5)));
        }
    }

    @Nested
    class SumOfUnits implements LossContract {
        @Override
        public Loss newLoss() {
            return Losses.sum(1, new PairwiseLogisticLoss(), 0.5, new ListNetLoss());
        }
    }

    @Nested
    class LabelSmoothedLogistic implements LossContract {
        @Override
        public Loss newLoss() {
            return Losses.labelSmoothed(new LogisticLoss(), 0.1);
        }

        @Override
        public Map<String, String> exclusions() {
            return Map.of("L15", ON_PURPOSE, "L16", ON_PURPOSE);
        }
    }

    @Nested
    class LabelSmoothedSoftmax implements MovesProbabilities {
        @Override
        public Loss newLoss() {
            return Losses.labelSmoothed(new SoftmaxLoss(3), 0.2);
        }
    }

    @Nested
    class LabelSmoothedFocal implements MovesProbabilities {
        @Override
        public Loss newLoss() {
            return Losses.labelSmoothed(new MulticlassFocalLoss(3, 2), 0.2);
        }
    }

    @Nested
    class WeightedLogistic implements LossContract {
        @Override
        public Loss newLoss() {
            return Losses.weightedByClass(new LogisticLoss(), 1, 5);
        }

        @Override
        public Map<String, String> exclusions() {
            return Map.of("L15", ON_PURPOSE, "L16", ON_PURPOSE);
        }
    }

    @Nested
    class WeightedFocal implements MovesProbabilities {
        @Override
        public Loss newLoss() {
            return Losses.weightedByClass(new MulticlassFocalLoss(3, 1), 1, 2, 5);
        }
    }

    @Nested
    class AdjustedLogistic implements LossContract {
        @Override
        public Loss newLoss() {
            return Losses.logitAdjusted(new LogisticLoss(), 1, 9, 1);
        }

        @Override
        public Map<String, String> exclusions() {
            return Map.of("L15", ON_PURPOSE, "L16", ON_PURPOSE);
        }
    }

    @Nested
    class AdjustedSoftmax implements MovesProbabilities {
        @Override
        public Loss newLoss() {
            return Losses.logitAdjusted(new SoftmaxLoss(3), 1.5, 60, 30, 10);
        }
    }

    @Nested
    class ClippedSquared implements LossContract {
        @Override
        public Loss newLoss() {
            return Losses.clipped(new SquaredLoss(), 1.5);
        }
    }

    @Nested
    class ClippedPoisson implements LossContract {
        @Override
        public Loss newLoss() {
            return Losses.clipped(new PoissonLoss(), 2);
        }
    }

    @Nested
    class ClippedHuber implements LossContract {
        @Override
        public Loss newLoss() {
            return Losses.clipped(new HuberLoss(3), 1);
        }
    }

    @Nested
    class ClippedQuantile implements LossContract {
        @Override
        public Loss newLoss() {
            return Losses.clipped(new QuantileLoss(0.9), 0.5);
        }
    }

    @Nested
    class Nestable implements MovesProbabilities {
        @Override
        public Loss newLoss() {
            return Losses.labelSmoothed(Losses.weightedByClass(new SoftmaxLoss(3), 1, 1, 5), 0.1);
        }
    }
}
