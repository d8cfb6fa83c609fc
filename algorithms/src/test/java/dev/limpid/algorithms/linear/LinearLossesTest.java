package dev.limpid.algorithms.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.classification.CloglogLoss;
import dev.limpid.core.loss.classification.FocalLoss;
import dev.limpid.core.loss.classification.ProbitLoss;
import dev.limpid.core.loss.glm.GammaLoss;
import dev.limpid.core.loss.glm.InverseGaussianLoss;
import dev.limpid.core.loss.glm.NegativeBinomialLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.glm.TweedieLoss;
import dev.limpid.core.loss.margin.ExponentialLoss;
import dev.limpid.core.loss.margin.HingeLoss;
import dev.limpid.core.loss.margin.HuberizedHingeLoss;
import dev.limpid.core.loss.margin.ModifiedHuberLoss;
import dev.limpid.core.loss.margin.SavageLoss;
import dev.limpid.core.loss.margin.SquaredHingeLoss;
import dev.limpid.core.loss.margin.TangentLoss;
import dev.limpid.core.loss.regression.EpsilonInsensitiveLoss;
import dev.limpid.core.loss.regression.ExpectileLoss;
import dev.limpid.core.loss.regression.LogCoshLoss;
import dev.limpid.core.loss.regression.PseudoHuberLoss;
import dev.limpid.core.loss.regression.SquaredEpsilonInsensitiveLoss;
import dev.limpid.core.loss.regression.SquaredLogLoss;
import dev.limpid.core.loss.robust.CauchyLoss;
import dev.limpid.core.loss.robust.StudentTLoss;
import dev.limpid.core.loss.robust.TukeyLoss;
import dev.limpid.core.loss.robust.WelschLoss;
import dev.limpid.core.optimizer.Lbfgs;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.training.StopReason;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any loss of one score goes through the same door: fitted, it is where its own gradient says that the minimum is. */
class LinearLossesTest {

    private static final int ROWS = 60;
    private static final double STRENGTH = 0.01;

    /** The solvers stop at a Newton decrement, or a gradient, of 10⁻⁸ and 10⁻⁶ of the first. */
    private static final double GRADIENT = 1e-5;

    /** Rows of three features; the last target of a number is an outlier. */
    @SuppressWarnings("ArrayRecordComponent") // a bundle of inputs, never compared
    private record Problem(double[][] x, double[] y) {

        static Problem of(ScalarLoss loss) {
            SplittableRandom random = new SplittableRandom(9);
            double[][] x = new double[ROWS][3];
            double[] y = new double[ROWS];
            for (int i = 0; i < ROWS; i++) {
                for (int j = 0; j < 3; j++) {
                    x[i][j] = random.nextGaussian();
                }
                double score = 0.6 * x[i][0] - 0.9 * x[i][1] + 0.3 + 0.8 * random.nextGaussian();
                y[i] = loss.classes() == 2 ? (score > 0 ? 1 : 0) : loss.domain().lower() >= 0 ? Math.exp(score) : score;
                y[i] = loss instanceof SquaredLogLoss ? Math.exp(score) : y[i];
            }
            y[ROWS - 1] = loss.classes() == 2 ? 1 - y[ROWS - 1] : 20;
            return new Problem(x, y);
        }

        Dataset data() {
            return Dataset.of(x, y);
        }

        /** F(w, b) = (1/n)·Σᵢ ℓ(yᵢ, wᵀxᵢ + b) + λ/2·‖w‖². */
        double value(ScalarLoss loss, double[] theta) {
            double sum = 0;
            for (int i = 0; i < ROWS; i++) {
                sum += loss.value(y[i], score(theta, i));
            }
            double square = theta[0] * theta[0] + theta[1] * theta[1] + theta[2] * theta[2];
            return sum / ROWS + 0.5 * STRENGTH * square;
        }

        double gradientNorm(ScalarLoss loss, double[] theta) {
            double[] g = {STRENGTH * theta[0], STRENGTH * theta[1], STRENGTH * theta[2], 0};
            for (int i = 0; i < ROWS; i++) {
                double slope = loss.gradient(y[i], score(theta, i)) / ROWS;
                g[0] += slope * x[i][0];
                g[1] += slope * x[i][1];
                g[2] += slope * x[i][2];
                g[3] += slope;
            }
            return Math.sqrt(Arrays.stream(g).map(v -> v * v).sum());
        }

        private double score(double[] theta, int i) {
            return theta[0] * x[i][0] + theta[1] * x[i][1] + theta[2] * x[i][2] + theta[3];
        }
    }

    private static double[] theta(LinearModel model) {
        double[] theta = Arrays.copyOf(model.coefficients()[0], 4);
        theta[3] = model.intercepts()[0];
        return theta;
    }

    private static LinearSpec spec(ScalarLoss loss) {
        return LinearModel.with(loss).penalty(L2Penalty.of(STRENGTH));
    }

    static Stream<ScalarLoss> convex() {
        return Stream.of(
                new PseudoHuberLoss(0.7),
                new LogCoshLoss(),
                new ExpectileLoss(0.8),
                new SquaredEpsilonInsensitiveLoss(0.3),
                new SquaredLogLoss(),
                new PoissonLoss(),
                new GammaLoss(),
                new TweedieLoss(1.5),
                new NegativeBinomialLoss(0.5),
                new SquaredHingeLoss(),
                new HuberizedHingeLoss(),
                new ExponentialLoss(),
                new ModifiedHuberLoss(),
                new ProbitLoss(),
                new CloglogLoss());
    }

    static Stream<ScalarLoss> notConvex() {
        return Stream.of(
                new TukeyLoss(4),
                new CauchyLoss(1),
                new WelschLoss(2),
                new StudentTLoss(4, 1),
                new InverseGaussianLoss(),
                new SavageLoss(),
                new TangentLoss(),
                new FocalLoss(2),
                new FocalLoss(2, 0.25));
    }

    static Stream<ScalarLoss> kinked() {
        return Stream.of(new HingeLoss(), new EpsilonInsensitiveLoss(0.3));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"convex", "notConvex"})
    void theGradientVanishesWhereTheFitEnds(ScalarLoss loss) {
        Problem problem = Problem.of(loss);
        double start = problem.gradientNorm(loss, new double[4]);

        LinearModel model = spec(loss).fit(problem.data());

        assertThat(model.stopReason().kind()).isEqualTo(StopReason.Kind.CONVERGED);
        assertThat(problem.gradientNorm(loss, theta(model))).isLessThanOrEqualTo(GRADIENT * start);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("convex")
    void twoOptimizersFindTheSameMinimum(ScalarLoss loss) {
        assertThat(loss.convex()).isTrue();
        Dataset data = Problem.of(loss).data();

        double[] chosen = theta(spec(loss).fit(data));
        double[] lbfgs = theta(
                spec(loss).optimizer(Lbfgs.defaults().withTolerance(1e-10)).fit(data));

        assertThat(chosen).containsExactly(lbfgs, within(1e-5));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinked")
    void noStepAwayFromTheFitOfAKinkedLossIsLower(ScalarLoss loss) {
        Problem problem = Problem.of(loss);
        double[] theta = theta(spec(loss).fit(problem.data()));
        double least = problem.value(loss, theta);
        SplittableRandom random = new SplittableRandom(10);

        for (int k = 0; k < 2000; k++) {
            double size = Math.pow(10, -random.nextInt(6));
            double[] other = theta.clone();
            for (int j = 0; j < 4; j++) {
                other[j] += size * random.nextGaussian();
            }
            assertThat(problem.value(loss, other)).isGreaterThanOrEqualTo(least - 1e-9);
        }
    }
}
