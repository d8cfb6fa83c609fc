package dev.limpid.core.objective;

import static dev.limpid.core.objective.Toys.DIFFERENCE;
import static dev.limpid.core.objective.Toys.ROUNDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.VectorLoss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.sampler.Batch;
import dev.limpid.core.training.OracleCount;
import dev.limpid.core.training.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EmpiricalRiskTest {

    /** A loss with data that fit it. */
    record Case(Loss loss, Dataset data, boolean intercept) {

        LinearHypothesis hypothesis() {
            return new LinearHypothesis(data.features().columns(), loss.scores(), intercept);
        }

        FiniteSum general(Workers workers) {
            return EmpiricalRisk.of(hypothesis(), loss, data, workers);
        }

        LinearSum linear(Workers workers) {
            return EmpiricalRisk.linear(hypothesis(), loss, data, workers);
        }

        double[] point() {
            return Toys.vector(hypothesis().blocks().size(), 11);
        }

        @Override
        public String toString() {
            return loss.name() + ", " + data.size() + " rows" + (intercept ? ", intercept" : "");
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case(new SquaredLoss(), Toys.data(700, 3, 0, 1), true),
                new Case(new LogisticLoss(), Toys.weighted(Toys.data(700, 5, 2, 2), 1, 3), true),
                new Case(new PoissonLoss(), Toys.weighted(Toys.data(513, 2, 0, 4), 1, 5), false),
                new Case(new SoftmaxLoss(3), Toys.weighted(Toys.data(600, 4, 3, 6), 3, 7), true));
    }

    static Stream<FiniteSum> risks() {
        return cases().flatMap(c -> Stream.of(c.general(Workers.serial()), c.linear(Workers.serial())));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void valueIsTheWeightedMeanOfTheLoss(Case c) {
        double[] t = c.point();
        double sum = 0;
        double total = 0;
        for (int i = 0; i < c.data.size(); i++) {
            double w = c.data.weights().at(i);
            sum += w * lossOfRow(c, t, i);
            total += w;
        }

        assertThat(c.general(Workers.serial()).value(t)).isCloseTo(sum / total, within(ROUNDING));
        assertThat(c.linear(Workers.serial()).value(t)).isCloseTo(sum / total, within(ROUNDING));
    }

    private static double lossOfRow(Case c, double[] t, int i) {
        int d = c.data.features().columns();
        double[] f = new double[c.loss.scores()];
        for (int k = 0; k < f.length; k++) {
            f[k] = c.intercept ? t[f.length * d + k] : 0;
            f[k] += c.data.offsets().isEmpty() ? 0 : c.data.offsets().get(k).at(i);
            for (int j = 0; j < d; j++) {
                f[k] += c.data.features().get(i, j) * t[k * d + j];
            }
        }
        double y = c.data.targets().get(0).at(i);
        return c.loss instanceof ScalarLoss scalar
                ? scalar.value(y, f[0])
                : ((VectorLoss) c.loss).value(new double[] {y}, f);
    }

    @ParameterizedTest
    @MethodSource("risks")
    void gradientMatchesDifferencesOfTheValue(FiniteSum f) {
        double[] t = Toys.vector(f.blocks().size(), 11);
        double[] g = new double[t.length];

        double value = f.gradient(t, g);

        assertThat(value).isCloseTo(f.value(t), within(ROUNDING));
        assertThat(g).containsExactly(Toys.difference(f::value, t), within(DIFFERENCE));
    }

    @ParameterizedTest
    @MethodSource("risks")
    void gradientOfABatchMatchesDifferencesOfItsValue(FiniteSum f) {
        double[] t = Toys.vector(f.blocks().size(), 11);
        for (Batch batch : List.of(
                Batch.range(17, 117, 0.2),
                Batch.of(new int[] {5, 3, 5, 200}, new double[] {1, 2, 0.5, 0}, 0.01),
                Batch.of(IntStream.range(0, 1100).map(i -> i * 7 % 500).toArray(), 2.0))) {
            Smooth onBatch = f.onBatch(batch);
            double[] g = new double[t.length];

            double value = f.gradient(t, batch, g, FeedbackSink.NONE);

            double scale = 1 + Math.abs(value);
            assertThat(onBatch.value(t)).isEqualTo(value);
            assertThat(Toys.gradient(onBatch, t)).containsExactly(g);
            assertThat(onBatch.blocks()).isEqualTo(f.blocks());
            assertThat(g).containsExactly(Toys.difference(onBatch::value, t), within(DIFFERENCE * scale));
        }
    }

    @ParameterizedTest
    @MethodSource("risks")
    void batchesThatCoverTheUnitsAddUpToTheWhole(FiniteSum f) {
        int n = f.units().size();
        double[] t = Toys.vector(f.blocks().size(), 11);
        double[] whole = new double[t.length];
        double value = f.gradient(t, whole);
        int[] even = IntStream.range(0, n).filter(i -> i % 2 == 0).toArray();
        int[] odd = IntStream.range(0, n).filter(i -> i % 2 == 1).toArray();
        double[] sum = new double[t.length];

        double parts = 0;
        for (Batch batch : List.of(Batch.of(even, 0.5), Batch.of(odd, 0.5))) {
            double[] g = new double[t.length];
            parts += f.gradient(t, batch, g, FeedbackSink.NONE) / 2;
            Arrays.setAll(sum, j -> sum[j] + g[j] / 2);
        }

        assertThat(parts).isCloseTo(value, within(ROUNDING));
        assertThat(sum).containsExactly(whole, within(ROUNDING));
    }

    @ParameterizedTest
    @MethodSource("risks")
    void aWeightOfTheBatchMultipliesTheUnit(FiniteSum f) {
        double[] t = Toys.vector(f.blocks().size(), 11);
        double[] once = new double[t.length];
        double[] twice = new double[t.length];

        double a = f.gradient(t, Batch.of(new int[] {4, 9, 9}, 1), once, FeedbackSink.NONE);
        double b = f.gradient(t, Batch.of(new int[] {4, 9, 7}, new double[] {1, 2, 0}, 1), twice, FeedbackSink.NONE);

        assertThat(b).isCloseTo(a, within(ROUNDING));
        assertThat(twice).containsExactly(once, within(ROUNDING));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void weightTwoIsTheRowTwiceAndWeightZeroIsNoRow(Case c) {
        int n = c.data.size();
        double[] twos = c.data.weights().toArray();
        twos[3] *= 2;
        twos[8] = 0;
        int[] rows = IntStream.concat(IntStream.range(0, n).filter(i -> i != 8), IntStream.of(3))
                .toArray();
        Case weighted = new Case(c.loss, c.data.withWeights(twos), c.intercept);
        Case repeated = new Case(c.loss, c.data.select(rows), c.intercept);
        double[] t = c.point();

        FiniteSum a = weighted.linear(Workers.serial());
        FiniteSum b = repeated.linear(Workers.serial());

        assertThat(a.value(t)).isCloseTo(b.value(t), within(ROUNDING));
        assertThat(Toys.gradient(a, t)).containsExactly(Toys.gradient(b, t), within(ROUNDING));
        assertThat(Toys.gradient(weighted.general(Workers.serial()), t))
                .containsExactly(Toys.gradient(b, t), within(ROUNDING));
        assertThat(a.units().size()).isEqualTo(n - 1);
        assertThat(a.units().weight(8)).isEqualTo(c.data.weights().at(9));
    }

    @Test
    void theNumberOfThreadsLeavesTheBitsAlone() {
        Case c = new Case(new LogisticLoss(), Toys.weighted(Toys.data(30_000, 3, 2, 8), 1, 9), true);
        double[] t = c.point();
        double[] d = Toys.vector(t.length, 12);
        int[] units = IntStream.range(0, 20_000).map(i -> i * 11 % 29_989).toArray();
        List<List<double[]>> seen = new ArrayList<>();

        for (int threads : new int[] {1, 2, 3}) {
            try (Workers workers = Workers.of(threads)) {
                seen.add(everything(c, workers, t, d, units));
            }
        }

        for (int i = 0; i < seen.get(0).size(); i++) {
            assertThat(seen.get(1).get(i)).containsExactly(seen.get(0).get(i));
            assertThat(seen.get(2).get(i)).containsExactly(seen.get(0).get(i));
        }
    }

    private static List<double[]> everything(Case c, Workers workers, double[] t, double[] d, int[] units) {
        LinearSum f = c.linear(workers);
        int p = t.length;
        double[] batch = new double[p];
        double[] sizes = new double[f.units().size()];
        double onBatch = f.gradient(t, Batch.of(units, 0.5), batch, (unit, size) -> sizes[unit] += size);
        double[] g = new double[p];
        double[][] b = new double[p][p];
        double quadratic = f.quadratic(t, Double.POSITIVE_INFINITY, g, b);
        Line line = f.along(t, d);
        Line.Point first = line.at(1);
        Line.Point second = line.at(0.5);
        double[] onLine = new double[p];
        line.gradient(0.5, onLine);
        List<double[]> all = new ArrayList<>(List.of(
                new double[] {f.value(t), onBatch, quadratic, f.typicalCurvature(t)},
                new double[] {first.value(), first.slope(), second.value(), second.slope()},
                Toys.gradient(f, t),
                Toys.gradient(c.general(workers), t),
                batch,
                sizes,
                g,
                onLine));
        all.addAll(Arrays.asList(b));
        return all;
    }

    @Test
    void feedbackIsTheSizeOfTheLossGradientInTheOrderOfTheBatch() {
        Case c = new Case(new LogisticLoss(), Toys.weighted(Toys.data(50, 2, 2, 3), 1, 4), true);
        double[] t = c.point();
        for (FiniteSum f : List.of(c.general(Workers.serial()), c.linear(Workers.serial()))) {
            List<Integer> units = new ArrayList<>();
            List<Double> sizes = new ArrayList<>();

            f.gradient(
                    t,
                    Batch.of(new int[] {7, 2, 7, 30}, new double[] {0.5, 3, 1, 0}, 1),
                    new double[t.length],
                    (unit, size) -> {
                        units.add(unit);
                        sizes.add(size);
                    });

            assertThat(units).containsExactly(7, 2, 7);
            for (int k = 0; k < 3; k++) {
                int i = units.get(k);
                double score =
                        t[2] + c.data.offsets().get(0).at(i) + c.data.features().dot(i, Arrays.copyOf(t, 2));
                double expected = Math.abs(
                        new LogisticLoss().gradient(c.data.targets().get(0).at(i), score));
                assertThat(sizes.get(k)).isCloseTo(expected, within(ROUNDING));
            }
        }
    }

    @Test
    void feedbackOfSeveralScoresIsTheirLength() {
        Case c = new Case(new SoftmaxLoss(3), Toys.data(20, 2, 3, 3), true);
        double[] t = c.point();
        double[] seen = new double[20];

        c.linear(Workers.serial())
                .gradient(t, Batch.range(0, 20, 1), new double[t.length], (unit, size) -> seen[unit] = size);

        double[] f = new double[3];
        double[] g = new double[3];
        for (int i = 0; i < 20; i++) {
            for (int k = 0; k < 3; k++) {
                f[k] = t[6 + k] + c.data.features().dot(i, Arrays.copyOfRange(t, 2 * k, 2 * k + 2));
            }
            new SoftmaxLoss(3).gradient(new double[] {c.data.targets().get(0).at(i)}, f, g);
            assertThat(seen[i]).isCloseTo(Math.hypot(Math.hypot(g[0], g[1]), g[2]), within(ROUNDING));
        }
    }

    @Test
    void countsWhatItWasAsked() {
        LinearSum f = new Case(new SquaredLoss(), Toys.data(700, 3, 0, 1), true).linear(Workers.serial());
        double[] t = new double[4];
        assertThat(f.count()).isEqualTo(OracleCount.NONE);

        f.value(t);
        f.gradient(t, new double[4]);
        f.gradient(t, Batch.range(0, 100, 0.1), new double[4], FeedbackSink.NONE);
        f.quadratic(t, Double.POSITIVE_INFINITY, new double[4], new double[4][4]);

        assertThat(f.count()).isEqualTo(new OracleCount(1, 2, 1, 700 + 700 + 100 + 700));
    }

    @Test
    void aPointOfALineAfterTheFirstVisitsNoRow() {
        LinearSum f = new Case(new SquaredLoss(), Toys.data(700, 3, 0, 1), true).linear(Workers.serial());
        double[] t = Toys.vector(4, 1);
        double[] d = Toys.vector(4, 2);
        Line line = f.along(t, d);
        assertThat(f.count()).isEqualTo(OracleCount.NONE);

        line.at(1);
        assertThat(f.count()).isEqualTo(new OracleCount(0, 1, 0, 700));
        line.at(0.5);
        assertThat(f.count()).isEqualTo(new OracleCount(1, 1, 0, 1400));
        line.at(0.25);
        assertThat(f.count()).isEqualTo(new OracleCount(2, 1, 0, 1400));
    }

    @Test
    void saysWhatItIs() {
        Case c = new Case(new SquaredLoss(), Toys.data(5, 3, 0, 1), true);
        assertThat(c.linear(Workers.serial()).formula()).isEqualTo("F(w, b) = (1/Σw) Σᵢ wᵢ·ℓ(yᵢ, fᵢ)");
        assertThat(c.general(Workers.serial()).formula()).isEqualTo("F(w, b) = (1/Σw) Σᵢ wᵢ·ℓ(yᵢ, fᵢ)");
        assertThat(c.linear(Workers.serial()).kink()).isEmpty();
        LinearSum kinked = EmpiricalRisk.linear(c.hypothesis(), new Absolute(), c.data);
        assertThat(kinked.kink()).isEqualTo("Absolute");
        assertThat(EmpiricalRisk.of(c.hypothesis(), new Absolute(), c.data).kink())
                .isEqualTo("Absolute");
    }

    /** A loss of the user with kinks and no curvature. */
    static final class Absolute implements ScalarLoss {
        @Override
        public double value(double y, double f) {
            return Math.abs(f - y);
        }

        @Override
        public double gradient(double y, double f) {
            return Math.signum(f - y);
        }

        @Override
        public boolean smooth() {
            return false;
        }
    }
}
