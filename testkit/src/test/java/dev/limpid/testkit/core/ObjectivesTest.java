package dev.limpid.testkit.core;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Rows;
import dev.limpid.core.hypothesis.Hypothesis;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.ranking.PairwiseLogisticLoss;
import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.core.loss.regression.QuantileLoss;
import dev.limpid.core.objective.EmpiricalRisk;
import dev.limpid.core.objective.Objective;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.testkit.contract.HypothesisContract;
import dev.limpid.testkit.contract.ObjectiveContract;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;

/** All risks of core and their sums obey the laws. */
class ObjectivesTest {

    private static final int ROWS = 23;
    private static final int COLUMNS = 4;

    private static Dataset data(double... targets) {
        SplittableRandom random = new SplittableRandom(7);
        double[][] x = new double[ROWS][COLUMNS];
        double[] w = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            Arrays.setAll(x[i], j -> random.nextGaussian());
            w[i] = i % 5 == 0 ? 2 : 1;
        }
        double[] y = new double[ROWS];
        Arrays.setAll(y, i -> targets[i % targets.length]);
        return Dataset.of(x, y).withWeights(w);
    }

    private static LinearHypothesis linear(int outputs) {
        return new LinearHypothesis(COLUMNS, outputs, true);
    }

    @Nested
    class Logistic implements ObjectiveContract {
        @Override
        public Objective newObjective() {
            return EmpiricalRisk.linear(linear(1), new LogisticLoss(), data(0, 1, 1, 0, 1));
        }
    }

    @Nested
    class LogisticOfAnyHypothesis implements ObjectiveContract {
        @Override
        public Objective newObjective() {
            return EmpiricalRisk.of(linear(1), new LogisticLoss(), data(0, 1, 1, 0, 1));
        }
    }

    @Nested
    class Softmax implements ObjectiveContract {
        @Override
        public Objective newObjective() {
            return EmpiricalRisk.linear(
                    linear(3), new SoftmaxLoss(3), data(0, 1, 2, 2, 1).withClasses("a", "b", "c"));
        }
    }

    @Nested
    class Huber implements ObjectiveContract {
        @Override
        public Objective newObjective() {
            return EmpiricalRisk.linear(linear(1), new HuberLoss(1), data(0.3, -2, 1.7, 5));
        }
    }

    @Nested
    class Quantile implements ObjectiveContract {
        @Override
        public Objective newObjective() {
            return EmpiricalRisk.linear(linear(1), new QuantileLoss(0.8), data(0.3, -2, 1.7, 5));
        }
    }

    @Nested
    class PoissonWithRidge implements ObjectiveContract {
        @Override
        public Objective newObjective() {
            return EmpiricalRisk.linear(linear(1), new PoissonLoss(), data(0, 3, 1, 7))
                    .penalized("weights", new L2Penalty(0.4));
        }
    }

    @Nested
    class PoissonWithLasso implements ObjectiveContract {
        @Override
        public Objective newObjective() {
            return EmpiricalRisk.linear(linear(1), new PoissonLoss(), data(0, 3, 1, 7))
                    .penalized("weights", new L1Penalty(0.4));
        }
    }

    @Nested
    class SumOfTwoRisks implements ObjectiveContract {
        @Override
        public Objective newObjective() {
            return EmpiricalRisk.linear(linear(1), new LogisticLoss(), data(0, 1, 1, 0, 1))
                    .plus(EmpiricalRisk.linear(linear(1), new HuberLoss(1), data(0.3, -2, 1.7, 5)))
                    .times(0.5);
        }
    }

    @Nested
    class PairwiseLogistic implements ObjectiveContract {
        @Override
        public Objective newObjective() {
            int[] groups = new int[ROWS];
            Arrays.setAll(groups, i -> i / 4);
            double[] ones = new double[ROWS];
            Arrays.fill(ones, 1);
            return EmpiricalRisk.of(
                    linear(1),
                    new PairwiseLogisticLoss(),
                    data(0, 1, 2, 0, 1).withWeights(ones).withGroups(groups));
        }
    }

    @Nested
    class LinearMap implements HypothesisContract {
        @Override
        public Hypothesis newHypothesis() {
            return linear(3);
        }

        @Override
        public Rows newRows() {
            return data(0).features();
        }
    }
}
