package dev.limpid.algorithms.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.algorithms.linear.CoxRegression;
import dev.limpid.algorithms.linear.LinearModel;
import dev.limpid.algorithms.linear.LinearRanker;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.Unit;
import dev.limpid.core.loss.UnitLoss;
import dev.limpid.core.loss.ranking.LambdaRankLoss;
import dev.limpid.core.loss.ranking.PairwiseLogisticLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.loss.survival.CoxLoss;
import dev.limpid.core.loss.survival.Ties;
import dev.limpid.core.optimizer.Lbfgs;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Inference of losses of groups: laws of its numbers, and what it refuses. */
class UnitInferenceTest {

    /** What is left of the digits of two fits. */
    private static final double RELATIVE = 1e-6;

    private static Dataset times() {
        double[] time = Toy.numbers(i -> Math.ceil(10 * Toy.positive(i)));
        double[] event = Toy.numbers(i -> Toy.u(i) < 0.7 ? 1 : 0);
        return Toy.data(Toy::real).withTargets(time, event);
    }

    private static Dataset queries() {
        return Toy.data(i -> Math.floor(4 * (Toy.u(i) + Toy.a(i)) / 2))
                .withGroups(IntStream.range(0, Toy.ROWS).map(i -> i / 5).toArray());
    }

    private static LinearModel cox(Dataset data) {
        return CoxRegression.of(Ties.BRESLOW)
                .optimizer(Lbfgs.defaults().withTolerance(1e-12))
                .fit(data);
    }

    private static LinearModel pairs(Dataset data) {
        return LinearRanker.pairwise()
                .optimizer(Lbfgs.defaults().withTolerance(1e-12))
                .fit(data);
    }

    private static double[] errors(Summary summary) {
        return summary.coefficients().stream()
                .mapToDouble(CoefficientRow::standardError)
                .toArray();
    }

    private static void same(double[] actual, double[] expected) {
        for (int j = 0; j < expected.length; j++) {
            assertThat(actual[j]).isCloseTo(expected[j], within(RELATIVE * expected[j]));
        }
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    /** Weight 2 is the row twice; a weight of 0 is no row. */
    @Test
    void weightsCountRows() {
        Dataset data = times();
        double[] weights = Toy.numbers(i -> i % 3);
        int[] copies = IntStream.range(0, Toy.ROWS)
                .flatMap(i -> IntStream.generate(() -> i).limit(i % 3))
                .toArray();
        Dataset weighted = data.withWeights(weights);
        Dataset copied = data.select(copies);
        Summary one = cox(weighted).summary(weighted);
        Summary other = cox(copied).summary(copied);

        same(errors(one), errors(other));
        same(
                errors(cox(weighted)
                        .inference(weighted)
                        .errors(StandardErrors.hc0())
                        .summary()),
                errors(cox(copied)
                        .inference(copied)
                        .errors(StandardErrors.hc0())
                        .summary()));
        assertThat(one.concordance().orElseThrow())
                .isCloseTo(other.concordance().orElseThrow(), within(RELATIVE));
        assertThat(one.measures().bic()).isCloseTo(other.measures().bic(), within(RELATIVE));
    }

    /** By the definition, over all pairs. */
    @Test
    void concordanceOfAllPairs() {
        Dataset data = times();
        LinearModel model = cox(data);
        double[] f = model.scores(data)[0];
        double[] time = data.targets().get(0).toArray();
        double[] event = data.targets().get(1).toArray();
        double agreeing = 0;
        double pairs = 0;
        for (int i = 0; i < f.length; i++) {
            for (int j = 0; j < f.length; j++) {
                if (event[i] == 1 && (time[j] > time[i] || (time[j] == time[i] && event[j] == 0))) {
                    pairs++;
                    agreeing += f[i] > f[j] ? 1 : f[i] == f[j] ? 0.5 : 0;
                }
            }
        }

        assertThat(model.summary(data).concordance().orElseThrow()).isCloseTo(agreeing / pairs, within(1e-12));
    }

    /** Pairs are logistic regressions of differences without an intercept, of targets that are all 1. */
    @Test
    void pairsAreALogisticRegressionOfDifferences() {
        Dataset data = queries();
        Summary summary = pairs(data)
                .inference(data)
                .likelihood()
                .errors(StandardErrors.model())
                .summary();
        double[][] h = new double[2][2];
        double[] w = {
            summary.coefficients().get(0).estimate(),
            summary.coefficients().get(1).estimate()
        };
        double[] y = data.targets().get(0).toArray();
        for (int i = 0; i < y.length; i++) {
            for (int j = 0; j < y.length; j++) {
                if (i / 5 == j / 5 && y[i] > y[j]) {
                    double[] d = {Toy.a(i) - Toy.a(j), Toy.b(i) - Toy.b(j)};
                    double p = 1 / (1 + Math.exp(-w[0] * d[0] - w[1] * d[1]));
                    for (int a = 0; a < 4; a++) {
                        h[a / 2][a % 2] += p * (1 - p) * d[a / 2] * d[a % 2];
                    }
                }
            }
        }
        double determinant = h[0][0] * h[1][1] - h[0][1] * h[1][0];

        same(errors(summary), new double[] {Math.sqrt(h[1][1] / determinant), Math.sqrt(h[0][0] / determinant)});
        assertThat(summary.tests()).hasSize(3);
    }

    @Test
    void rankersHaveErrorsByGroup() {
        Dataset data = queries();
        Summary summary = pairs(data).summary(data);
        Summary said =
                pairs(data).inference(data).errors(StandardErrors.clustered()).summary();

        assertThat(summary.errors()).hasToString("robust, clustered");
        assertThat(errors(summary)).containsExactly(errors(said)).doesNotContain(0);
        assertThat(summary.measures().logLikelihood()).isNaN();
        assertThat(summary.tests()).isEmpty();
        assertThat(summary.concordance()).isEmpty();
        assertThat(summary.warnings())
                .containsExactly("PairwiseLogisticLoss isn't the likelihood of a family known here: standard errors are"
                        + " robust, clustered, and there is no likelihood.");
        LinearModel lists = LinearRanker.listNet()
                .optimizer(Lbfgs.defaults().withTolerance(1e-12))
                .fit(data);
        assertThat(lists.summary(data).coefficient("a").standardError()).isPositive();
    }

    /** Without a likelihood there is no line for what follows from one. */
    @Test
    void aRankerPrintsWhatIsKnown() {
        Dataset data = queries();

        assertThat(pairs(data).summary(data).toString().lines().limit(6).toList())
                .containsExactly(
                        "                      LinearModel with PairwiseLogisticLoss",
                        "=".repeat(82),
                        "Family:                         unknown    Rows:                                60",
                        "Mass of groups:                      86    Coefficients:                         2",
                        "Residual degrees:                    84    Condition number:                1.5699",
                        "Standard errors:      robust, clustered");
    }

    @Test
    void errorsThatCannotBeHad() {
        Dataset data = queries();
        LinearInference ranker = pairs(data).inference(data);
        Dataset survival = times();
        LinearInference cox = cox(survival).inference(survival);

        refused(
                () -> ranker.errors(StandardErrors.model()).summary(),
                "standard errors from the model need a likelihood, but PairwiseLogisticLoss isn't known to be one: use"
                        + " clustered, or say that it is one by likelihood()");
        refused(
                () -> ranker.errors(StandardErrors.hc0()).summary(),
                "hc0 takes rows for independent, but of PairwiseLogisticLoss groups alone can be, for it has no score"
                        + " residuals: use clustered");
        refused(
                () -> ranker.errors(StandardErrors.clustered(Toy.clusters())).summary(),
                "clusters must hold groups whole for PairwiseLogisticLoss, but group 0 has rows in clusters 0 and 1");
        refused(
                () -> cox.errors(StandardErrors.hc3()).summary(),
                "standard errors must be model, hc0 or clustered for CoxLoss, a loss of groups, but were robust (HC3): its"
                        + " rows have no residuals of their own");
        refused(
                () -> cox.information(Information.EXPECTED).summary(),
                "expected information needs a loss of rows with one score each, but CoxLoss is none: use"
                        + " Information.OBSERVED");
    }

    @Test
    void familiesAndLikelihoods() {
        Dataset survival = times();
        LinearInference cox = cox(survival).inference(survival);
        Dataset real = Toy.data(Toy::real);
        LinearInference squared = LinearModel.with(new SquaredLoss()).fit(real).inference(real);
        Family family = new Family() {
            @Override
            public String name() {
                return "none";
            }

            @Override
            public double logLikelihood(double[] y, double[] f, double dispersion) {
                return 0;
            }

            @Override
            public double deviance(double[] y, double[] f) {
                return 0;
            }
        };

        refused(
                () -> cox.family(family),
                "a family is of single rows, but CoxLoss is a loss of groups: say that it is a likelihood by likelihood(), if"
                        + " it is");
        refused(
                squared::likelihood,
                "likelihood() is said of losses of groups of rows, but SquaredLoss is one of rows: name its family");
    }

    @Test
    void lossesThatHaveNoSecondDerivatives() {
        Dataset data = queries();
        LinearHypothesis hypothesis = new LinearHypothesis(2, 1, false);
        UnitLoss mine = new PairwiseLogisticLoss() {
            @Override
            public void secondDerivativeTimes(Unit unit, double[] d, double[] out) {
                throw new UnsupportedOperationException("mine has none");
            }

            @Override
            public String name() {
                return "Mine";
            }
        };

        refused(
                () -> LinearInference.of(hypothesis, new LambdaRankLoss(), data, new double[2]),
                "standard errors need a loss with second derivatives, but LambdaRankLoss has kinks or jumps: fit bootstrap"
                        + " samples of the groups");
        refused(
                () -> LinearInference.of(hypothesis, mine, data, new double[2]),
                "standard errors need second derivatives: mine has none");
        refused(
                () -> LinearInference.of(hypothesis, new PairwiseLogisticLoss(), Toy.data(Toy::code), new double[2]),
                "PairwiseLogisticLoss needs data with groups, but the data has none: name the column that tells which rows"
                        + " belong together");
    }

    /** A subclass isn't known to be a likelihood, but may be said to be one, and then has the numbers of its parent. */
    @Test
    void aCopyHasTheNumbersOfCoxsLoss() {
        class Copy extends CoxLoss {}

        Dataset data = times();
        double[] theta = CoxRegression.of()
                .optimizer(Lbfgs.defaults().withTolerance(1e-12))
                .fit(data)
                .coefficients()[0];
        LinearHypothesis hypothesis = new LinearHypothesis(2, 1, false);
        Summary parent =
                LinearInference.of(hypothesis, new CoxLoss(), data, theta).summary();
        Summary copy = LinearInference.of(hypothesis, new Copy(), data, theta)
                .likelihood()
                .summary();

        assertThat(Arrays.deepEquals(copy.covariance(), parent.covariance())).isTrue();
        assertThat(copy.tests()).isEqualTo(parent.tests());
    }
}
