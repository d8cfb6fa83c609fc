package dev.limpid.algorithms.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.algorithms.SharedData;
import dev.limpid.algorithms.data.Csv;
import dev.limpid.algorithms.linear.CoxRegression;
import dev.limpid.algorithms.linear.LinearModel;
import dev.limpid.core.data.Column;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Missing;
import dev.limpid.core.data.Rows;
import dev.limpid.core.loss.survival.AftLoss;
import dev.limpid.core.loss.survival.LogTime;
import dev.limpid.core.loss.survival.Ties;
import dev.limpid.core.optimizer.Lbfgs;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Summaries of Cox's regression and of failure times against {@code summary(coxph(Surv(time, status) ~ age + sex + ph.ecog))} of R 4.2.2 with
 * survival 3.5-3 (eps = 1e-14), on the lung cancer data of the North Central Cancer Treatment Group.
 */
class SurvivalSummaryTest {

    /** What is left of the digits of the fit. */
    private static final double RELATIVE = 1e-7;

    /** R rounds Wald's test to two decimals. */
    private static final double TWO_DECIMALS = 0.005 + 1e-9;

    private static Dataset lung(String... features) {
        Dataset all = Csv.of(SharedData.path("survival/lung.csv.gz"))
                .target("time", "status")
                .missing(Missing.KEEP)
                .read();
        double[][] columns = new double[features.length][all.size()];
        for (int j = 0; j < features.length; j++) {
            all.features().copyColumn(all.schema().indexOf(features[j]), 0, all.size(), columns[j]);
        }
        Dataset some = all.withFeatures(
                Rows.ofColumns(columns),
                Arrays.stream(features).map(Column::numeric).toList());
        Dataset rows = some.select(IntStream.range(0, some.size())
                .filter(i -> Arrays.stream(some.features().row(i)).noneMatch(Double::isNaN))
                .toArray());
        double[] event =
                Arrays.stream(rows.targets().get(1).toArray()).map(s -> s - 1).toArray();
        return rows.withTargets(rows.targets().get(0).toArray(), event);
    }

    private static int[] last(Dataset data) {
        int column = data.features().columns() - 1;
        return IntStream.range(0, data.size())
                .map(i -> (int) data.features().row(i)[column])
                .toArray();
    }

    private static Dataset withoutLast(Dataset data) {
        double[][] columns = new double[data.features().columns() - 1][data.size()];
        for (int j = 0; j < columns.length; j++) {
            data.features().copyColumn(j, 0, data.size(), columns[j]);
        }
        return data.withFeatures(
                Rows.ofColumns(columns), data.schema().columns().subList(0, columns.length));
    }

    private static LinearModel fit(Ties ties, Dataset data) {
        return CoxRegression.of(ties)
                .optimizer(Lbfgs.defaults().withTolerance(1e-12))
                .fit(data);
    }

    private static void same(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(RELATIVE * Math.abs(expected)));
    }

    private static void errors(Summary summary, double... expected) {
        for (int j = 0; j < expected.length; j++) {
            same(summary.coefficients().get(j).standardError(), expected[j]);
        }
    }

    private static void chances(Summary summary, double... expected) {
        for (int j = 0; j < expected.length; j++) {
            assertThat(summary.coefficients().get(j).pValue()).isCloseTo(expected[j], within(1e-6 * expected[j]));
        }
    }

    private static void tests(Summary summary, double ratio, double wald, double score) {
        assertThat(summary.tests()).extracting(GlobalTest::name).containsExactly("likelihood ratio", "Wald", "score");
        assertThat(summary.tests()).extracting(GlobalTest::degrees).containsExactly(3, 3, 3);
        same(summary.tests().get(0).statistic(), ratio);
        assertThat(summary.tests().get(1).statistic()).isCloseTo(wald, within(TWO_DECIMALS));
        same(summary.tests().get(2).statistic(), score);
    }

    @Test
    void tiesByEfron() {
        Dataset lung = lung("age", "sex", "ph.ecog");
        Summary summary = fit(Ties.EFRON, lung).summary(lung);

        errors(summary, 0.0092674110143657, 0.16773905378342227, 0.11357726616137125);
        chances(summary, 0.23241567951, 0.00098605137547, 4.4470666943553044e-05);
        same(Math.exp(summary.coefficient("sex").lower()), 0.4142130186234502);
        same(Math.exp(summary.coefficient("sex").upper()), 0.7994351275184659);
        tests(summary, 30.50066877315703, 29.93, 30.499922704949103);
        same(summary.tests().get(0).pValue(), 1.08281769919846e-06);
        same(summary.tests().get(2).pValue(), 1.0832092476937268e-06);
        FitMeasures m = summary.measures();
        same(m.logLikelihood(), -729.2301213748617);
        same(m.aic(), 1464.4602427497234);
        same(m.bic(), 1473.759842033196);
        assertThat(m.rows()).isEqualTo(227);
        assertThat(m.weight()).isEqualTo(164);
        same(summary.concordance().orElseThrow(), 0.6371354930004549);
        assertThat(summary.warnings()).isEmpty();
    }

    @Test
    void tiesByBreslow() {
        Dataset lung = lung("age", "sex", "ph.ecog");
        Summary summary = fit(Ties.BRESLOW, lung).summary(lung);

        errors(summary, 0.009266770114202268, 0.16774244801782776, 0.11357405206057965);
        tests(summary, 30.40822817877529, 29.84, 30.406406915329907);
        same(summary.measures().logLikelihood(), -729.4887051767732);
    }

    /** coxph(…, robust = TRUE). */
    @Test
    void robustErrors() {
        Dataset lung = lung("age", "sex", "ph.ecog");

        errors(
                fit(Ties.BRESLOW, lung)
                        .inference(lung)
                        .errors(StandardErrors.hc0())
                        .summary(),
                0.00986140619333279,
                0.16448354941559704,
                0.12396345276805401);
        errors(
                fit(Ties.EFRON, lung)
                        .inference(lung)
                        .errors(StandardErrors.hc0())
                        .summary(),
                0.009881392780055663,
                0.1647484279499472,
                0.12415884860232336);
    }

    /** coxph(…, cluster = inst), of the rows whose institution is known. */
    @Test
    void errorsByInstitution() {
        Dataset lung = lung("age", "sex", "ph.ecog", "inst");
        int[] institution = last(lung);
        Dataset data = withoutLast(lung);

        Summary summary = fit(Ties.EFRON, data)
                .inference(data)
                .errors(StandardErrors.clustered(institution))
                .summary();

        errors(summary, 0.006888727056330994, 0.11228667990703355, 0.1176159532712615);
        chances(summary, 0.10299295934205877, 7.162822828798154e-07, 6.624226901612484e-05);
    }

    /** coxph(… + strata(sex)). */
    @Test
    void strata() {
        Dataset lung = lung("age", "ph.ecog", "sex");
        int[] sex = last(lung);
        Dataset data = withoutLast(lung).withGroups(sex);
        Summary summary = fit(Ties.EFRON, data).summary(data);

        errors(summary, 0.009241373893093738, 0.11476109785480268);
        same(summary.measures().logLikelihood(), -628.7709395012052);
        same(summary.concordance().orElseThrow(), 0.605849182834751);
    }

    /** summary(survreg(Surv(time, status) ~ age + sex, dist = …)), rel.tolerance = 1e-15. */
    @Test
    void failureTimes() {
        times(
                LogTime.weibull(),
                new double[] {0.48136695286388437, 0.00695747226505559, 0.12747684050486163, 0.061883272125111015},
                -1147.0544314319498,
                13.593513314911888);
        times(
                LogTime.logLogistic(),
                new double[] {0.5326922577805621, 0.007714426392454503, 0.1403552612694655, 0.06543320477625646},
                -1152.8972253243305,
                16.0667963738033);
        times(
                LogTime.logNormal(),
                new double[] {0.5929274039324594, 0.008388238828401028, 0.15515223542355502, 0.056015677361000896},
                -1158.7501425939909,
                21.0378254232146);
    }

    private static void times(LogTime distribution, double[] errors, double logLikelihood, double chi) {
        Dataset lung = lung("age", "sex");
        Summary summary = LinearModel.with(new AftLoss(distribution))
                .locationOnly()
                .optimizer(Lbfgs.defaults().withTolerance(1e-11))
                .fit(lung)
                .summary(lung);

        errors(summary, errors);
        assertThat(summary.measures().statistic()).isCloseTo(chi, within(1e-6));
        assertThat(summary.measures().statisticDegrees()).isEqualTo(2);
        same(summary.measures().aic(), 8 - 2 * logLikelihood);
        assertThat(summary.covarianceNames())
                .containsExactly("log time: age", "log time: sex", "log time: intercept", "log scale: intercept");
        assertThat(summary.warnings()).isEmpty();
    }

    @Test
    void itPrintsHazardRatios() {
        Dataset lung = lung("age", "sex", "ph.ecog");

        assertThat(fit(Ties.EFRON, lung).summary(lung)).hasToString("""
                                             LinearModel with CoxLoss
                ==================================================================================
                Family:              partial likelihood    Rows:                               227
                Log-likelihood:                 -729.23    Events:                             164
                AIC:                             1464.5    Coefficients:                         3
                BIC:                             1473.8    Concordance:                     0.6371
                Likelihood ratio χ²(3):          30.501    P of that:                     1.08e-06
                Wald χ²(3):                      29.929    P of that:                     1.43e-06
                Score χ²(3):                     30.500    P of that:                     1.08e-06
                Condition number:                1.1993    Standard errors:         from the model
                ==================================================================================
                                       coef    std err          z      P>|z|     [0.025     0.975]
                ----------------------------------------------------------------------------------
                age                 0.01107   0.009267      1.194     0.2324  -0.007097    0.02923
                sex                 -0.5526     0.1677     -3.294   9.86e-04    -0.8814    -0.2238
                ph.ecog              0.4637     0.1136      4.083   4.45e-05     0.2411     0.6863
                ==================================================================================
                                  exp(coef) exp(-coef)     [0.025     0.975]
                ----------------------------------------------------------------------------------
                age                  1.0111     0.9890     0.9929     1.0297
                sex                  0.5754     1.7378     0.4142     0.7994
                ph.ecog              1.5900     0.6289     1.2727     1.9864
                ==================================================================================
                """);
    }
}
