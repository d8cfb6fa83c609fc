package dev.limpid.algorithms.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.algorithms.linear.LinearModel;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.FormulaLoss;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.glm.GammaLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.optimizer.Lbfgs;
import dev.limpid.core.optimizer.MajorizeMinimize;
import dev.limpid.core.optimizer.Optimizer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What has to hold of a summary whatever the loss and the errors. */
class InferenceLawsTest {

    /** Rounding of sums of sixty rows and of the fits' last steps. */
    private static final double RELATIVE = 1e-9;

    private static Stream<Arguments> cases() {
        List<StandardErrors> errors = List.of(
                StandardErrors.model(),
                StandardErrors.hc0(),
                StandardErrors.hc1(),
                StandardErrors.hc2(),
                StandardErrors.hc3());
        Stream<Arguments> scalar = Stream.of(
                        Arguments.of(new SquaredLoss(), Toy.data(Toy::real)),
                        Arguments.of(new LogisticLoss(), Toy.data(Toy::binary)),
                        Arguments.of(new PoissonLoss(), Toy.data(Toy::count)),
                        Arguments.of(new GammaLoss(), Toy.data(Toy::positive)))
                .flatMap(one -> errors.stream().map(e -> Arguments.of(one.get()[0], one.get()[1], e)));
        Stream<Arguments> classes =
                errors.stream().limit(3).map(e -> Arguments.of(new SoftmaxLoss(3), Toy.data(Toy::code), e));
        return Stream.concat(scalar, classes);
    }

    private static Optimizer<?> exact(Loss loss) {
        return loss.scores() == 1
                ? MajorizeMinimize.defaults().withTolerance(1e-13)
                : Lbfgs.defaults().withTolerance(1e-13);
    }

    private static Summary summary(Loss loss, Dataset data, StandardErrors errors) {
        return LinearModel.with(loss)
                .optimizer(exact(loss))
                .fit(data)
                .inference(data)
                .errors(errors)
                .summary();
    }

    private static void same(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(RELATIVE * (1e-3 + Math.abs(expected))));
    }

    private static void same(Summary actual, Summary expected) {
        for (int j = 0; j < expected.coefficients().size(); j++) {
            same(
                    actual.coefficients().get(j).estimate(),
                    expected.coefficients().get(j).estimate());
            same(
                    actual.coefficients().get(j).standardError(),
                    expected.coefficients().get(j).standardError());
            same(
                    actual.coefficients().get(j).pValue(),
                    expected.coefficients().get(j).pValue());
        }
        same(actual.measures().weight(), expected.measures().weight());
        same(actual.measures().deviance(), expected.measures().deviance());
        same(actual.measures().logLikelihood(), expected.measures().logLikelihood());
        same(actual.measures().pValue(), expected.measures().pValue());
    }

    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("cases")
    void aRowOfWeightTwoIsTheRowTwice(Loss loss, Dataset data, StandardErrors errors) {
        double[] w = Toy.weights();
        int[] repeated = IntStream.range(0, Toy.ROWS)
                .flatMap(i -> IntStream.range(0, (int) w[i]).map(k -> i))
                .toArray();

        same(summary(loss, data.withWeights(w), errors), summary(loss, data.select(repeated), errors));
    }

    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("cases")
    void rowsOfWeightZeroAreNotThere(Loss loss, Dataset data, StandardErrors errors) {
        int[] kept = IntStream.range(0, Toy.ROWS).filter(i -> i % 5 != 0).toArray();

        same(
                summary(loss, data.withWeights(Toy.numbers(i -> i % 5 == 0 ? 0 : 1)), errors),
                summary(loss, data.select(kept), errors));
    }

    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("cases")
    void theOrderOfRowsMakesNoDifference(Loss loss, Dataset data, StandardErrors errors) {
        int[] order =
                IntStream.range(0, Toy.ROWS).map(i -> (i * 7 + 3) % Toy.ROWS).toArray();

        same(summary(loss, data.select(order), errors), summary(loss, data, errors));
    }

    /** A cell in another unit: coefficient and error go by its inverse, statistic and p stay. */
    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("cases")
    void scalingAColumnScalesItsCoefficientAndError(Loss loss, Dataset data, StandardErrors errors) {
        double[][] x = new double[Toy.ROWS][];
        for (int i = 0; i < x.length; i++) {
            x[i] = new double[] {1000 * Toy.a(i), Toy.b(i)};
        }
        Dataset scaled = data.withFeatures(
                dev.limpid.core.data.Rows.dense(x), data.schema().columns());

        Summary plain = summary(loss, data, errors);
        Summary other = summary(loss, scaled, errors);
        for (int j = 0; j < plain.coefficients().size(); j++) {
            CoefficientRow row = plain.coefficients().get(j);
            double factor = row.name().equals("a") ? 1000 : 1;
            same(other.coefficients().get(j).estimate() * factor, row.estimate());
            same(other.coefficients().get(j).standardError() * factor, row.standardError());
            same(other.coefficients().get(j).pValue(), row.pValue());
        }
    }

    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("cases")
    void theCovarianceHoldsTheErrors(Loss loss, Dataset data, StandardErrors errors) {
        Summary summary = summary(loss, data, errors);
        double[][] covariance = summary.covariance();

        for (int j = 0; j < covariance.length; j++) {
            String name = summary.covarianceNames().get(j);
            CoefficientRow row = summary.coefficients().stream()
                    .filter(r -> loss.scores() == 1 ? r.name().equals(name) : name.equals(r.output() + ": " + r.name()))
                    .findFirst()
                    .orElseThrow();
            assertThat(Math.sqrt(covariance[j][j])).isEqualTo(row.standardError());
            for (int k = 0; k < covariance.length; k++) {
                assertThat(covariance[j][k]).isEqualTo(covariance[k][j]);
            }
        }
    }

    /** A reference level in place of another: the other's coefficient changes its sign, and keeps its error. */
    @Test
    void aReferenceLevelHasNoError() {
        double[][] x = new double[Toy.ROWS][];
        double[][] swapped = new double[Toy.ROWS][];
        for (int i = 0; i < x.length; i++) {
            x[i] = new double[] {i % 2, Toy.b(i), 7};
            swapped[i] = new double[] {1 - i % 2, Toy.b(i), 7};
        }
        double[] y = Toy.numbers(Toy::real);
        Dataset data = Dataset.of(x, y).withNames("side", "b", "seven").withCategorical("side", "left", "right", "top");
        Dataset other =
                Dataset.of(swapped, y).withNames("side", "b", "seven").withCategorical("side", "right", "left", "top");

        Summary summary = summary(new SquaredLoss(), data, StandardErrors.model());
        Summary mirrored = summary(new SquaredLoss(), other, StandardErrors.model());

        assertThat(summary.coefficients())
                .extracting(CoefficientRow::name, CoefficientRow::note)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("intercept", ""),
                        org.assertj.core.api.Assertions.tuple("side = left", "reference"),
                        org.assertj.core.api.Assertions.tuple("side = right", ""),
                        org.assertj.core.api.Assertions.tuple("side = top", "left out: no row has it"),
                        org.assertj.core.api.Assertions.tuple("b", ""),
                        org.assertj.core.api.Assertions.tuple("seven", "left out: the same in all rows"));
        CoefficientRow right = summary.coefficient("side = right");
        same(mirrored.coefficient("side = left").estimate(), -right.estimate());
        same(mirrored.coefficient("side = left").standardError(), right.standardError());
    }

    /** A column that the fit didn't use, as it depends on others, is left out here too. */
    @Test
    void aColumnThatDependsOnOthersIsLeftOut() {
        double[][] x = new double[Toy.ROWS][];
        for (int i = 0; i < x.length; i++) {
            x[i] = new double[] {Toy.a(i), Toy.b(i), Toy.a(i) + Toy.b(i)};
        }
        Dataset data = Dataset.of(x, Toy.numbers(Toy::binary)).withNames("a", "b", "both");

        Summary summary = summary(new LogisticLoss(), data, StandardErrors.model());
        Summary without = summary(new LogisticLoss(), Toy.data(Toy::binary), StandardErrors.model());

        assertThat(summary.coefficient("both").note()).isEqualTo("left out: depends on other columns");
        same(summary.coefficient("a").standardError(), without.coefficient("a").standardError());
        assertThat(summary.warnings()).isEmpty();
    }

    /** A loss of one's own, as a formula, is given its family. */
    @Test
    void aUsersLossGetsTheErrorsOfItsFamily() {
        FormulaLoss poisson = new FormulaLoss() {
            @Override
            public Jet formula(double y, Jet f) {
                return f.exp().minus(f.times(y));
            }

            @Override
            public double mean(double f) {
                return Math.exp(f);
            }
        };
        Dataset data = Toy.data(Toy::count);
        LinearInference own =
                LinearModel.with(poisson).optimizer(exact(poisson)).fit(data).inference(data);

        Summary built = summary(new PoissonLoss(), data, StandardErrors.model());
        Summary mine = own.family(Families.of(new PoissonLoss()).orElseThrow()).summary();

        same(mine, built);
        same(
                own.summary().coefficient("a").standardError(),
                summary(new PoissonLoss(), data, StandardErrors.hc1())
                        .coefficient("a")
                        .standardError());
    }

    /** Confidence 1 − p makes an interval that ends at 0. */
    @Test
    void intervalsAndPValuesAgree() {
        Dataset data = Toy.data(Toy::binary);
        LinearInference inference =
                LinearModel.with(new LogisticLoss()).fit(data).inference(data);
        double p = inference.summary().coefficient("a").pValue();

        assertThat(inference.confidence(1 - p).summary().coefficient("a").lower())
                .isCloseTo(0, within(1e-9));
    }
}
