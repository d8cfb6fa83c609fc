package dev.limpid.algorithms.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.algorithms.linear.LinearModel;
import dev.limpid.algorithms.linear.OrdinalRegression;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.multiclass.CumulativeLogitLoss;
import dev.limpid.core.optimizer.Lbfgs;
import org.junit.jupiter.api.Test;

/**
 * Thresholds of ordinal regression with their errors, against Newton's method on slopes and thresholds with mpmath 1.2.1 (40
 * digits) for the rows of {@link Toy}. {@code polr(…, Hess = TRUE)} of R 4.2.2 with MASS 7.3-58.2 prints 5.958301, −0.396240,
 * 1.238815, 4.494706 with errors 1.243660, 0.869489, 0.669772, 0.957184 where its BFGS stops, and a log-likelihood of
 * −47.13723; OrderedModel of statsmodels 0.13.5 the same slopes and errors.
 */
class OrdinalSummaryTest {

    /** What is left of the digits of the fit. */
    private static final double RELATIVE = 1e-7;

    private final Dataset data = Toy.data(Toy::code);
    private final LinearModel model = OrdinalRegression.of(3)
            .optimizer(Lbfgs.defaults().withTolerance(1e-13))
            .fit(data);
    private final Summary summary = model.summary(data);

    private static void same(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(RELATIVE * Math.abs(expected)));
    }

    @Test
    void slopesAndThresholds() {
        double[] estimates = {5.958300958516112, -0.3962404688503989, 1.238814745675698, 4.494706329288934};
        double[] errors = {1.2436608259152642, 0.8694888310438231, 0.6697719568225334, 0.9571844635983621};

        assertThat(summary.coefficients()).extracting(CoefficientRow::name).containsExactly("a", "b", "0|1", "1|2");
        for (int j = 0; j < 4; j++) {
            same(summary.coefficients().get(j).estimate(), estimates[j]);
            same(summary.coefficients().get(j).standardError(), errors[j]);
            same(summary.covariance()[j][j], errors[j] * errors[j]);
        }
        same(summary.covariance()[2][3], 0.4981286743340351);
        same(summary.measures().logLikelihood(), -47.13723480881596);
        assertThat(summary.covarianceNames()).containsExactly("a", "b", "0|1", "1|2");
        assertThat(summary.coefficient("1|2").estimate())
                .isCloseTo(OrdinalRegression.thresholds(model)[1], within(1e-12));
    }

    @Test
    void thresholdsHaveTheNamesOfTheirClasses() {
        String[] labels = new String[Toy.ROWS];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = new String[] {"a: poor", "b: fair", "c: good"}[(int) Toy.code(i)];
        }
        Dataset named = data.withLabels(labels);

        assertThat(OrdinalRegression.of(3).fit(named).summary(named).covarianceNames())
                .containsExactly("a", "b", "a: poor|b: fair", "b: fair|c: good");
    }

    @Test
    void itPrintsOneBlock() {
        assertThat(summary.toString().lines().skip(10).toList()).containsExactly("""
                ==================================================================================
                                       coef    std err          z      P>|z|     [0.025     0.975]
                ----------------------------------------------------------------------------------
                a                    5.9583     1.2437      4.791   1.66e-06     3.5208     8.3958
                b                   -0.3962     0.8695     -0.456     0.6486    -2.1004     1.3079
                0|1                  1.2388     0.6698      1.850     0.0644   -0.07391     2.5515
                1|2                  4.4947     0.9572      4.696   2.66e-06     2.6187     6.3708
                ==================================================================================
                """.split("\n"));
    }

    /** Where all scores depend on the row there are no thresholds to speak of. */
    @Test
    void partialOddsKeepTheirScores() {
        assertThat(LinearModel.with(new CumulativeLogitLoss(3))
                        .fit(data)
                        .summary(data)
                        .coefficients())
                .extracting(row -> row.output() + " " + row.name())
                .containsExactly("0 intercept", "0 a", "0 b", "1 intercept", "1 a", "1 b");
    }

    /** θ that is no minimum has no errors, of thresholds neither. */
    @Test
    void thresholdsWithoutErrors() {
        Summary stopped = LinearInference.of(
                        new dev.limpid.core.hypothesis.LocationHypothesis(2, 2),
                        new CumulativeLogitLoss(3),
                        data,
                        new double[] {0, 0, 30, -30})
                .summary();

        assertThat(stopped.coefficient("1|2").estimate()).isFinite();
        assertThat(stopped.warnings()).isNotEmpty();
    }
}
