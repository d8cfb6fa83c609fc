package dev.limpid.testkit.core;

import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.ranking.BprLoss;
import dev.limpid.core.loss.ranking.LambdaRankLoss;
import dev.limpid.core.loss.ranking.ListNetLoss;
import dev.limpid.core.loss.ranking.TripletLoss;
import dev.limpid.testkit.contract.LossContract;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Nested;

/** Losses for orders and distances obey the laws. */
class RankingLossesTest {

    @Nested
    class Bpr implements LossContract {
        @Override
        public Loss newLoss() {
            return new BprLoss();
        }
    }

    @Nested
    class ListNet implements LossContract {
        @Override
        public Loss newLoss() {
            return new ListNetLoss();
        }
    }

    @Nested
    class LambdaRank implements LossContract {
        @Override
        public Loss newLoss() {
            return new LambdaRankLoss();
        }

        @Override
        public double[] drawTargets(RandomGenerator random) {
            return new double[] {random.nextInt(4)};
        }

        @Override
        public Map<String, String> exclusions() {
            return Map.of(
                    "L03", "scores that are all tied are a point apart: the slopes beside it are those of other orders",
                    "L05", "the weights of the pairs change where rows change places, and the value jumps there");
        }
    }

    @Nested
    class LambdaRankOfTheFirstThree implements LossContract {
        @Override
        public Loss newLoss() {
            return new LambdaRankLoss(3);
        }

        @Override
        public double[] drawTargets(RandomGenerator random) {
            return new double[] {random.nextInt(4)};
        }

        @Override
        public Map<String, String> exclusions() {
            return Map.of(
                    "L03", "scores that are all tied are a point apart: the slopes beside it are those of other orders",
                    "L05", "the weights of the pairs change where rows change places, and the value jumps there");
        }
    }

    @Nested
    class Triplet implements LossContract {
        @Override
        public Loss newLoss() {
            return new TripletLoss(2, 1);
        }
    }

    @Nested
    class TripletOnALine implements LossContract {
        @Override
        public Loss newLoss() {
            return new TripletLoss(1, 0.5);
        }
    }
}
