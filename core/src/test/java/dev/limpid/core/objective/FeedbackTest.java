package dev.limpid.core.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.ranking.PairwiseLogisticLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.sampler.Batch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an objective tells of units besides the size of their gradients, and what it tells samplers of their structure. */
class FeedbackTest {

    private static final Batch BATCH = Batch.of(new int[] {7, 2, 7, 30}, new double[] {0.5, 3, 1, 0}, 1);

    /** Keeps the curvatures that it is told. */
    private record Curvatures(List<Integer> units, List<Double> curvatures) implements FeedbackSink {
        @Override
        public void accept(int unit, double gradient) {
            accept(unit, gradient, Double.NaN);
        }

        @Override
        public void accept(int unit, double gradient, double curvature) {
            units.add(unit);
            curvatures.add(curvature);
        }
    }

    private static Curvatures told(FiniteSum f, double[] t, Batch batch) {
        Curvatures told = new Curvatures(new ArrayList<>(), new ArrayList<>());
        double[] g = new double[t.length];
        double[] alone = new double[t.length];
        double value = f.gradient(t, batch, g, told);

        assertThat(f.gradient(t, batch, alone, FeedbackSink.NONE)).isEqualTo(value);
        assertThat(alone).containsExactly(g); // the same bits, whether somebody listens or not
        return told;
    }

    @Test
    void curvatureOfARowIsThatOfItsLoss() {
        LinearHypothesis hypothesis = new LinearHypothesis(2, 1, false);
        for (ScalarLoss loss : List.of(new LogisticLoss(), new SquaredLoss())) {
            Dataset data = Toys.weighted(Toys.data(50, 2, 2, 3), 1, 4);
            double[] t = Toys.vector(2, 5);
            for (FiniteSum f :
                    List.of(EmpiricalRisk.of(hypothesis, loss, data), EmpiricalRisk.linear(hypothesis, loss, data))) {
                Curvatures told = told(f, t, BATCH);

                assertThat(told.units).containsExactly(7, 2, 7);
                for (int k = 0; k < 3; k++) {
                    int i = told.units.get(k);
                    double score = data.offsets().get(0).at(i) + data.features().dot(i, t);
                    double expected = loss.curvature(data.targets().get(0).at(i), score);
                    assertThat(told.curvatures.get(k)).isCloseTo(expected, within(Toys.ROUNDING));
                }
            }
        }
    }

    @Test
    void curvatureOfSeveralScoresIsTheirSum() {
        SoftmaxLoss loss = new SoftmaxLoss(3);
        Dataset data = Toys.data(50, 2, 3, 3);
        double[] t = Toys.vector(6, 5);
        FiniteSum f = EmpiricalRisk.of(new LinearHypothesis(2, 3, false), loss, data);
        Curvatures told = told(f, t, BATCH);
        double[] x = {data.features().get(7, 0), data.features().get(7, 1)};
        double[] scores = new double[3];
        Arrays.setAll(scores, k -> x[0] * t[2 * k] + x[1] * t[2 * k + 1]);
        double[] h = new double[3];
        loss.curvature(new double[] {data.targets().get(0).at(7)}, scores, h);

        assertThat(told.curvatures.get(0)).isCloseTo(h[0] + h[1] + h[2], within(Toys.ROUNDING));
        assertThat(told.curvatures.get(2)).isCloseTo(told.curvatures.get(0), within(Toys.ROUNDING));
    }

    @Test
    void curvatureOfAGroupIsTheSumOverItsRows() {
        Dataset data = Toys.data(6, 2, 0, 3).withGroups(1, 1, 1, 2, 2, 2);
        FiniteSum f = EmpiricalRisk.of(new LinearHypothesis(2, 1, false), new PairwiseLogisticLoss(), data);
        Curvatures told = told(f, new double[2], Batch.of(new int[] {1, 0}, new double[] {2, 0}, 1));

        assertThat(told.units).containsExactly(1);
        assertThat(told.curvatures.get(0)).isPositive().isFinite();
        assertThat(f.units().hasGroups()).isFalse();
    }

    @Test
    void aSinkOfGradientsAloneHearsThem() {
        double[] heard = new double[1];
        FiniteSum f = EmpiricalRisk.of(new LinearHypothesis(2, 1, false), new SquaredLoss(), Toys.data(40, 2, 0, 3));

        f.gradient(new double[2], BATCH, new double[2], (unit, size) -> heard[0] += size);

        assertThat(heard[0]).isPositive();
    }

    @Test
    void samplersSeeClassesAndGroupsOfTheRowsThatCount() {
        Dataset data = Dataset.of(new double[][] {{1}, {2}, {3}, {4}}, 0, 1, 0, 1)
                .withGroups(5, 6, 7, 8)
                .withWeights(1, 0, 2, 1);
        FiniteSum f = EmpiricalRisk.of(new LinearHypothesis(1, 1, false), new LogisticLoss(), data);

        assertThat(f.units().size()).isEqualTo(3);
        assertThat(f.units().label(1)).isZero();
        assertThat(f.units().label(2)).isEqualTo(1);
        assertThat(f.units().group(1)).isEqualTo(7);
        assertThat(f.times(2).units().group(2)).isEqualTo(8);
    }
}
