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
import dev.limpid.core.loss.regression.QuantileLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.penalty.L2Penalty;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinearSumTest {

    private static final double NO_CAP = Double.POSITIVE_INFINITY;

    private static LinearSum risk(Loss loss, Dataset data, boolean intercept) {
        return EmpiricalRisk.linear(
                new LinearHypothesis(data.features().columns(), loss.scores(), intercept), loss, data);
    }

    static Stream<LinearSum> sums() {
        LinearSum logistic = risk(new LogisticLoss(), Toys.weighted(Toys.data(700, 5, 2, 2), 1, 3), true);
        LinearSum softmax = risk(new SoftmaxLoss(3), Toys.weighted(Toys.data(600, 4, 3, 6), 3, 7), true);
        return Stream.of(
                logistic,
                softmax,
                risk(new SquaredLoss(), Toys.data(600, 4, 0, 6), false),
                logistic.penalized("weights", L2Penalty.of(0.3)),
                softmax.times(2.5).penalized("weights", L2Penalty.of(0.3)),
                logistic.plus(risk(new SquaredLoss(), Toys.data(50, 5, 0, 1), true)));
    }

    @ParameterizedTest
    @MethodSource("sums")
    void theLineOverScoresIsThePlainLine(LinearSum f) {
        double[] t = Toys.vector(f.blocks().size(), 1);
        double[] d = Toys.vector(t.length, 2);
        Line line = f.along(t, d);
        Line plain = Lines.plain(f, t, d);
        double[] g = new double[t.length];

        for (double alpha : new double[] {1, 0, 0.5, -0.25, 2, 1e-6}) {
            Line.Point a = line.at(alpha);
            Line.Point b = plain.at(alpha);

            assertThat(a.alpha()).isEqualTo(alpha);
            assertThat(a.value()).isCloseTo(b.value(), within(ROUNDING));
            assertThat(a.slope()).isCloseTo(b.slope(), within(ROUNDING));
            assertThat(line.gradient(alpha, g)).isTrue();
            double[] point = new double[t.length];
            Arrays.setAll(point, j -> t[j] + alpha * d[j]);
            assertThat(g).containsExactly(Toys.gradient(f, point), within(ROUNDING));
        }
    }

    @ParameterizedTest
    @MethodSource("sums")
    void aLineHandsOutTheGradientOfItsLastPointOnly(LinearSum f) {
        double[] t = Toys.vector(f.blocks().size(), 1);
        Line line = f.along(t, Toys.vector(t.length, 2));
        double[] g = {7};

        assertThat(line.gradient(1, g)).isFalse();
        line.at(1);
        line.at(0.5);
        line.at(0.25);
        assertThat(line.gradient(0.5, g)).isFalse();
        assertThat(g).containsExactly(7);
    }

    @ParameterizedTest
    @MethodSource("sums")
    void theMatrixOfAnExactCurvatureIsTheHessian(LinearSum f) {
        int p = f.blocks().size();
        double[] t = Toys.vector(p, 1);
        double[] g = new double[p];
        double[][] b = triangle(p, Double.NaN);

        double value = f.quadratic(t, NO_CAP, g, b);

        assertThat(value).isCloseTo(f.value(t), within(ROUNDING));
        assertThat(g).containsExactly(Toys.gradient(f, t), within(ROUNDING));
        for (int j = 0; j < p; j++) {
            int row = j;
            double[] hessian = Toys.difference(x -> Toys.gradient(f, x)[row], t);
            assertThat(b[j]).containsExactly(Arrays.copyOf(hessian, j + 1), within(DIFFERENCE));
        }
    }

    private static double[][] triangle(int p, double fill) {
        double[][] b = new double[p][];
        for (int j = 0; j < p; j++) {
            b[j] = new double[j + 1];
            Arrays.fill(b[j], fill);
        }
        return b;
    }

    @Test
    void aSquareArrayIsFilledInItsLowerTriangleOnly() {
        LinearSum f = risk(new SoftmaxLoss(3), Toys.data(60, 2, 3, 6), true);
        double[][] b = new double[9][9];
        double[][] triangle = triangle(9, 5);

        f.quadratic(new double[9], NO_CAP, new double[9], b);
        f.quadratic(new double[9], NO_CAP, new double[9], triangle);

        for (int j = 0; j < 9; j++) {
            assertThat(Arrays.copyOf(b[j], j + 1)).containsExactly(triangle[j]);
        }
    }

    @Test
    void theMatrixOfSeveralScoresIsSemidefinite() {
        LinearSum f = risk(new SoftmaxLoss(3), Toys.data(60, 2, 3, 6), true);
        double[] t = Toys.vector(9, 1);
        for (double cap : new double[] {NO_CAP, 0.1}) {
            double[][] b = triangle(9, 0);
            f.quadratic(t, cap, new double[9], b);
            SplittableRandom random = new SplittableRandom(3);
            for (int trial = 0; trial < 200; trial++) {
                assertThat(form(b, random.doubles(9, -1, 1).toArray())).isGreaterThan(-ROUNDING);
            }
            double[] alike = {1, 2, 1, 2, 1, 2, 3, 3, 3}; // the same change of all scores leaves softmax as it is
            assertThat(form(b, alike)).isCloseTo(0, within(ROUNDING));
        }
    }

    private static double form(double[][] b, double[] v) {
        double sum = 0;
        for (int j = 0; j < v.length; j++) {
            for (int k = 0; k < j; k++) {
                sum += 2 * v[j] * b[j][k] * v[k];
            }
            sum += v[j] * b[j][j] * v[j];
        }
        return sum;
    }

    @Test
    void aLossOfSeveralScoresWithoutSecondDerivativesGivesItsDiagonal() {
        Dataset data = Toys.weighted(Toys.data(40, 1, 0, 1), 2, 2);
        LinearSum f = risk(new Diagonal(), data, true);
        double[] t = Toys.vector(4, 1); // w₀, w₁, b₀, b₁
        double[][] b = triangle(4, 9);

        f.quadratic(t, 3, new double[4], b);

        double total = data.weights().sum();
        double[] xx = new double[2];
        double[] x1 = new double[2];
        double[] one = new double[2];
        for (int i = 0; i < 40; i++) {
            double x = data.features().get(i, 0);
            for (int k = 0; k < 2; k++) {
                double score = t[k] * x + t[2 + k] + data.offsets().get(k).at(i);
                double h = data.weights().at(i) * Math.min(3, 2.5 + score) / total;
                xx[k] += h * x * x;
                x1[k] += h * x;
                one[k] += h;
            }
        }
        assertThat(b[0]).containsExactly(new double[] {xx[0]}, within(ROUNDING));
        assertThat(b[1]).containsExactly(new double[] {0, xx[1]}, within(ROUNDING));
        assertThat(b[2]).containsExactly(new double[] {x1[0], 0, one[0]}, within(ROUNDING));
        assertThat(b[3]).containsExactly(new double[] {0, x1[1], 0, one[1]}, within(ROUNDING));
    }

    /** Two scores, each with a curvature of its own; second derivatives not stated. */
    private static final class Diagonal implements VectorLoss {
        @Override
        public int scores() {
            return 2;
        }

        @Override
        public boolean convex() {
            return true;
        }

        @Override
        public double value(double[] y, double[] f) {
            return f[0] * f[0] + f[1] * f[1];
        }

        @Override
        public void gradient(double[] y, double[] f, double[] out) {
            out[0] = 2 * f[0];
            out[1] = 2 * f[1];
        }

        @Override
        public void curvature(double[] y, double[] f, double[] out) {
            out[0] = 2.5 + f[0];
            out[1] = 2.5 + f[1];
        }
    }

    @Test
    void capsLowerTheCurvatureOfSingleRows() {
        Dataset data = Toys.weighted(Toys.data(700, 2, 0, 1), 1, 2);
        QuantileLoss loss = new QuantileLoss(0.8);
        LinearSum f = risk(loss, data, false);
        double[] t = Toys.vector(2, 1);
        for (double cap : new double[] {2, 0.5}) {
            double[][] b = triangle(2, 0);
            f.quadratic(t, cap, new double[2], b);
            double expected = 0;
            for (int i = 0; i < 700; i++) {
                double score = data.features().dot(i, t) + data.offsets().get(0).at(i);
                double h = Math.min(cap, loss.curvature(data.targets().get(0).at(i), score));
                expected += data.weights().at(i)
                        * h
                        * data.features().get(i, 1)
                        * data.features().get(i, 0);
            }
            assertThat(b[1][0]).isCloseTo(expected / data.weights().sum(), within(ROUNDING));
        }
        assertThat(f.needsCap()).isTrue();
        assertThat(f.times(2).needsCap()).isTrue();
        assertThat(f.penalized("weights", L2Penalty.of(1)).needsCap()).isTrue();
        assertThat(risk(new SquaredLoss(), data, true).needsCap()).isFalse();
        assertThat(risk(new Diagonal(), Toys.data(5, 1, 0, 1), true).needsCap()).isFalse();
    }

    @Test
    void typicalCurvatureIsAMeanThatRowsNearAKinkDoNotRule() {
        Dataset data = Toys.weighted(Toys.data(700, 2, 0, 1), 1, 2);
        QuantileLoss loss = new QuantileLoss(0.8);
        LinearSum f = risk(loss, data, false);
        double[] t = Toys.vector(2, 1);
        double sum = 0;
        for (int i = 0; i < 700; i++) {
            double score = data.features().dot(i, t) + data.offsets().get(0).at(i);
            sum += data.weights().at(i)
                    / Math.sqrt(loss.curvature(data.targets().get(0).at(i), score));
        }
        double expected = Math.pow(sum / data.weights().sum(), -2);

        assertThat(f.typicalCurvature(t)).isCloseTo(expected, within(ROUNDING * expected));
        assertThat(f.times(3).typicalCurvature(t)).isCloseTo(3 * expected, within(3 * ROUNDING * expected));
        assertThat(f.penalized("weights", L2Penalty.of(9)).typicalCurvature(t)).isEqualTo(f.typicalCurvature(t));
    }

    @Test
    void capsOfAMultipleAreCapsOfItsRows() {
        Dataset data = Toys.data(300, 2, 0, 1);
        LinearSum f = risk(new QuantileLoss(0.8), data, true);
        double[] t = Toys.vector(3, 1);
        double[][] once = triangle(3, 0);
        double[][] thrice = triangle(3, 0);

        f.quadratic(t, 0.5, new double[3], once);
        f.times(3).quadratic(t, 1.5, new double[3], thrice);

        assertThat(thrice[2])
                .containsExactly(Arrays.stream(once[2]).map(x -> 3 * x).toArray(), within(ROUNDING));
    }

    @Test
    void whereAllCurvaturesAreZeroTheWeightsTakeTheirPlace() {
        Dataset data = Toys.weighted(Toys.data(700, 2, 0, 1), 1, 2);
        double[][] flat = triangle(3, 0);
        double[][] square = triangle(3, 0);
        LinearSum f = risk(new Flat(), data, true);

        f.quadratic(new double[3], NO_CAP, new double[3], flat);
        risk(new Unit(), data, true).quadratic(new double[3], NO_CAP, new double[3], square);

        for (int j = 0; j < 3; j++) {
            assertThat(flat[j]).containsExactly(square[j], within(ROUNDING));
        }
        assertThat(f.typicalCurvature(new double[3])).isZero();
    }

    /** A linear loss, whose curvature is 0. */
    private static final class Flat implements ScalarLoss {
        @Override
        public double value(double y, double f) {
            return y * f;
        }

        @Override
        public double gradient(double y, double f) {
            return y;
        }

        @Override
        public double curvature(double y, double f) {
            return 0;
        }
    }

    /** The same with curvature 1. */
    private static final class Unit implements ScalarLoss {
        @Override
        public double value(double y, double f) {
            return y * f;
        }

        @Override
        public double gradient(double y, double f) {
            return y;
        }
    }
}
