package dev.limpid.core.objective;

import static dev.limpid.core.objective.Toys.DIFFERENCE;
import static dev.limpid.core.objective.Toys.ROUNDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.Unit;
import dev.limpid.core.loss.UnitLoss;
import dev.limpid.core.loss.ranking.PairwiseLogisticLoss;
import dev.limpid.core.loss.ranking.TripletLoss;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.sampler.Batch;
import dev.limpid.core.training.OracleCount;
import dev.limpid.core.training.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnitRiskTest {

    private final LinearHypothesis hypothesis = new LinearHypothesis(3, 1, false);
    private final double[] t = Toys.vector(3, 2);
    private final Dataset scattered =
            Toys.weighted(Toys.data(60, 3, 0, 1), 1, 2).withGroups(groups(60));

    private static int[] groups(int n) {
        return IntStream.range(0, n).map(i -> i * 7 % 5).toArray();
    }

    /** Squared differences of the scores of all pairs from those of their targets, written as a user would. */
    private static final class PairwiseSquares implements UnitLoss {

        @Override
        public double mass(Unit unit) {
            double mass = 0;
            for (int i = 0; i < unit.size(); i++) {
                for (int j = 0; j < i; j++) {
                    mass += unit.w()[i] * unit.w()[j];
                }
            }
            return mass;
        }

        @Override
        public double value(Unit unit) {
            double sum = 0;
            for (int i = 0; i < unit.size(); i++) {
                for (int j = 0; j < i; j++) {
                    double r = residual(unit, i, j);
                    sum += unit.w()[i] * unit.w()[j] * r * r;
                }
            }
            return sum;
        }

        @Override
        public void gradient(Unit unit, double[] out) {
            Arrays.fill(out, 0);
            for (int i = 0; i < unit.size(); i++) {
                for (int j = 0; j < i; j++) {
                    double slope = unit.w()[i] * unit.w()[j] * 2 * residual(unit, i, j);
                    out[i] += slope;
                    out[j] -= slope;
                }
            }
        }

        private static double residual(Unit unit, int i, int j) {
            return unit.f()[i] - unit.f()[j] - (unit.y()[0][i] - unit.y()[0][j]);
        }

        @Override
        public boolean shiftInvariant() {
            return true;
        }
    }

    private FiniteSum risk(UnitLoss loss, Dataset data) {
        return EmpiricalRisk.of(hypothesis, loss, data);
    }

    @Test
    void valueIsTheSumOverGroupsByTheirMass() {
        TreeMap<Integer, List<Integer>> members = new TreeMap<>();
        for (int i = 0; i < 60; i++) {
            members.computeIfAbsent(scattered.groups()[i], g -> new java.util.ArrayList<>())
                    .add(i);
        }
        double sum = 0;
        double mass = 0;
        for (List<Integer> rows : members.values()) {
            Dataset part = scattered.select(rows.stream().mapToInt(i -> i).toArray());
            double[] f = new double[part.size()];
            Arrays.setAll(
                    f, i -> part.features().dot(i, t) + part.offsets().get(0).at(i));
            Unit unit = new Unit(
                    new double[][] {part.targets().get(0).toArray()},
                    part.weights().toArray(),
                    f);
            sum += new PairwiseSquares().value(unit);
            mass += new PairwiseSquares().mass(unit);
        }

        FiniteSum risk = risk(new PairwiseSquares(), scattered);

        assertThat(risk.value(t)).isCloseTo(sum / mass, within(ROUNDING));
        assertThat(risk.units().size()).isEqualTo(5);
        assertThat(risk.units().weight(3)).isEqualTo(1);
    }

    @Test
    void gradientMatchesDifferences() {
        Dataset inOrder =
                scattered.withGroups(IntStream.range(0, 60).map(i -> i / 13).toArray());
        for (FiniteSum f : List.of(
                risk(new PairwiseSquares(), scattered),
                risk(new PairwiseSquares(), inOrder),
                risk(new PairwiseLogisticLoss(), scattered),
                risk(new PairwiseSquares(), scattered).penalized("weights", L2Penalty.of(0.5)))) {
            double[] g = new double[3];

            double value = f.gradient(t, g);

            assertThat(value).isCloseTo(f.value(t), within(ROUNDING));
            assertThat(g).containsExactly(Toys.difference(f::value, t), within(DIFFERENCE));
            Smooth onBatch = f.onBatch(Batch.of(new int[] {2, 0, 2}, new double[] {1, 3, 0.5}, 0.6));
            assertThat(Toys.gradient(onBatch, t))
                    .containsExactly(Toys.difference(onBatch::value, t), within(DIFFERENCE));
        }
    }

    @Test
    void batchesOfGroupsAddUpToTheWhole() {
        FiniteSum f = risk(new PairwiseSquares(), scattered);
        double[] whole = new double[3];
        double value = f.gradient(t, whole);
        double[] a = new double[3];
        double[] b = new double[3];

        double parts = f.gradient(t, Batch.of(new int[] {4, 1}, 0.4), a, FeedbackSink.NONE) * 0.4
                + f.gradient(t, Batch.of(new int[] {0, 3, 2}, 0.6), b, FeedbackSink.NONE) * 0.6;

        assertThat(parts).isCloseTo(value, within(ROUNDING));
        Arrays.setAll(a, j -> 0.4 * a[j] + 0.6 * b[j]);
        assertThat(a).containsExactly(whole, within(ROUNDING));
    }

    @Test
    void weightZeroIsNoRow() {
        double[] w = scattered.weights().toArray();
        w[10] = 0;
        int[] others = IntStream.range(0, 60).filter(i -> i != 10).toArray();

        assertThat(risk(new PairwiseSquares(), scattered.withWeights(w)).value(t))
                .isEqualTo(risk(new PairwiseSquares(), scattered.select(others)).value(t));
    }

    @Test
    void feedbackIsTheLengthOfTheUnitsGradient() {
        Dataset data = Toys.data(4, 3, 0, 1).withGroups(0, 0, 1, 1);
        FiniteSum f = risk(new PairwiseSquares(), data);
        double[] seen = new double[2];
        int[] times = new int[2];

        f.gradient(t, Batch.of(new int[] {1, 0}, new double[] {2, 0}, 1), new double[3], (unit, size) -> {
            seen[unit] = size;
            times[unit]++;
        });

        double r = data.features().dot(3, t)
                - data.features().dot(2, t)
                - (data.targets().get(0).at(3) - data.targets().get(0).at(2));
        assertThat(seen[1]).isCloseTo(Math.abs(2 * r) * Math.sqrt(2), within(ROUNDING));
        assertThat(times).containsExactly(0, 1);
    }

    /** By (4) of the triplet's loss, the positive has 2·v for each of its two scores while the margin isn't kept. */
    @Test
    void feedbackAddsUpTheCurvaturesOfAllScores() {
        FiniteSum risk = EmpiricalRisk.of(
                new LinearHypothesis(1, 2, false),
                new TripletLoss(2, 1),
                Dataset.of(new double[][] {{1}, {2}, {4}}, 0, 1, 2).withGroups(5, 5, 5));
        List<Double> curvatures = new ArrayList<>();

        risk.gradient(new double[] {0.1, 0.1}, Batch.range(0, 1, 1), new double[2], new FeedbackSink() {
            @Override
            public void accept(int unit, double size) {
                throw new AssertionError("the curvature is known");
            }

            @Override
            public void accept(int unit, double size, double curvature) {
                curvatures.add(curvature);
            }
        });

        assertThat(curvatures).containsExactly(4.0);
    }

    @Test
    void theNumberOfThreadsLeavesTheBitsAlone() {
        FiniteSum serial = risk(new PairwiseSquares(), scattered);
        try (Workers workers = Workers.of(3)) {
            FiniteSum parallel = EmpiricalRisk.of(hypothesis, new PairwiseSquares(), scattered, workers);
            assertThat(parallel.value(t)).isEqualTo(serial.value(t));
            assertThat(Toys.gradient(parallel, t)).containsExactly(Toys.gradient(serial, t));
        }
    }

    @Test
    void saysWhatItIsAndCounts() {
        FiniteSum f = risk(new PairwiseSquares(), scattered);
        f.value(t);
        f.gradient(t, Batch.of(new int[] {2}, 0.2), new double[3], FeedbackSink.NONE);

        assertThat(f.count()).isEqualTo(new OracleCount(1, 1, 0, 60 + 12));
        assertThat(f.formula()).isEqualTo("F(w) = Σᵤ Lᵤ(f) / Σᵤ massᵤ");
        assertThat(f.kink()).isEmpty();
    }

    @Test
    void refusesDataThatGiveNoUnits() {
        assertThatThrownBy(() -> risk(new PairwiseSquares(), Toys.data(6, 3, 0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("PairwiseSquares needs data with groups, but the data has none:"
                        + " name the column that tells which rows belong together");
        assertThatThrownBy(
                        () -> risk(new PairwiseSquares(), Toys.data(6, 3, 0, 1).withGroups(0, 1, 2, 3, 4, 5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mass of all units together must be > 0 for PairwiseSquares, but was 0.0");
    }

    /** Half the squared distance of all pairs of rows, as places in the plane. */
    private static final class Spread implements UnitLoss {

        @Override
        public int scores() {
            return 2;
        }

        @Override
        public double mass(Unit unit) {
            return unit.size();
        }

        @Override
        public double value(Unit unit) {
            double sum = 0;
            for (int i = 0; i < unit.size(); i++) {
                for (int j = 0; j < i; j++) {
                    double dx = unit.f()[2 * i] - unit.f()[2 * j];
                    double dy = unit.f()[2 * i + 1] - unit.f()[2 * j + 1];
                    sum += 0.5 * unit.w()[i] * unit.w()[j] * (dx * dx + dy * dy);
                }
            }
            return sum;
        }

        @Override
        public void gradient(Unit unit, double[] out) {
            Arrays.fill(out, 0);
            for (int i = 0; i < unit.size(); i++) {
                for (int j = 0; j < unit.size(); j++) {
                    double v = unit.w()[i] * unit.w()[j];
                    out[2 * i] += v * (unit.f()[2 * i] - unit.f()[2 * j]);
                    out[2 * i + 1] += v * (unit.f()[2 * i + 1] - unit.f()[2 * j + 1]);
                }
            }
        }
    }

    @Test
    void handsAUnitTheScoresOfARowOneBehindTheOther() {
        Dataset data = Toys.weighted(Toys.data(60, 3, 0, 1), 2, 2).withGroups(groups(60));
        LinearHypothesis plane = new LinearHypothesis(3, 2, false);
        double[] theta = Toys.vector(6, 4);
        double sum = 0;
        for (int group = 0; group < 5; group++) {
            for (int i = 0; i < 60; i++) {
                for (int j = 0; j < i && data.groups()[i] == group; j++) {
                    double v = data.weights().at(i) * data.weights().at(j);
                    for (int k = 0; k < 2 && data.groups()[j] == group; k++) {
                        double r = score(data, theta, i, k) - score(data, theta, j, k);
                        sum += 0.5 * v * r * r;
                    }
                }
            }
        }

        FiniteSum risk = EmpiricalRisk.of(plane, new Spread(), data);

        assertThat(risk.value(theta)).isCloseTo(sum / 60, within(ROUNDING * sum));
        assertThat(Toys.gradient(risk, theta)).containsExactly(Toys.difference(risk::value, theta), within(DIFFERENCE));
    }

    private static double score(Dataset data, double[] theta, int i, int k) {
        double[] w = Arrays.copyOfRange(theta, 3 * k, 3 * k + 3);
        return data.features().dot(i, w) + data.offsets().get(k).at(i);
    }
}
