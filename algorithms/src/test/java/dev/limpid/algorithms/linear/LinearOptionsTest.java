package dev.limpid.algorithms.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Rows;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.penalty.ElasticNetPenalty;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.penalty.NoPenalty;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.structured.NuclearNormPenalty;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bounds, terms, weights of classes and exposures, each by its definition. */
class LinearOptionsTest {

    /** A hundred times the stop tolerance, beside gradients of size 1 in standardised columns. */
    private static final double KKT = 1e-6;

    private static final Dataset DATA = Sets.random(11, 120, 5);
    private static final Dataset PAIR = Sets.irisPair();

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    /** ∂/∂wⱼ of the mean loss and the ridge, in units of the column's size. */
    private static double[] gradient(LinearModel model, Dataset data, double ridge) {
        double[] f = model.scores(data)[0];
        double[] w = model.coefficients()[0];
        double[] g = new double[w.length];
        for (int j = 0; j < w.length; j++) {
            double size = 0;
            for (int i = 0; i < f.length; i++) {
                double x = data.features().get(i, j);
                g[j] += ((ScalarLoss) model.loss())
                                .gradient(data.targets().get(0).at(i), f[i])
                        * x
                        / f.length;
                size = Math.max(size, Math.abs(x));
            }
            g[j] = (g[j] + ridge * w[j]) / size;
        }
        return g;
    }

    static Stream<Arguments> bounded() {
        return Stream.of(
                Arguments.of(new SquaredLoss(), NoPenalty.of(), 0.0),
                Arguments.of(new SquaredLoss(), L2Penalty.of(0.2), 0.2),
                Arguments.of(new PoissonLoss(), L2Penalty.of(0.2), 0.2));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("bounded")
    void boundsHoldAndTheRestIsAMinimum(Loss loss, Penalty penalty, double ridge) {
        LinearModel free = LinearModel.with(loss).penalty(penalty).fit(DATA);
        double[] w = free.coefficients()[0];
        LinearSpec spec = LinearModel.with(loss)
                .penalty(penalty)
                .bounds("x0", Math.min(w[0] / 4, w[0] / 2), Math.max(w[0] / 4, w[0] / 2))
                .bounds("x2", w[2] - 1, w[2] + 1);
        LinearModel model = (w[1] > 0 ? spec.decreasing("x1") : spec.increasing("x1")).fit(DATA);

        double[] g = gradient(model, DATA, ridge);
        double[] at = model.coefficients()[0];
        assertThat(at[0]).isCloseTo(w[0] / 2, within(1e-15));
        assertThat(g[0] * w[0]).as("would go on to where it was free").isNegative();
        assertThat(at[1]).isZero();
        assertThat(g[1] * w[1]).isNegative();
        for (int j = 2; j < 5; j++) {
            assertThat(g[j]).as("gradient of a free coefficient").isCloseTo(0, within(KKT));
        }
    }

    @Test
    void nonNegativeLeastSquaresHasTheNumbersOfScipy() { // scikit-learn 1.2.1, Ridge(alpha=3, positive=True), to its
        // 1e-5
        Dataset petals = Sets.read("iris", "petal_width", "sepal_length", "sepal_width", "petal_length");
        LinearSpec spec = Ridge.fromAlpha(3, petals)
                .increasing("sepal_length")
                .increasing("sepal_width")
                .increasing("petal_length");
        FrontDoorsTest.assertFit(spec.fit(petals), 1e-5, -0.6390698188979185, 0, 0.082849791731, 0.421794497688);
        assertThat(spec.fit(petals).recipe().toString()).contains("LbfgsB").contains("sepal_width in [0.0, Infinity]");
    }

    @Test
    void aPositiveLassoHasTheNumbersOfScikitLearn() { // scikit-learn 1.2.1, Lasso(alpha=.05, positive=True)
        Dataset petals = Sets.read("iris", "petal_width", "sepal_length", "sepal_width", "petal_length");
        LinearSpec spec = Lasso.of(0.05)
                .increasing("sepal_length")
                .increasing("sepal_width")
                .increasing("petal_length");
        FrontDoorsTest.assertFit(spec.fit(petals), 1e-7, -0.30237455600461827, 0, 0, 0.399602950862);
    }

    @Test
    void boundsAreOnRawCoefficientsWhateverThePenaltySees() {
        LinearSpec spec =
                LinearRegression.of().penalty(ElasticNetPenalty.of(0.1, 0.5)).bounds("x3", 0.7, 0.8);

        assertThat(spec.fit(DATA).coefficient("x3")).isCloseTo(0.7, within(1e-15));
        assertThat(spec.standardizePenalty(true).fit(DATA).coefficient("x3")).isCloseTo(0.7, within(1e-15));
    }

    @Test
    void boundsHoldInEveryScore() {
        LinearModel model = LogisticRegression.multinomial(3)
                .penalty(L2Penalty.of(0.01))
                .bounds("petal_length", -0.5, 0.5)
                .fit(Sets.iris());

        for (int k = 0; k < 3; k++) {
            assertThat(model.coefficient(k, "petal_length")).isBetween(-0.5, 0.5);
        }
    }

    @Test
    void boundsThatCannotBeAreRefused() {
        LinearSpec spec = LinearRegression.of();
        Dataset constant = Dataset.of(new double[][] {{1, 5}, {2, 5}, {4, 5}}, 1, 2, 3);
        assertRefused(
                () -> spec.bounds("x0", 2, 1),
                "bounds of column 'x0' must have lower <= upper with a number between them, but were 2.0 and 1.0");
        assertRefused(
                () -> spec.bounds("x0", Double.NaN, 1),
                "bounds of column 'x0' must have lower <= upper with a number between them, but were NaN and 1.0");
        assertRefused(
                () -> spec.bounds("z", 0, 1).fit(DATA), "column must be one of [x0, x1, x2, x3, x4], but was 'z'");
        assertRefused(
                () -> spec.bounds("x1", 1, 2).fit(constant),
                "bounds of column 'x1' must allow 0, as it is the same in all rows and so its coefficient is 0, but were 1.0 and"
                        + " 2.0");
        assertThat(spec.increasing("x1").fit(constant).coefficient("x1")).isZero();
        assertRefused(
                () -> spec.increasing("x0").fit(constant.withCategorical("x0", "a", "b", "c", "d", "e")),
                "bounds need a numeric column, but 'x0' is categorical: make a column of 0 and 1 of each level that is to be"
                        + " bounded");
        assertRefused(
                () -> spec.penalty(NuclearNormPenalty.of(1)).bounds("x0", 0, 1).fit(DATA),
                "bounds need a penalty whose prox is known inside of them, but that of NuclearNormPenalty with Box isn't: use a"
                        + " penalty of coefficients such as L1Penalty, or L2Penalty");
    }

    @Test
    void weightsOfClassesAreThatManyRows() {
        LinearSpec spec = LogisticRegression.binary().penalty(L2Penalty.of(0.01));
        int[] twice = IntStream.range(0, 100)
                .flatMap(i -> IntStream.range(0, PAIR.targets().get(0).at(i) == 1 ? 3 : 1)
                        .map(k -> i))
                .toArray();

        LinearWeightsTest.assertClose(spec.classWeights(1, 3).fit(PAIR), spec.fit(PAIR.select(twice)), 1e-7);
    }

    @Test
    void balancedClassesWeighTheSame() {
        Dataset some = PAIR.slice(0, 60)
                .withWeights(IntStream.range(0, 60).mapToDouble(i -> 1 + i % 2).toArray());
        LinearSpec spec = LogisticRegression.binary().penalty(L2Penalty.of(0.01));

        LinearWeightsTest.assertClose( // 50 rows of weight 75, 10 of weight 15; Σv = 90
                spec.balancedClasses().fit(some),
                spec.classWeights(90 / (2 * 75.0), 90 / (2 * 15.0)).fit(some),
                1e-12);
        double[] start = spec.balancedClasses().begin(some).model().intercepts();
        assertThat(start[0]).as("log odds of halves").isCloseTo(0, within(1e-12));
    }

    @Test
    void weightsOfClassesCountInValidationToo() {
        LinearSpec spec =
                LogisticRegression.binary().penalty(L2Penalty.of(0.01)).classWeights(1, 3);
        int[] twice = IntStream.range(0, 100)
                .flatMap(i -> IntStream.range(0, PAIR.targets().get(0).at(i) == 1 ? 3 : 1)
                        .map(k -> i))
                .toArray();
        double weighted = spec.fit(PAIR, PAIR).trace().last().number("validation");
        double repeated = spec.classWeights(1, 1)
                .fit(PAIR.select(twice), PAIR.select(twice))
                .trace()
                .last()
                .number("validation");

        assertThat(weighted).isCloseTo(repeated, within(1e-9));
    }

    @Test
    void weightsOfClassesThatCannotBeAreRefused() {
        LinearSpec spec = LogisticRegression.binary();
        assertRefused(() -> spec.classWeights(), "classWeights must have one number per class, but has none");
        assertRefused(
                () -> spec.classWeights(1, 0),
                "classWeights must be finite and > 0, but was 0.0 for class 1: leave its rows out");
        assertRefused(
                () -> spec.classWeights(1, Double.NaN), "classWeights must be finite and > 0, but was NaN for class 1");
        assertRefused(
                () -> spec.classWeights(1, 2, 3).fit(PAIR),
                "classWeights must have length 2 (one per class of LogisticLoss), but has length 3");
        assertRefused(
                () -> LinearRegression.of().balancedClasses().fit(DATA),
                "balancedClasses needs a loss of classes and one target that holds their codes, but SquaredLoss has 0 classes"
                        + " and the data has 1 targets: weight the rows with withWeights");
        assertRefused(
                () -> spec.classWeights(1, 2).fit(Dataset.of(new double[][] {{1}, {2}, {3}}, 0, 0.5, 1)),
                "classWeights needs a target of class codes, but was 0.5 (row 1)");
    }

    @Test
    void anExposureIsAnOffsetOfItsLogarithm() {
        double[] years = new double[120];
        double[] logs = new double[120];
        Arrays.setAll(years, i -> 0.1 + i % 7);
        Arrays.setAll(logs, i -> Math.log(years[i]));

        LinearModel model = PoissonRegression.of().fit(DATA.withExposure(years));

        assertThat(model.coefficients())
                .isDeepEqualTo(
                        PoissonRegression.of().fit(DATA.withOffsets(logs)).coefficients());
        double[] once = model.predict(DATA.withExposure(years));
        years[3] *= 2;
        assertThat(model.predict(DATA.withExposure(years))[3]).isCloseTo(2 * once[3], within(1e-12 * once[3]));
        assertRefused(
                () -> DATA.slice(0, 2).withExposure(1, 0),
                "exposure must be finite and > 0, but exposure[1] was 0.0: leave rows without exposure out");
        assertRefused(() -> DATA.withExposure(1), "exposure must have length 120 (one per row of X), but has length 1");
    }

    /** μ/2·‖w‖² + c·b of raw coefficients, with nothing but a gradient. */
    private record RidgeAndSlope(Blocks blocks, double mu, double c) implements Smooth {

        @Override
        public double value(double[] t) {
            return gradient(t, new double[t.length]);
        }

        @Override
        public double gradient(double[] t, double[] g) {
            int b = blocks.get(LinearHypothesis.INTERCEPT).offset();
            double value = c * t[b];
            for (int j = 0; j < b; j++) {
                value += mu / 2 * t[j] * t[j];
                g[j] = mu * t[j];
            }
            g[b] = c;
            return value;
        }
    }

    @Test
    void aTermSeesRawCoefficients() {
        LinearModel ridge =
                LogisticRegression.binary().penalty(L2Penalty.of(0.02)).fit(PAIR);

        LinearModel term = LogisticRegression.binary()
                .term("0.02/2·‖w‖²", raw -> new RidgeAndSlope(raw, 0.02, 0))
                .fit(PAIR);

        LinearWeightsTest.assertClose(term, ridge, 1e-6);
        assertThat(term.recipe().formula()).isEqualTo("F(w, b) = (1/Σv) Σᵢ vᵢ·ℓ(yᵢ, w·xᵢ + b) + 0.02/2·‖w‖²");
        assertThat(term.recipe().toString()).contains("Lbfgs");
    }

    @Test
    void aTermOnTheInterceptShiftsItsCondition() {
        double c = 0.1;
        LinearModel model = LogisticRegression.binary()
                .penalty(L2Penalty.of(0.02))
                .term("0.1·b", raw -> new RidgeAndSlope(raw, 0, c))
                .fit(PAIR);

        double sum = 0;
        double[] p = model.predict(PAIR);
        for (int i = 0; i < p.length; i++) {
            sum += (p[i] - PAIR.targets().get(0).at(i)) / p.length;
        }
        assertThat(sum).isCloseTo(-c, within(1e-8)); // ∂F/∂b = mean(p − y) + c
    }

    @Test
    void aTermWithAMatrixKeepsTheWayOfMatricesOpen() {
        LinearSpec spec = LogisticRegression.binary()
                .penalty(L2Penalty.of(0.02))
                .term("0.1·b", raw -> LinearTerm.of(raw, LinearHypothesis.INTERCEPT, 0.1));

        LinearWeightsTest.assertClose(
                spec.optimizer(dev.limpid.core.optimizer.MajorizeMinimize.defaults())
                        .fit(PAIR),
                spec.fit(PAIR),
                1e-6);
    }

    @Test
    void aMatrixOfATermIsThatOfItsGradient() {
        Dataset data = Sets.random(2, 40, 3);
        LinearFit fit = new LinearFit(LinearRegression.of().penalty(L2Penalty.of(1)), data);
        RawCoefficients change = new RawCoefficients(
                fit.design(), new LinearHypothesis(fit.design().size(), 1, true).blocks(), 1);
        var ridge = dev.limpid.core.objective.EmpiricalRisk.linear(
                new LinearHypothesis(3, 1, true), new LogisticLoss(), binary(data));
        var term = (dev.limpid.core.objective.Curved) RawTerm.of(ridge, change);
        double[] t = {0.3, -0.2, 0.1, 0.4};
        double[][] b = new double[4][4];
        term.quadratic(t, Double.POSITIVE_INFINITY, new double[4], b);
        for (int k = 0; k < 4; k++) {
            double[] up = t.clone();
            double[] down = t.clone();
            up[k] += 1e-5;
            down[k] -= 1e-5;
            double[] gUp = new double[4];
            double[] gDown = new double[4];
            term.gradient(up, gUp);
            term.gradient(down, gDown);
            for (int j = k; j < 4; j++) {
                assertThat(b[j][k]).isCloseTo((gUp[j] - gDown[j]) / 2e-5, within(1e-7)); // central differences
            }
        }
    }

    private static Dataset binary(Dataset data) {
        double[] y = new double[data.size()];
        Arrays.setAll(y, i -> i % 2);
        return data.withTargets(y);
    }

    @Test
    void aTermOfOtherParametersIsRefused() {
        assertRefused(
                () -> LinearRegression.of()
                        .term(
                                "0",
                                raw -> LinearTerm.of(
                                        Blocks.single(2),
                                        Blocks.single(2).list().get(0).name(),
                                        0))
                        .fit(DATA),
                "term must have 6 parameters (one per raw coefficient and intercept), but has 2: make it for the blocks that it"
                        + " is handed");
    }

    @Test
    void aSpecTellsItsOptionsApart() {
        LinearSpec spec = LinearRegression.of();
        assertThat(spec.increasing("a")).isEqualTo(spec.increasing("a")).isNotEqualTo(spec.decreasing("a"));
        assertThat(spec.classWeights(1, 2)).isEqualTo(spec.classWeights(1, 2)).isNotEqualTo(spec.balancedClasses());
        assertThat(spec.locationOnly()).isNotEqualTo(spec);
        assertThat(spec.balancedClasses().recipe().toString()).contains("classWeights = balanced");
        assertThat(OrdinalRegression.of(3).recipe().formula())
                .isEqualTo("F(w, b) = (1/Σv) Σᵢ vᵢ·ℓ(yᵢ, (w·xᵢ + b₀, b₁, …))");
        assertThat(LinearSvm.oneClass(0.1).recipe().formula())
                .isEqualTo("F(w, b) = (1/Σv) Σᵢ vᵢ·ℓ(1, w·xᵢ + b) + 0.1/2·‖w‖² + 0.1·b");
    }

    @Test
    void sparseRowsTakeBoundsAndTerms() {
        double[][] x = new double[60][4];
        double[] y = new double[60];
        double[] cells = new double[60];
        int[] columns = new int[60];
        for (int i = 0; i < 60; i++) {
            columns[i] = i % 4;
            cells[i] = 1 + i % 3;
            x[i][columns[i]] = cells[i];
            y[i] = i % 4 - 1.5;
        }
        Dataset dense = Dataset.of(x, y);
        Rows rows = Rows.sparse(4, IntStream.rangeClosed(0, 60).toArray(), columns, cells);
        Dataset sparse = Dataset.of(rows, dev.limpid.core.data.Missing.REFUSE, y);
        LinearSpec spec = LinearRegression.of().penalty(L1Penalty.of(0.01)).increasing("x0");

        LinearWeightsTest.assertClose(spec.fit(sparse), spec.fit(dense), 1e-6);
    }
}
