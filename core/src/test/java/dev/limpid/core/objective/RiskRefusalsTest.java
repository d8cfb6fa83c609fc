package dev.limpid.core.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Missing;
import dev.limpid.core.data.Rows;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.ranking.PairwiseLogisticLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.training.Workers;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Data, loss and hypothesis that do not fit together are refused in a sentence; a loss may throw what it likes. */
class RiskRefusalsTest {

    @Test
    void anExceptionOfTheLossComesThroughAsItIs() {
        IllegalStateException failure = new IllegalStateException("no number for this row");
        ScalarLoss failing = new SquaredLoss() {
            @Override
            public double value(double y, double f) {
                throw failure;
            }
        };
        try (Workers workers = Workers.of(2)) {
            Dataset data = Toys.data(20_000, 2, 0, 1);
            LinearSum f = EmpiricalRisk.linear(new LinearHypothesis(2, 1, true), failing, data, workers);
            assertThatThrownBy(() -> f.value(new double[3])).isSameAs(failure);
        }
    }

    @Test
    void refusesWhatDoesNotFitTogether() {
        Dataset data = Toys.data(20, 2, 3, 1);
        LinearHypothesis one = new LinearHypothesis(2, 1, true);
        LinearHypothesis three = new LinearHypothesis(2, 3, true);

        refused(() -> EmpiricalRisk.of(one, new SoftmaxLoss(3), data))
                .hasMessage("scores of LinearHypothesis must be 3 (as many as SoftmaxLoss reads), but were 1");
        refused(() -> EmpiricalRisk.linear(three, new SquaredLoss(), data))
                .hasMessage("scores of LinearHypothesis must be 1 (as many as SquaredLoss reads), but were 3");
        refused(() -> EmpiricalRisk.of(one, new SquaredLoss(), data.withTargets(new double[20], new double[20])))
                .hasMessage("target columns must be 1 (as many as SquaredLoss reads), but were 2");
        refused(() -> EmpiricalRisk.of(three, new SoftmaxLoss(3), data.withClasses("a", "b", "c", "d")))
                .hasMessage("classes of the target must be 3 (as many as SoftmaxLoss has), but were 4");
        refused(() -> EmpiricalRisk.of(three, new SoftmaxLoss(3), data.withOffsets(new double[20])))
                .hasMessage("offset columns must be 3 (one per score of SoftmaxLoss), but were 1");
        refused(() -> EmpiricalRisk.linear(new LinearHypothesis(5, 1, true), new SquaredLoss(), data))
                .hasMessage("features of the hypothesis must be 2 (the columns of the data), but was 5");
        refused(() -> EmpiricalRisk.linear(one, new PairwiseLogisticLoss(), data.withGroups(new int[20])))
                .hasMessage("loss must be a ScalarLoss or VectorLoss for a sum over rows, but was PairwiseLogisticLoss,"
                        + " a UnitLoss: use EmpiricalRisk.of, which sums over groups");
        double[] lone = new double[20];
        lone[0] = 1;
        refused(() -> EmpiricalRisk.linear(
                        one, new SquaredLoss(), data.withWeights(lone).select(4, 5)))
                .hasMessage("weights must not all be 0, but all 2 are");
    }

    @Test
    void refusesTargetsAndCellsWithTheirRow() {
        double[][] x = new double[30][2];
        double[] y = new double[30];
        y[17] = -1;
        LinearHypothesis hypothesis = new LinearHypothesis(2, 1, true);
        refused(() -> EmpiricalRisk.of(hypothesis, new PoissonLoss(), Dataset.of(x, y)))
                .hasMessageStartingWith("target must be finite and >= 0")
                .hasMessageEndingWith("for PoissonLoss, but was -1.0 (row 17)");

        double[] w = new double[30];
        Arrays.fill(w, 1);
        w[17] = 0;
        double[] t = new double[3];
        assertThat(EmpiricalRisk.of(
                                hypothesis, new PoissonLoss(), Dataset.of(x, y).withWeights(w))
                        .value(t))
                .isEqualTo(1); // e⁰ − 0·0 for each row that is left

        x[21][1] = Double.NaN;
        Dataset holed = Dataset.of(Rows.dense(x), Missing.KEEP, new double[30]);
        refused(() -> EmpiricalRisk.linear(hypothesis, new SquaredLoss(), holed))
                .hasMessage("column 'x1' must have no missing cell for LinearHypothesis, but row 21 has one:"
                        + " impute missing cells or leave the row out");
        w[21] = 0;
        assertThat(EmpiricalRisk.linear(hypothesis, new SquaredLoss(), holed.withWeights(w))
                        .value(t))
                .isZero();

        Dataset coded = Dataset.of(new double[30][2], new double[30]).withCategorical("x1", "low", "high");
        refused(() -> EmpiricalRisk.linear(hypothesis, new SquaredLoss(), coded))
                .hasMessage("column 'x1' must be numeric for LinearHypothesis, but is categorical:"
                        + " encode its levels as columns first");
    }

    @Test
    void refusesParametersOfAnotherLength() {
        LinearSum f = EmpiricalRisk.linear(new LinearHypothesis(3, 1, true), new SquaredLoss(), Toys.data(5, 3, 0, 1));
        refused(() -> f.value(new double[3])).hasMessage("t must have length 4, but has length 3");
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> refused(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class);
    }
}
