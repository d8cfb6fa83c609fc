package dev.limpid.algorithms.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.multiclass.OneVsRestLoss;
import dev.limpid.core.loss.regression.HuberLoss;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each front door is the assembly that it says, and gives the numbers of other tools on their scale. */
class FrontDoorsTest {

    /** Figures of tools that stop at 1e-10 or so of their objective, printed with ten digits and more. */
    private static final double TOOL = 1e-6;

    /** How far coefficients may be off when F is by 1e-10, its rounding as steps over kinks add up, and the ridge is 1/300. */
    private static final double KINKS = 2.5e-4; // √(2·1e-10·300)

    private static final Dataset IRIS = Sets.iris();
    private static final Dataset PAIR = Sets.irisPair();
    private static final Dataset PETALS =
            Sets.read("iris", "petal_width", "sepal_length", "sepal_width", "petal_length");
    private static final Dataset STACKLOSS =
            Sets.read("stackloss", "stack.loss", "Air.Flow", "Water.Temp", "Acid.Conc.");

    private static final String[] CARS = {"cyl", "disp", "hp", "drat", "wt", "qsec", "vs", "am", "gear", "carb"};

    static void assertFit(LinearModel model, double tolerance, double intercept, double... w) {
        assertFit(model, 0, tolerance, intercept, w);
    }

    static void assertFit(LinearModel model, int score, double tolerance, double intercept, double... w) {
        assertThat(model.coefficients()[score]).as("coefficients").containsExactly(w, within(tolerance));
        assertThat(model.intercepts()[score]).as("intercept").isCloseTo(intercept, within(10 * tolerance));
    }

    private static double[] standardized(LinearModel model, Dataset data) {
        double[] w = model.coefficients()[0];
        double[] cells = new double[data.size()];
        for (int j = 0; j < w.length; j++) {
            data.features().copyColumn(j, 0, cells.length, cells);
            double mean = java.util.Arrays.stream(cells).average().orElseThrow();
            double squares = java.util.Arrays.stream(cells)
                    .map(x -> (x - mean) * (x - mean))
                    .sum();
            w[j] *= Math.sqrt(squares / cells.length);
        }
        return w;
    }

    @Test
    void linearRegressionHasTheNumbersOfR() { // R 4.2.2, lm
        assertFit(
                LinearRegression.of().fit(STACKLOSS), 1e-9, -39.9196744201, 0.7156402005, 1.2952861244, -0.1521225191);
    }

    @Test
    void ridgeHasTheNumbersOfScikitLearn() { // scikit-learn 1.2.1, Ridge(alpha=3)
        assertFit(
                Ridge.fromAlpha(3, PETALS).fit(PETALS),
                1e-11,
                -0.3215433697105763,
                -0.126198365869,
                0.148661957479,
                0.479985807062);
        assertThat(Ridge.fromAlpha(3, PETALS)).isEqualTo(Ridge.of(0.02));
    }

    @Test
    void lassoHasTheNumbersOfGlmnet() { // R 4.2.2 with glmnet 4.1-6, and a coordinate descent of one's own: they agree
        Dataset cars = Sets.read("mtcars", "mpg", CARS);
        assertThat(standardized(Lasso.of(0.1).standardizePenalty(true).fit(cars), cars))
                .containsExactly(
                        new double[] {
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
                        },
                        within(TOOL));
    }

    @Test
    void elasticNetHasTheNumbersOfScikitLearn() { // scikit-learn 1.2.1, ElasticNet(alpha=.05, l1_ratio=.3)
        assertFit(ElasticNet.of(0.05, 0.3).fit(PETALS), 1e-7, -0.32760060826582227, 0, 0, 0.40631557786);
    }

    @Test
    void elasticNetHasTheNumbersOfGlmnetThroughItsConverter() { // R 4.2.2 with glmnet 4.1-6, lambda = 1, alpha = .5
        Dataset cars = Sets.read("mtcars", "mpg", CARS);
        assertThat(standardized(ElasticNet.fromGlmnet(1, 0.5, cars).fit(cars), cars))
                .containsExactly(
                        new double[] {
                            -1.169651871,
                            -0.266149651,
                            -0.919339238,
                            0.281528898,
                            -1.954671235,
                            0,
                            0.092097336,
                            0.480735192,
                            0,
                            -0.434447696
                        },
                        within(1e-5)); // glmnet stops when no coefficient moves the fit by 1e-7 of its deviance
        assertThat(standardized(ElasticNet.of(1, 0.5).standardizePenalty(true).fit(cars), cars)) // textbook objective
                .containsExactly(
                        new double[] {
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
                        },
                        within(TOOL));
    }

    @Test
    void glmnetsScaleDoesNotChangeTheLasso() {
        Dataset cars = Sets.read("mtcars", "mpg", CARS);
        LinearWeightsTest.assertClose(
                ElasticNet.fromGlmnet(0.1, 1, cars).fit(cars),
                Lasso.of(0.1).standardizePenalty(true).fit(cars),
                1e-12);
        assertThat(ElasticNet.fromGlmnet(0, 0.5, cars))
                .isEqualTo(ElasticNet.of(0, 0.5).standardizePenalty(true));
    }

    @Test
    void logisticRegressionHasTheNumbersOfScikitLearn() { // scikit-learn 1.2.1, LogisticRegression(C=2,
        // solver=newton-cg)
        assertFit(
                LogisticRegression.fromC(2, PAIR).fit(PAIR),
                TOOL,
                -15.983638228053,
                -0.734972720454,
                -0.834249820606,
                3.60252439834,
                3.203277374433);
        LinearModel flowers = LogisticRegression.fromC(2, IRIS).fit(IRIS);
        assertThat(flowers.loss()).isEqualTo(new SoftmaxLoss(3));
        assertThat(flowers.coefficients()[1])
                .containsExactly(
                        new double[] {0.696789748233, -0.258127942152, -0.302174758051, -1.266418409149}, within(1e-5));
        assertThat(flowers.intercepts()[1] - flowers.intercepts()[0]) // a number added to all changes nothing
                .isCloseTo(2.40481959655 - 11.166354823833, within(1e-4));
    }

    @Test
    void oneVsRestHasTheNumbersOfScikitLearn() { // LogisticRegression(C=2, multi_class=ovr), tol 1e-10, at most 300
        // steps
        LinearModel model = LogisticRegression.oneVsRest(3)
                .penalty(dev.limpid.core.penalty.L2Penalty.of(1 / 300.0))
                .fit(IRIS);
        assertThat(model.loss()).isEqualTo(new OneVsRestLoss(3, new LogisticLoss()));
        assertFit(model, 0, 1e-4, 7.201277038864, -0.463803243691, 1.09940325266, -2.67158452715, -1.141435130498);
        assertFit(model, 1, 1e-4, 6.285052742133, -0.168960568988, -2.415885326474, 0.852900063007, -1.698598441077);
    }

    @Test
    void balancedClassesHaveTheNumbersOfScikitLearn() { // LogisticRegression(C=2, class_weight=balanced)
        Dataset some = PAIR.slice(0, 70);
        assertFit(
                LogisticRegression.fromC(2, some).balancedClasses().fit(some),
                TOOL,
                -11.989014446826,
                -0.953710800357,
                -1.016518864036,
                3.309514352902,
                2.671433982455);
    }

    @Test
    void poissonRegressionHasTheNumbersOfR() { // R 4.2.2, glm; Dobson 1990, page 93
        double[] counts = {18, 17, 15, 20, 10, 20, 25, 13, 12};
        double[][] x = new double[9][];
        for (int i = 0; i < 9; i++) {
            x[i] = new double[] {i % 3 == 1 ? 1 : 0, i % 3 == 2 ? 1 : 0, i / 3 == 1 ? 1 : 0, i / 3 == 2 ? 1 : 0};
        }
        assertFit(
                PoissonRegression.of().fit(Dataset.of(x, counts)),
                1e-9,
                3.044522438,
                -0.4542552723,
                -0.2929871247,
                0,
                0);
    }

    @Test
    void gammaRegressionHasTheNumbersOfR() { // R 4.2.2, glm(Gamma(log)); clotting times, McCullagh and Nelder 1989,
        // page 300
        double[] u = {5, 10, 15, 20, 30, 40, 60, 80, 100};
        double[] lot = {118, 58, 42, 35, 27, 25, 21, 19, 18};
        double[][] x = java.util.Arrays.stream(u)
                .mapToObj(v -> new double[] {Math.log(v)})
                .toArray(double[][]::new);
        assertFit(GammaRegression.of().fit(Dataset.of(x, lot)), 1e-9, 5.5032302261, -0.6019176713);
    }

    @Test
    void tweedieRegressionHasTheNumbersOfStatsmodels() { // statsmodels 0.13.5, GLM(Tweedie(var_power=1.5, log))
        Dataset sepals = Sets.read("iris", "petal_width", "sepal_length", "sepal_width");
        double[] excess = new double[sepals.size()];
        java.util.Arrays.setAll(excess, i -> Math.max(0, sepals.targets().get(0).at(i) - 1.3));
        assertFit(
                TweedieRegression.of(1.5).fit(sepals.withTargets(excess)),
                1e-7,
                -8.965481900061,
                1.467848988769,
                -0.521243189475);
    }

    @Test
    void quantileRegressionHasTheNumbersOfR() { // R 4.2.2, quantreg
        assertFit(QuantileRegression.of(0.75).fit(STACKLOSS), 1e-4, -54.18965517, 0.8706896552, 0.9827586207, 0);
    }

    @Test
    void huberRegressionHasTheNumbersOfR() { // R 4.2.2, MASS rlm, k = 1.345, s = 2.440489046 at its end
        LinearSpec spec = HuberRegression.efficient95(2.440489046);
        assertThat(spec)
                .isEqualTo(HuberRegression.of(HuberLoss.efficient95(2.440489046).threshold()));
        assertFit(
                spec.fit(STACKLOSS),
                1e-4,
                -41.0264853733,
                0.8293857703,
                0.9260594155,
                -0.1278463180); // rlm stops at 1e-4
    }

    @Test
    void supportVectorsHaveTheNumbersOfLibsvm() { // scikit-learn 1.2.1, SVC and SVR(kernel=linear, C=2), tol 1e-12
        assertFit(
                LinearSvm.fromC(2, PAIR).fit(PAIR),
                KINKS,
                -8.350947270452,
                -0.634497321075,
                -1.044273960386,
                2.220718585482,
                2.7231396177);
        assertFit(
                LinearSvm.regression(1 / 300.0, 0.2).fit(PETALS),
                KINKS,
                -0.055674582838,
                -0.203384740947,
                0.176944692185,
                0.510692695564);
    }

    @Test
    void oneClassHasTheNumbersOfLibsvm() { // scikit-learn 1.2.1, OneClassSVM(kernel=linear, nu=.13); its w is ν·n
        // times the paper's
        double scale = 0.13 * 150;
        LinearModel model = LinearSvm.oneClass(0.13).fit(IRIS);
        assertFit(model, 1e-5, -681.659996032715 / scale, 91.4 / scale, 59.0 / scale, 29.1 / scale, 4.7 / scale);
        Dataset bare = Dataset.unlabeled(new double[][] {{1, 2}, {2, 1}, {3, 3}, {0.1, 0.1}, {2, 2}});
        LinearModel usual = LinearSvm.oneClass(0.3).fit(bare);
        assertThat(usual.predictedClass(bare.row(2))).isEqualTo("1");
        assertThat(usual.predictedClass(bare.row(3))).isEqualTo("0");
    }

    @Test
    void theShareOfUnusualRowsIsAboutNu() {
        LinearModel model = LinearSvm.oneClass(0.13).fit(IRIS);
        long outside = java.util.Arrays.stream(model.scores(IRIS)[0])
                .filter(f -> f < -1e-6)
                .count();
        long borderOrOutside = java.util.Arrays.stream(model.scores(IRIS)[0])
                .filter(f -> f < 1e-6)
                .count();
        assertThat(outside).isLessThanOrEqualTo((long) (0.13 * 150)); // Schölkopf et al. 2001, proposition 3
        assertThat(borderOrOutside).isGreaterThanOrEqualTo((long) Math.ceil(0.13 * 150));
    }

    static Stream<Arguments> refusals() {
        ThrowingCallable c = () -> LogisticRegression.fromC(0, PAIR);
        ThrowingCallable svm = () -> LinearSvm.fromC(Double.NaN, PAIR);
        ThrowingCallable alpha = () -> Ridge.fromAlpha(-1, PETALS);
        ThrowingCallable nu = () -> LinearSvm.oneClass(1);
        ThrowingCallable levels = () -> OrdinalRegression.of(2);
        ThrowingCallable ordinal =
                () -> OrdinalRegression.thresholds(LinearRegression.of().fit(PETALS));
        ThrowingCallable constant = () -> ElasticNet.fromGlmnet(1, 0.5, Dataset.of(new double[][] {{1}, {2}}, 3, 3));
        ThrowingCallable several =
                () -> ElasticNet.fromGlmnet(1, 0.5, PETALS.withTargets(new double[150], new double[150]));
        return Stream.of(
                Arguments.of("C must be finite and > 0, but was 0.0", c),
                Arguments.of("C must be finite and > 0, but was NaN", svm),
                Arguments.of("alpha must be finite and >= 0, but was -1.0", alpha),
                Arguments.of("nu must be in (0, 1), but was 1.0", nu),
                Arguments.of("levels must be at least 3, but was 2: use LogisticRegression.binary() for two", levels),
                Arguments.of(
                        "model must have a CumulativeLogitLoss, but has a SquaredLoss: fit it with"
                                + " OrdinalRegression.of(levels)",
                        ordinal),
                Arguments.of("target must not be constant, but its standard deviation was 0.0", constant),
                Arguments.of("data must have one target for its standard deviation, but has 2", several));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void settingsOutOfRangeAreRefused(String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    static Stream<Arguments> doors() {
        return Stream.of(
                Arguments.of(LogisticRegression.binary(), "LogisticLoss", "NoPenalty"),
                Arguments.of(LogisticRegression.multinomial(3), "SoftmaxLoss", "NoPenalty"),
                Arguments.of(LinearSvm.squaredHinge(0.1), "SquaredHingeLoss", "L2Penalty"),
                Arguments.of(LinearSvm.classification(0.1), "HingeLoss", "L2Penalty"),
                Arguments.of(TweedieRegression.of(1.5), "TweedieLoss", "NoPenalty"),
                Arguments.of(CoxRegression.of(), "CoxLoss", "NoPenalty"),
                Arguments.of(LinearRanker.lambdaRank(), "LambdaRankLoss", "NoPenalty"),
                Arguments.of(LinearRanker.listNet(), "ListNetLoss", "NoPenalty"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("doors")
    void aFrontDoorIsNoMoreThanItsParts(LinearSpec spec, String loss, String penalty) {
        Loss part = spec.loss();
        assertThat(part.name()).isEqualTo(loss);
        assertThat(spec.penalty().name()).isEqualTo(penalty);
        assertThat(spec.intercept()).isTrue();
        assertThat(spec.standardizePenalty()).isFalse();
    }
}
