package dev.limpid.algorithms.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.algorithms.linear.LinearModel;
import dev.limpid.algorithms.linear.LinearSpec;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.loss.robust.CauchyLoss;
import dev.limpid.core.optimizer.coordinate.CoordinateDescent;
import dev.limpid.core.penalty.ElasticNetPenalty;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.penalty.McpPenalty;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.SeparablePenalty;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The duality gap of a point bounds how far its objective is above the minimum. */
class DualityGapTest {

    private static final int ROWS = 60;

    private static final int COLUMNS = 100;

    /** Rounding of sums of some hundred terms, as a part of the objective. */
    private static final double ROUNDING = 1e-12;

    private static final List<DoubleFunction<Penalty>> FAMILIES =
            List.of(L1Penalty::of, s -> ElasticNetPenalty.of(s, 0.5), s -> ElasticNetPenalty.of(s, 1));

    private record Problem(String name, LinearSpec spec, Dataset data) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static LinearSpec with(Loss loss) {
        return LinearModel.with(loss);
    }

    private static Dataset counts() {
        double[] y = PathSets.target(PathSets.cells(ROWS, COLUMNS));
        return Dataset.of(
                PathSets.cells(ROWS, COLUMNS),
                Arrays.stream(y).map(v -> Math.max(0, Math.rint(v))).toArray());
    }

    private static List<Problem> problems() {
        Dataset wide = PathSets.wide(ROWS, COLUMNS);
        double[] uneven = IntStream.range(0, ROWS).mapToDouble(i -> 0.5 + i % 3).toArray();
        double[] offsets =
                IntStream.range(0, ROWS).mapToDouble(i -> 0.3 * (i % 4)).toArray();
        return List.of(
                new Problem("squared", with(new SquaredLoss()), wide),
                new Problem("squared, no intercept", with(new SquaredLoss()).intercept(false), wide),
                new Problem("squared, standardised", with(new SquaredLoss()).standardizePenalty(true), wide),
                new Problem("squared, weights", with(new SquaredLoss()), wide.withWeights(uneven)),
                new Problem("Huber", with(new HuberLoss(1)), wide),
                new Problem("logistic", with(new LogisticLoss()), PathSets.wideClasses(ROWS, COLUMNS)),
                new Problem("Poisson", with(new PoissonLoss()), counts()),
                new Problem("Poisson, offsets", with(new PoissonLoss()), counts().withOffsets(offsets)));
    }

    private static RegularizationPath path(
            Problem problem, DoubleFunction<Penalty> family, double tolerance, double... strengths) {
        PathSpec spec = PathSpec.of(problem.spec().optimizer(new CoordinateDescent(tolerance)), family);
        return strengths.length > 0
                ? spec.strengths(strengths).fit(problem.data())
                : spec.points(8).ratio(0.05).fit(problem.data());
    }

    @ParameterizedTest
    @MethodSource("problems")
    void theGapIsAtLeastTheDistanceToTheMinimumAndGoesToZero(Problem problem) {
        for (DoubleFunction<Penalty> family : FAMILIES) {
            RegularizationPath exact = path(problem, family, 1e-11);
            for (double tolerance : new double[] {0.3, 0.03, 1e-3}) {
                RegularizationPath rough = path(problem, family, tolerance, exact.strengths());
                for (int k = 1; k < exact.size(); k++) {
                    PathPoint point = rough.point(k);
                    double least = exact.point(k).objective();
                    assertThat(point.gap()).isGreaterThanOrEqualTo(point.objective() - least - ROUNDING * least);
                    assertThat(point.gap()).isLessThan(tolerance > 1e-3 ? Double.MAX_VALUE : 0.05 * least);
                }
            }
            for (int k = 0; k < exact.size(); k++) {
                assertThat(exact.point(k).gap())
                        .isBetween(
                                -ROUNDING * exact.point(k).objective(),
                                1e-8 * exact.point(k).objective());
            }
        }
    }

    /** S. Kim, K. Koh, M. Lustig, S. Boyd, D. Gorinevsky (2007): An Interior-Point Method for Large-Scale l1-Regularized Least Squares, (9). */
    @Test
    void theGapOfALassoIsThatOfItsScaledResidual() {
        Dataset data = PathSets.wide(ROWS, COLUMNS);
        Problem problem = new Problem("squared", with(new SquaredLoss()).intercept(false), data);
        RegularizationPath path = path(problem, L1Penalty::of, 0.1);
        double[] y = data.targets().get(0).toArray();
        for (int k = 1; k < path.size(); k++) {
            double lambda = path.strengths()[k];
            double[] f = path.model(k).scores(data)[0];
            double[] r = IntStream.range(0, ROWS).mapToDouble(i -> y[i] - f[i]).toArray();
            double largest = 0;
            double norm = 0;
            for (int j = 0; j < COLUMNS; j++) {
                double product = 0;
                for (int i = 0; i < ROWS; i++) {
                    product += data.features().get(i, j) * r[i] / ROWS;
                }
                largest = Math.max(largest, Math.abs(product));
                norm += Math.abs(path.model(k).coefficients()[0][j]);
            }
            double tau = Math.min(1, lambda / largest);
            double gap = lambda * norm;
            for (int i = 0; i < ROWS; i++) {
                gap += (r[i] * r[i] / 2 - tau * r[i] * y[i] + tau * tau * r[i] * r[i] / 2) / ROWS;
            }
            assertThat(path.point(k).gap()).isCloseTo(gap, within(1e-10)); // of numbers up to 5
        }
    }

    /** ℓ*(y, a) = p·log p + (1 − p)·log(1 − p), p = y + a; the elastic net's ω*(u) = max(|u| − λρ, 0)²/(2λ(1 − ρ)). */
    @Test
    void theGapOfALogisticElasticNetIsThatOfClosedFormConjugates() {
        Dataset data = PathSets.wideClasses(ROWS, COLUMNS);
        Problem problem = new Problem("logistic", with(new LogisticLoss()), data);
        RegularizationPath path = path(problem, s -> ElasticNetPenalty.of(s, 0.5), 0.1);
        double[] y = data.targets().get(0).toArray();
        for (int k = 1; k < path.size(); k++) {
            double half = path.strengths()[k] / 2; // λρ = λ(1 − ρ)
            double[] f = path.model(k).scores(data)[0];
            double b = centre(y, f);
            double[] u = new double[COLUMNS];
            double gap = 0;
            for (int i = 0; i < ROWS; i++) {
                double p = 1 / (1 + Math.exp(-f[i] - b));
                gap += (Math.log1p(Math.exp(f[i])) - y[i] * f[i] + p * Math.log(p) + (1 - p) * Math.log(1 - p)) / ROWS;
                for (int j = 0; j < COLUMNS; j++) {
                    u[j] -= (p - y[i]) * data.features().get(i, j) / ROWS;
                }
            }
            for (int j = 0; j < COLUMNS; j++) {
                double w = path.model(k).coefficients()[0][j];
                double over = Math.max(Math.abs(u[j]) - half, 0);
                gap += half * (Math.abs(w) + w * w / 2) + over * over / (2 * half);
            }
            assertThat(path.point(k).gap()).isCloseTo(gap, within(1e-11));
        }
    }

    /** By Newton's method: Σ p = Σ y. */
    private static double centre(double[] y, double[] f) {
        double b = 0;
        for (int step = 0; step < 50; step++) {
            double slope = 0;
            double curvature = 0;
            for (int i = 0; i < y.length; i++) {
                double p = 1 / (1 + Math.exp(-f[i] - b));
                slope += p - y[i];
                curvature += p * (1 - p);
            }
            b -= slope / curvature;
        }
        return b;
    }

    @Test
    void aRidgeHasAGapToo() {
        RegularizationPath path = PathSpec.of(with(new LogisticLoss()), L2Penalty::of)
                .strengths(1, 0.1)
                .fit(PathSets.wideClasses(ROWS, 10));

        assertThat(path.point(0).gap()).isBetween(-1e-14, 1e-10);
        assertThat(path.point(1).gap()).isBetween(-1e-14, 1e-10);
    }

    /** An absolute value that doesn't say so. */
    private record Silent(double strength) implements SeparablePenalty {
        @Override
        public double value(double x, int j) {
            return strength * Math.abs(x);
        }

        @Override
        public double prox(double z, int j, double step) {
            return Math.signum(z) * Math.max(0, Math.abs(z) - strength * step);
        }
    }

    private static double gap(LinearSpec spec, DoubleFunction<Penalty> family, Dataset data, double strength) {
        return PathSpec.of(spec, family).strengths(strength).fit(data).point(0).gap();
    }

    @Test
    void whereNoDualPointIsKnownThereIsNoGap() {
        Dataset wide = PathSets.wide(ROWS, 10);
        Dataset classes = PathSets.wideClasses(ROWS, 10);

        assertThat(gap(with(new SquaredLoss()), L1Penalty::of, wide, 0.1)).isNotNaN();
        assertThat(gap(with(new SquaredLoss()), s -> McpPenalty.of(s, 5), wide, 0.1))
                .isNaN();
        assertThat(gap(with(new SquaredLoss()), Silent::new, wide, 0.1)).isNaN();
        assertThat(gap(with(new SquaredLoss()), L1Penalty::of, wide, 0)).isNaN();
        assertThat(gap(with(new SquaredLoss()).bounds("x0", 0, 1), L1Penalty::of, wide, 0.1))
                .isNaN();
        assertThat(gap(with(new SoftmaxLoss(2)), L1Penalty::of, classes, 0.01)).isNaN();
        assertThat(gap(with(new CauchyLoss(1)), L1Penalty::of, wide, 0.1)).isNaN();
    }
}
