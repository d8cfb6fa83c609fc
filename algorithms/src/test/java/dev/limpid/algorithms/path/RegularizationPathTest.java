package dev.limpid.algorithms.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.algorithms.linear.LinearModel;
import dev.limpid.algorithms.linear.LinearSpec;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.FormulaLoss;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.regression.AbsoluteLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.optimizer.coordinate.CoordinateDescent;
import dev.limpid.core.penalty.ElasticNetPenalty;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.penalty.McpPenalty;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.SeparablePenalty;
import dev.limpid.core.training.StopReason.Kind;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class RegularizationPathTest {

    private static final int ROWS = 60;

    private static final int COLUMNS = 150;

    /** The optimizer's tolerance 10⁻¹⁰ of the first gradient, about 3, and columns of spread up to 2. */
    private static final double KKT = 1e-8;

    private static LinearSpec squares() {
        return LinearModel.with(new SquaredLoss()).optimizer(new CoordinateDescent(1e-10));
    }

    private static LinearSpec logistic() {
        return LinearModel.with(new LogisticLoss()).optimizer(new CoordinateDescent(1e-10));
    }

    /** ∂S/∂w of the raw coefficients, the derivative of the loss by the score given the score. */
    private static double[] gradient(Dataset data, LinearModel model, DoubleUnaryOperator mean) {
        double[] f = model.scores(data)[0];
        double[] g = new double[data.features().columns()];
        for (int i = 0; i < f.length; i++) {
            double slope = (mean.applyAsDouble(f[i]) - data.targets().get(0).at(i))
                    * data.weights().at(i)
                    / data.weights().sum();
            for (int j = 0; j < g.length; j++) {
                g[j] += slope * data.features().get(i, j);
            }
        }
        return g;
    }

    /** |gⱼ| ≤ λ where wⱼ = 0, gⱼ = −λ·sign(wⱼ) − μ·wⱼ elsewhere. */
    private static void isOptimal(double[] w, double[] g, double lambda, double mu) {
        for (int j = 0; j < w.length; j++) {
            if (w[j] == 0) {
                assertThat(Math.abs(g[j])).isLessThanOrEqualTo(lambda + KKT);
            } else {
                assertThat(g[j]).isCloseTo(-lambda * Math.signum(w[j]) - mu * w[j], within(KKT));
            }
        }
    }

    private static void everyPointIsOptimal(
            LinearSpec spec, DoubleFunction<Penalty> family, Dataset data, DoubleUnaryOperator mean, double ratio) {
        RegularizationPath path = PathSpec.of(spec, family).points(25).fit(data);
        for (int k = 0; k < path.size(); k++) {
            assertThat(path.point(k).stop().kind()).isEqualTo(Kind.CONVERGED);
            double lambda = path.strengths()[k];
            LinearModel model = path.model(k);
            isOptimal(model.coefficients()[0], gradient(data, model, mean), lambda * ratio, lambda * (1 - ratio));
        }
        assertThat(path.point(24).nonZero()).isGreaterThan(20);
    }

    @Test
    void pointsOfALassoPathMeetTheOptimalityConditions() {
        everyPointIsOptimal(squares(), L1Penalty::of, PathSets.wide(ROWS, COLUMNS), f -> f, 1);
    }

    @Test
    void pointsOfAnElasticNetPathMeetTheOptimalityConditions() {
        everyPointIsOptimal(squares(), s -> ElasticNetPenalty.of(s, 0.7), PathSets.wide(ROWS, COLUMNS), f -> f, 0.7);
    }

    @Test
    void pointsOfALogisticLassoPathMeetTheOptimalityConditions() {
        everyPointIsOptimal(
                logistic(), L1Penalty::of, PathSets.wideClasses(ROWS, COLUMNS), f -> 1 / (1 + Math.exp(-f)), 1);
    }

    @Test
    void weightedPointsMeetTheOptimalityConditions() {
        Dataset data = PathSets.wide(ROWS, COLUMNS)
                .withWeights(
                        IntStream.range(0, ROWS).mapToDouble(i -> 0.5 + i % 3).toArray());

        everyPointIsOptimal(squares(), L1Penalty::of, data, f -> f, 1);
    }

    /** MCP: ω'(w) = sign(w)·(λ − |w|/γ) up to |w| = γ·λ, 0 beyond; so that g = −ω' says that the point is stationary. */
    @Test
    void pointsOfAnMcpPathAreStationary() {
        Dataset data = PathSets.wide(200, 30);
        RegularizationPath path = PathSpec.of(squares(), s -> McpPenalty.of(s, 5))
                .points(15)
                .ratio(0.05)
                .fit(data);

        for (int k = 0; k < path.size(); k++) {
            double lambda = path.strengths()[k];
            double[] w = path.model(k).coefficients()[0];
            double[] g = gradient(data, path.model(k), f -> f);
            for (int j = 0; j < w.length; j++) {
                double slope = Math.max(0, lambda - Math.abs(w[j]) / 5);
                if (w[j] == 0) {
                    assertThat(Math.abs(g[j])).isLessThanOrEqualTo(lambda + KKT);
                } else {
                    assertThat(g[j]).isCloseTo(-slope * Math.signum(w[j]), within(KKT));
                }
            }
        }
        assertThat(path.point(14).nonZero()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void allCoefficientsAreZeroAtTheFirstStrengthAndNotJustBelow() {
        for (DoubleFunction<Penalty> family : List.<DoubleFunction<Penalty>>of(
                L1Penalty::of, s -> ElasticNetPenalty.of(s, 0.3), s -> McpPenalty.of(s, 5))) {
            Dataset data = PathSets.wide(ROWS, COLUMNS);
            double largest = PathSpec.of(squares(), family).largestStrength(data);

            RegularizationPath path = PathSpec.of(squares(), family)
                    .strengths(largest, largest * 0.999)
                    .fit(data);

            assertThat(path.point(0).nonZero()).isZero();
            assertThat(path.point(0).explained()).isCloseTo(0, within(1e-14));
            assertThat(path.point(1).nonZero()).isPositive();
        }
    }

    @Test
    void theFirstStrengthOfALassoIsTheLargestCorrelation() {
        Dataset data = PathSets.wide(ROWS, COLUMNS);
        double[] y = data.targets().get(0).toArray();
        double mean = Arrays.stream(y).sum() / ROWS;
        double largest = 0;
        for (int j = 0; j < COLUMNS; j++) {
            double sum = 0;
            for (int i = 0; i < ROWS; i++) {
                sum += data.features().get(i, j) * (y[i] - mean) / ROWS;
            }
            largest = Math.max(largest, Math.abs(sum));
        }

        assertThat(PathSpec.of(squares(), L1Penalty::of).largestStrength(data))
                .isCloseTo(largest, within(1e-14 * ROWS));
    }

    /** A penalty of a user's own that has nothing but its value and prox. */
    private record Own(double strength) implements SeparablePenalty {
        @Override
        public double value(double x, int j) {
            return strength * Math.abs(x);
        }

        @Override
        public double prox(double z, int j, double step) {
            return Math.signum(z) * Math.max(0, Math.abs(z) - strength * step);
        }
    }

    @Test
    void aPenaltyOfOnesOwnHasThePathOfTheBuiltInOne() {
        Dataset data = PathSets.wide(ROWS, COLUMNS);

        RegularizationPath own = PathSpec.of(squares(), Own::new).points(10).fit(data);
        RegularizationPath builtIn =
                PathSpec.of(squares(), L1Penalty::of).points(10).fit(data);

        assertThat(own.strengths()).containsExactly(builtIn.strengths(), within(1e-14));
        for (int k = 0; k < 10; k++) {
            assertThat(own.model(k).coefficients()[0])
                    .containsExactly(builtIn.model(k).coefficients()[0], within(1e-7));
        }
    }

    @Test
    void pointsAreThoseOfFitsFromZero() {
        Dataset data = PathSets.wideClasses(ROWS, COLUMNS);
        RegularizationPath path =
                PathSpec.of(logistic(), L1Penalty::of).points(12).fit(data);

        for (int k = 0; k < path.size(); k += 3) {
            LinearModel cold =
                    logistic().penalty(L1Penalty.of(path.strengths()[k])).fit(data);
            assertThat(path.model(k).coefficients()[0]).containsExactly(cold.coefficients()[0], within(1e-6));
            assertThat(path.model(k).intercept()).isCloseTo(cold.intercept(), within(1e-6));
        }
    }

    @Test
    void theNumberOfThreadsMakesNoDifference() {
        Dataset data = PathSets.wide(ROWS, COLUMNS);

        RegularizationPath one =
                PathSpec.of(squares().threads(1), L1Penalty::of).points(10).fit(data);
        RegularizationPath two =
                PathSpec.of(squares().threads(2), L1Penalty::of).points(10).fit(data);

        assertThat(two.strengths()).isEqualTo(one.strengths());
        for (int k = 0; k < 10; k++) {
            assertThat(two.model(k).coefficients()).isDeepEqualTo(one.model(k).coefficients());
        }
    }

    @Test
    void aWeightOfTwoIsTheRowTwiceAndOneOfZeroNoRow() {
        Dataset data = PathSets.wide(ROWS, 20);
        double[] weights = IntStream.range(0, ROWS).mapToDouble(i -> i % 3).toArray();
        int[] repeated = IntStream.range(0, ROWS)
                .flatMap(i -> IntStream.generate(() -> i).limit(i % 3))
                .toArray();

        RegularizationPath weighted =
                PathSpec.of(squares(), L1Penalty::of).points(8).ratio(0.01).fit(data.withWeights(weights));
        RegularizationPath rows =
                PathSpec.of(squares(), L1Penalty::of).points(8).ratio(0.01).fit(data.select(repeated));

        for (int k = 0; k < 8; k++) {
            assertThat(weighted.model(k).coefficients()[0])
                    .containsExactly(rows.model(k).coefficients()[0], within(1e-8));
            assertThat(weighted.criterion(Criterion.BIC, k)).isCloseTo(rows.criterion(Criterion.BIC, k), within(1e-6));
        }
    }

    /** Largest strengths at which coefficients leave or return to 0: scikit-learn 1.2.1, lars_path(method="lasso"), standardised columns. */
    @Test
    void diabetesHasTheKnotsOfTheHomotopy() {
        double[] knots = {45.16003, 42.300343, 21.542052, 15.034077, 6.1896309, 4.2230385, 3.2803205, 0.95040712};
        double[] between = IntStream.range(0, knots.length - 1)
                .mapToDouble(k -> (knots[k] + knots[k + 1]) / 2)
                .toArray();
        LinearSpec spec = squares().standardizePenalty(true);

        assertThat(PathSpec.of(spec, L1Penalty::of).largestStrength(PathSets.diabetes()))
                .isCloseTo(45.16003002046289, within(1e-12));
        RegularizationPath path =
                PathSpec.of(spec, L1Penalty::of).strengths(between).fit(PathSets.diabetes());
        for (int k = 0; k < path.size(); k++) {
            assertThat(path.point(k).nonZero()).isEqualTo(k + 1);
        }
        assertThat(path.model(1).coefficient("bmi")).isPositive();
        assertThat(path.model(1).coefficient("s5")).isPositive();
    }

    /** scikit-learn 1.2.1: Lasso(alpha=2), ElasticNet(alpha=1, l1_ratio=0.5), tol=1e-14, on columns standardised with divisor n. */
    @Test
    void diabetesHasTheCoefficientsOfScikitLearn() {
        Dataset data = PathSets.diabetes();
        LinearSpec spec = squares().standardizePenalty(true);

        RegularizationPath lasso =
                PathSpec.of(spec, L1Penalty::of).strengths(10, 2).fit(data);

        assertThat(standardised(data, lasso.model(1)))
                .containsExactly(
                        new double[] {
                            0,
                            -7.56819838,
                            24.6228316,
                            13.1778469,
                            -2.71689971,
                            0,
                            -10.0535883,
                            0,
                            23.147923,
                            1.69037144
                        },
                        within(1e-6));
        assertThat(lasso.criterion(Criterion.AIC, 1)).isCloseTo(AIC, within(1e-6));
        assertThat(lasso.criterion(Criterion.AICC, 1)).isCloseTo(AICC, within(1e-6));
        assertThat(lasso.criterion(Criterion.BIC, 1)).isCloseTo(BIC, within(1e-6));
        // 7 of 10 coefficients: ln(10 over 7) = ln 120
        assertThat(lasso.criterion(Criterion.EBIC, 1)).isCloseTo(BIC + 2 * Math.log(120), within(1e-6));

        RegularizationPath net = PathSpec.of(spec, s -> ElasticNetPenalty.of(s, 0.5))
                .strengths(1)
                .fit(data);
        assertThat(standardised(data, net.model(0))).containsExactly(NET, within(1e-6));
    }

    private static final double AIC = 3541.2434556912845;

    private static final double AICC = 3541.576019201677;

    private static final double BIC = 3573.9739347479062;

    private static final double[] NET = {
        0.63782467,
        -5.69179719,
        18.097527,
        11.4055963,
        -0.240974703,
        -2.36642703,
        -8.22176216,
        5.29713479,
        15.4482131,
        5.05730699
    };

    private static double[] standardised(Dataset data, LinearModel model) {
        double[] w = model.coefficients()[0];
        for (int j = 0; j < w.length; j++) {
            double mean = 0;
            double square = 0;
            for (int i = 0; i < data.size(); i++) {
                mean += data.features().get(i, j) / data.size();
            }
            for (int i = 0; i < data.size(); i++) {
                square += Math.pow(data.features().get(i, j) - mean, 2) / data.size();
            }
            w[j] *= Math.sqrt(square);
        }
        return w;
    }

    /** scikit-learn 1.2.1: LogisticRegression(penalty="l1", C=1/(442·0.05), solver="saga", tol=1e-12). */
    @Test
    void diabetesClassesHaveTheCoefficientsOfScikitLearn() {
        Dataset data = PathSets.diabetesClasses();
        LinearSpec spec = logistic().standardizePenalty(true);

        RegularizationPath path =
                PathSpec.of(spec, L1Penalty::of).strengths(0.1, 0.05).fit(data);

        assertThat(PathSpec.of(spec, L1Penalty::of).largestStrength(data)).isCloseTo(0.237124601489616, within(1e-12));
        assertThat(standardised(data, path.model(1)))
                .containsExactly(
                        new double[] {0, 0, 0.48957695, 0.20376453, 0, 0, -0.15856778, 0, 0.53136151, 0}, within(1e-5));
    }

    /** Σ s/(s + 1) over the eigenvalues s of X'X/n, and 1 for the intercept; numpy 1.24.2. */
    @Test
    void ridgeIsWorthTheTraceOfItsHatMatrix() {
        RegularizationPath path = PathSpec.of(
                        LinearModel.with(new SquaredLoss()).standardizePenalty(true), L2Penalty::of)
                .strengths(1, 1e-9)
                .fit(PathSets.diabetes());

        assertThat(path.degreesOfFreedom(0)).isCloseTo(4.942284060311922, within(1e-9));
        assertThat(path.degreesOfFreedom(1)).isCloseTo(11, within(1e-5));
    }

    /** ½·(y − f)² as a formula. */
    private static final class Half implements FormulaLoss {
        @Override
        public Jet formula(double y, Jet f) {
            return f.minus(y).square().times(0.5);
        }

        @Override
        public boolean convex() {
            return true;
        }
    }

    @Test
    void aSquaredLossOfOnesOwnHasTheSameCriteria() {
        Dataset data = PathSets.wide(ROWS, 20);
        LinearSpec own = LinearModel.with(new Half()).optimizer(new CoordinateDescent(1e-10));

        RegularizationPath path = PathSpec.of(own, L1Penalty::of).points(10).fit(data);
        RegularizationPath builtIn =
                PathSpec.of(squares(), L1Penalty::of).points(10).fit(data);

        assertThat(path.best(Criterion.BIC)).isEqualTo(builtIn.best(Criterion.BIC));
        assertThat(path.criterion(Criterion.AIC, 5)).isCloseTo(builtIn.criterion(Criterion.AIC, 5), within(1e-6));
    }

    @Test
    void theExtendedCriterionFindsTheColumnsThatTheTargetIsMadeOf() {
        RegularizationPath path =
                PathSpec.of(squares(), s -> McpPenalty.of(s, 3)).points(30).fit(PathSets.wide(200, 300));

        double[] w = path.model(path.best(Criterion.EBIC)).coefficients()[0];

        assertThat(IntStream.range(0, 300).filter(j -> w[j] != 0)).contains(0, 3, 8, 9);
        assertThat(Arrays.stream(w).filter(v -> v != 0).count()).isLessThanOrEqualTo(6);
    }

    @Test
    void correctedAkaikeIsInfiniteWhereParametersAreAsManyAsRows() {
        assertThat(Criterion.AICC.price(10, 9, 20, 8)).isInfinite();
        assertThat(Criterion.AICC.price(10, 3, 20, 2)).isEqualTo(6 + 24.0 / 6);
    }

    @Test
    void thePictureHasACurveForEachCoefficientThatIsEverIn() throws Exception {
        RegularizationPath path =
                PathSpec.of(squares(), L1Penalty::of).points(12).fit(PathSets.wide(ROWS, COLUMNS));
        long ever = IntStream.range(0, COLUMNS)
                .filter(j -> IntStream.range(0, 12).anyMatch(k -> path.model(k).coefficients()[0][j] != 0))
                .count();

        String svg = path.svg();

        var document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(document.getElementsByTagName("polyline").getLength()).isEqualTo((int) ever);
        assertThat(svg).contains("log₁₀ of the strength");
    }

    @Test
    void aLineIsPrintedForEachStrength() {
        RegularizationPath path =
                PathSpec.of(squares(), L1Penalty::of).points(3).fit(PathSets.wide(ROWS, 20));

        assertThat(path.toString().lines()).hasSize(4);
        assertThat(path.toString())
                .startsWith("    strength  non-zero  explained")
                .contains("CONVERGED");
    }

    @Test
    void wrongSettingsAreRefused() {
        PathSpec spec = PathSpec.of(squares(), L1Penalty::of);

        assertThatThrownBy(() -> spec.points(1)).hasMessage("points must be >= 2, but was 1");
        assertThatThrownBy(() -> spec.ratio(1)).hasMessage("ratio must be in (0, 1), but was 1.0");
        assertThatThrownBy(() -> spec.ratio(Double.NaN)).hasMessage("ratio must be in (0, 1), but was NaN");
        assertThatThrownBy(spec::strengths).hasMessage("strengths must be one at least, but there are none");
        assertThatThrownBy(() -> spec.strengths(1, 2))
                .hasMessage("strengths must fall from one to the next, but strengths[1] was 2.0 after 1.0");
        assertThatThrownBy(() -> spec.strengths(1, Double.NaN))
                .hasMessage("strengths must be finite and >= 0, but strengths[1] was NaN");
        assertThatThrownBy(() -> spec.points(2).fit(PathSets.wide(ROWS, 5)).model(2))
                .hasMessage("k must be in [0, 2), but was 2");
    }

    @Test
    void aPathWithoutABeginningIsRefused() {
        Dataset data = PathSets.wide(ROWS, 5);

        assertThatThrownBy(() -> PathSpec.of(LinearModel.with(new SquaredLoss()), L2Penalty::of)
                        .fit(data))
                .hasMessage("strengths must be named for L2Penalty, since none leaves all coefficients at 0");
        assertThatThrownBy(() -> PathSpec.of(LinearModel.with(new AbsoluteLoss()), L2Penalty::of)
                        .fit(data))
                .hasMessage("loss must be smooth to tell where coefficients leave 0, but AbsoluteLoss has kinks:"
                        + " name the strengths");
        assertThatThrownBy(() ->
                        PathSpec.of(squares(), L1Penalty::of).fit(Dataset.of(PathSets.cells(9, 2), new double[9])))
                .hasMessage(
                        "features must tell something of the target, but all coefficients are 0 whatever the strength of"
                                + " L1Penalty");
        assertThatThrownBy(() -> PathSpec.of(squares(), s -> s > 0.01 ? L1Penalty.of(s) : L2Penalty.of(s))
                        .strengths(1, 0.001)
                        .fit(data))
                .hasMessage("penalty must be a L1Penalty as in the spec, but was a L2Penalty: begin another series");
    }
}
