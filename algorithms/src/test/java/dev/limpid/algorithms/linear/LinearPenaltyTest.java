package dev.limpid.algorithms.linear;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.optimizer.Fista;
import dev.limpid.core.parameter.Block;
import dev.limpid.core.penalty.ElasticNetPenalty;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.penalty.Penalty;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LinearPenaltyTest {

    /** Fista's default tolerance leaves this much of a coefficient of size 1; the published digits end at 10⁻⁹. */
    private static final double PUBLISHED = 1e-6;

    private static final String[] CARS = {"cyl", "disp", "hp", "drat", "wt", "qsec", "vs", "am", "gear", "carb"};
    private static final String[] NOT_AM = {"mpg", "cyl", "disp", "hp", "drat", "wt", "qsec", "vs", "gear", "carb"};
    private static final String[] NOT_CARB = {"mpg", "cyl", "disp", "hp", "drat", "wt", "qsec", "vs", "am", "gear"};

    /** Coefficients of standardised columns, glmnet 4.1-6 in R 4.2.2 and an own coordinate descent (elastic net: the latter). */
    static Stream<Arguments> published() {
        Dataset mpg = Sets.read("mtcars", "mpg", CARS);
        return Stream.of(
                Arguments.of("lasso 1", new SquaredLoss(), L1Penalty.of(1), mpg, 20.090625, new double[] {
                    -1.529533346, 0, -0.684756448, 0, -2.499045789, 0, 0, 0, 0, 0
                }),
                Arguments.of("lasso 0.1", new SquaredLoss(), L1Penalty.of(0.1), mpg, 20.090625, new double[] {
                    -0.378693543,
                    0,
                    -0.877330990,
                    0.406534959,
                    -2.539404970,
                    0.812142220,
                    0.061314943,
                    1.039408221,
                    0.224518708,
                    -0.741372189
                }),
                Arguments.of(
                        "elastic net 1", new SquaredLoss(), ElasticNetPenalty.of(1, 0.5), mpg, 20.090625, new double[] {
                            -0.790376743,
                            -0.691222813,
                            -0.751228416,
                            0.453849592,
                            -1.156998778,
                            0,
                            0.324321370,
                            0.557060456,
                            0.090147436,
                            -0.567575946
                        }),
                Arguments.of(
                        "elastic net 0.1",
                        new SquaredLoss(),
                        ElasticNetPenalty.of(0.1, 0.5),
                        mpg,
                        20.090625,
                        new double[] {
                            -0.481615798,
                            0,
                            -0.941483497,
                            0.475566359,
                            -2.105443781,
                            0.603749256,
                            0.203051807,
                            1.032946440,
                            0.382345655,
                            -0.921176901
                        }),
                Arguments.of("ridge 1", new SquaredLoss(), L2Penalty.of(1), mpg, 20.090625, new double[] {
                    -0.6634494710,
                    -0.6661649078,
                    -0.7096952301,
                    0.5443064714,
                    -0.9611858854,
                    0.2708735302,
                    0.4286298645,
                    0.6606985140,
                    0.3777702287,
                    -0.6912138140
                }),
                Arguments.of(
                        "logistic lasso",
                        new LogisticLoss(),
                        L1Penalty.of(0.05),
                        Sets.read("mtcars", "am", NOT_AM),
                        -0.8388143807,
                        new double[] {0, 0, 0, 0, 0, -1.7366928408, -0.3595818992, 0, 1.4231277674, 0}),
                Arguments.of(
                        "Poisson lasso",
                        new PoissonLoss(),
                        L1Penalty.of(0.1),
                        Sets.read("mtcars", "carb", NOT_CARB),
                        0.95193771073,
                        new double[] {
                            -0.16772795495,
                            0,
                            0,
                            0.06796516368,
                            0,
                            0.11956662320,
                            -0.11104512055,
                            -0.03029023032,
                            0,
                            0.20462619938
                        }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("published")
    void standardisedPenaltiesGiveThePublishedCoefficients(
            String name, Loss loss, Penalty penalty, Dataset data, double intercept, double[] expected) {
        LinearModel model =
                LinearModel.with(loss).penalty(penalty).standardizePenalty(true).fit(data);

        double[] w = model.coefficients()[0];
        double b = model.intercept();
        for (int j = 0; j < w.length; j++) {
            double[] x = column(data, j);
            Moments moments = Moments.of(x, data.weights().toArray(), x.length, true);
            b += w[j] * moments.centre();
            assertThat(Math.abs(w[j] * moments.spread() - expected[j]))
                    .as("coefficient %s of %s", j, name)
                    .isLessThanOrEqualTo(PUBLISHED);
            assertThat(w[j] == 0).as("zero %s of %s", j, name).isEqualTo(expected[j] == 0);
        }
        assertThat(Math.abs(b - intercept)).as("intercept of " + name).isLessThanOrEqualTo(PUBLISHED);
    }

    static Stream<Arguments> lassos() {
        return Stream.of(
                Arguments.of(new SquaredLoss(), 0.2, Sets.random(50, 200, 8)),
                Arguments.of(new SquaredLoss(), 30, Sets.read("mtcars", "mpg", CARS)),
                Arguments.of(new PoissonLoss(), 0.2, Sets.random(51, 200, 8)),
                Arguments.of(new LogisticLoss(), 0.05, Sets.irisPair()));
    }

    /** At the minimum ∂S/∂wⱼ = −λ·sign(wⱼ), and |∂S/∂wⱼ| ≤ λ where wⱼ = 0: of the raw coefficients, whatever is scaled inside. */
    @ParameterizedTest(name = "{0}, λ = {1}")
    @MethodSource("lassos")
    void aLassoMeetsItsOptimalityConditionsInRawCoefficients(ScalarLoss loss, double strength, Dataset data) {
        LinearModel model = LinearModel.with(loss)
                .penalty(L1Penalty.of(strength))
                .optimizer(Fista.defaults().withTolerance(1e-11))
                .fit(data);

        double[] w = model.coefficients()[0];
        double[] f = model.scores(data)[0];
        for (int j = 0; j < w.length; j++) {
            double[] x = column(data, j);
            double g = 0;
            double size = 0;
            for (int i = 0; i < x.length; i++) {
                g += loss.gradient(data.targets().get(0).at(i), f[i]) * x[i] / x.length;
                size = Math.max(size, Math.abs(x[i]));
            }
            double slack = 1e-7 * size;
            if (w[j] == 0) {
                assertThat(Math.abs(g)).as("slope of coefficient " + j).isLessThanOrEqualTo(strength + slack);
            } else {
                assertThat(Math.abs(g + strength * Math.signum(w[j])))
                        .as("slope of coefficient " + j)
                        .isLessThanOrEqualTo(slack);
            }
        }
        assertThat(w).contains(0.0);
    }

    /** A ball that holds ‖w‖: neither smooth nor separable, so columns are centred but not scaled. */
    private record Ball(double radius) implements Penalty {
        @Override
        public double value(double[] t, Block b) {
            return norm(t, b) <= radius * (1 + 1e-12) ? 0 : Double.POSITIVE_INFINITY;
        }

        @Override
        public void prox(double[] z, Block b, double step) {
            double factor = Math.min(1, radius / norm(z, b));
            for (int j = b.offset(); j < b.end(); j++) {
                z[j] *= factor;
            }
        }

        private static double norm(double[] t, Block b) {
            double squares = 0;
            for (int j = b.offset(); j < b.end(); j++) {
                squares += t[j] * t[j];
            }
            return Math.sqrt(squares);
        }
    }

    /** Less than the norm of the coefficients without a penalty. */
    private static final double RADIUS = 0.03;

    @Test
    void aPenaltyThatIsNotSeparableSeesRawCoefficientsToo() {
        Dataset data = Sets.random(52, 200, 4);

        LinearModel model =
                LinearModel.with(new SquaredLoss()).penalty(new Ball(RADIUS)).fit(data);

        double[] w = model.coefficients()[0];
        double[] g = new double[4];
        double[] f = model.scores(data)[0];
        for (int j = 0; j < 4; j++) {
            double[] x = column(data, j);
            for (int i = 0; i < f.length; i++) {
                g[j] += (f[i] - data.targets().get(0).at(i)) * x[i] / f.length;
            }
        }
        double norm = Math.sqrt(w[0] * w[0] + w[1] * w[1] + w[2] * w[2] + w[3] * w[3]);
        assertThat(Math.abs(norm - RADIUS)).isLessThanOrEqualTo(1e-12);
        for (int j = 1; j < 4; j++) { // on the sphere the slope points against w
            assertThat(Math.abs(g[j] * w[0] - g[0] * w[j])).as("slope " + j).isLessThanOrEqualTo(1e-6);
        }
    }

    @Test
    void theInterceptIsNotPenalised() {
        Dataset data = Dataset.of(new double[][] {{1}, {-1}, {1}, {-1}}, 1001, 999, 1001, 999);

        LinearModel model =
                LinearModel.with(new SquaredLoss()).penalty(L2Penalty.of(1e9)).fit(data);

        assertThat(Math.abs(model.intercept() - 1000)).isLessThanOrEqualTo(1e-9);
    }

    private static double[] column(Dataset data, int j) {
        double[] x = new double[data.size()];
        data.features().copyColumn(j, 0, x.length, x);
        return x;
    }
}
