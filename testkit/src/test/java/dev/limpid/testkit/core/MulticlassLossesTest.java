package dev.limpid.testkit.core;

import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.MarginLoss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.multiclass.CrossEntropyLoss;
import dev.limpid.core.loss.multiclass.CumulativeLogitLoss;
import dev.limpid.core.loss.multiclass.MulticlassFocalLoss;
import dev.limpid.core.loss.multiclass.OneVsRestLoss;
import dev.limpid.core.loss.multiclass.ProportionalOddsLoss;
import dev.limpid.testkit.contract.LossContract;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Nested;

/** Losses for several classes obey the laws. */
class MulticlassLossesTest {

    /** Shares that sum to 1. */
    static double[] shares(int parts, RandomGenerator random) {
        double[] shares = new double[parts];
        double sum = 0;
        for (int k = 0; k < parts; k++) {
            shares[k] = 0.05 + random.nextExponential();
            sum += shares[k];
        }
        for (int k = 0; k < parts; k++) {
            shares[k] /= sum;
        }
        return shares;
    }

    @Nested
    class CrossEntropy implements LossContract {
        @Override
        public Loss newLoss() {
            return new CrossEntropyLoss(3);
        }

        @Override
        public double[] drawTargets(RandomGenerator random) {
            return shares(3, random);
        }
    }

    @Nested
    class CrossEntropyOfOneClassARow implements LossContract {
        @Override
        public Loss newLoss() {
            return new CrossEntropyLoss(4);
        }

        @Override
        public double[] drawTargets(RandomGenerator random) {
            double[] y = new double[4];
            y[random.nextInt(4)] = 1;
            return y;
        }
    }

    @Nested
    class SmoothedCrossEntropy implements LossContract {
        @Override
        public Loss newLoss() {
            return new CrossEntropyLoss(3, 0.1);
        }

        @Override
        public double[] drawTargets(RandomGenerator random) {
            return shares(3, random);
        }

        @Override
        public Map<String, String> exclusions() {
            return Map.of("L15", "it predicts smoothed labels on purpose");
        }
    }

    @Nested
    class Focal implements LossContract {
        @Override
        public Loss newLoss() {
            return new MulticlassFocalLoss(3, 2);
        }
    }

    @Nested
    class SlightlyFocal implements LossContract {
        @Override
        public Loss newLoss() {
            return new MulticlassFocalLoss(4, 0.5);
        }
    }

    @Nested
    class NotFocal implements LossContract {
        @Override
        public Loss newLoss() {
            return new MulticlassFocalLoss(3, 0);
        }
    }

    @Nested
    class FocalOfTwoClasses implements LossContract {
        @Override
        public Loss newLoss() {
            return new MulticlassFocalLoss(2, 5);
        }
    }

    @Nested
    class OneVsRest implements LossContract {
        @Override
        public Loss newLoss() {
            return new OneVsRestLoss(3, new LogisticLoss());
        }
    }

    /** A loss with kinks that knows no probabilities. */
    private static final class Hinge implements MarginLoss {
        @Override
        public Jet phi(Jet m) {
            return m.negate().plus(1).max(0);
        }

        @Override
        public boolean smooth() {
            return false;
        }

        @Override
        public boolean convex() {
            return true;
        }
    }

    @Nested
    class OneVsRestOfHinges implements LossContract {
        @Override
        public Loss newLoss() {
            return new OneVsRestLoss(3, new Hinge());
        }

        @Override
        public Map<String, String> exclusions() {
            return Map.of("L15", "hinges know no probabilities");
        }
    }

    @Nested
    class ProportionalOdds implements LossContract {
        @Override
        public Loss newLoss() {
            return new ProportionalOddsLoss(-1, 0.5, 2);
        }

        @Override
        public Map<String, String> exclusions() {
            return Map.of("L16", "the score that expects class 1 is not the one that makes class 1 likeliest");
        }
    }

    @Nested
    class ProportionalOddsOfTwoClasses implements LossContract {
        @Override
        public Loss newLoss() {
            return new ProportionalOddsLoss(0.3);
        }
    }

    @Nested
    class CumulativeLogit implements LossContract {
        @Override
        public Loss newLoss() {
            return new CumulativeLogitLoss(4);
        }
    }

    @Nested
    class CumulativeLogitOfTwoClasses implements LossContract {
        @Override
        public Loss newLoss() {
            return new CumulativeLogitLoss(2);
        }
    }
}
