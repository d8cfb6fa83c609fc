package dev.limpid.algorithms.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.algorithms.SharedData;
import dev.limpid.algorithms.data.Csv;
import dev.limpid.core.data.Column;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Missing;
import dev.limpid.core.data.Rows;
import dev.limpid.core.loss.survival.AftLoss;
import dev.limpid.core.loss.survival.LogTime;
import dev.limpid.core.loss.survival.Ties;
import dev.limpid.core.penalty.L2Penalty;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The front doors on real sets, against other tools. Sets that aren't here are skipped. */
class FrontDoorsSharedDataTest {

    /** The optimizers stop at 1e-8 of the first gradient. */
    private static final double TOOL = 1e-6;

    private static double[] column(Dataset data, String name) {
        double[] cells = new double[data.size()];
        data.features().copyColumn(data.schema().indexOf(name), 0, cells.length, cells);
        return cells;
    }

    /** The named columns alone. */
    private static Dataset only(Dataset data, String... names) {
        double[][] columns =
                Arrays.stream(names).map(name -> column(data, name)).toArray(double[][]::new);
        return data.withFeatures(
                Rows.ofColumns(columns),
                Arrays.stream(names).map(Column::numeric).toList());
    }

    /** Lung cancer, North Central Cancer Treatment Group: the rows whose named cells are there. */
    private static Dataset lung(String... features) {
        Dataset all = Csv.of(SharedData.path("survival/lung.csv.gz"))
                .target("time", "status")
                .missing(Missing.KEEP)
                .read();
        Dataset some = only(all, features);
        int[] complete = IntStream.range(0, some.size())
                .filter(i -> Arrays.stream(some.features().row(i)).noneMatch(Double::isNaN))
                .toArray();
        Dataset rows = some.select(complete);
        double[] event =
                Arrays.stream(rows.targets().get(1).toArray()).map(s -> s - 1).toArray();
        return rows.withTargets(rows.targets().get(0).toArray(), event);
    }

    @Test
    void lungHasTheHazardsOfR() { // R 4.2.2, survival 3.5-3; statsmodels 0.13.5, PHReg, gives the same
        Dataset lung = lung("age", "sex", "ph.ecog");
        assertThat(lung.size()).isEqualTo(227);
        assertThat(CoxRegression.of(Ties.BRESLOW).fit(lung).coefficients()[0])
                .containsExactly(new double[] {0.01104113639, -0.55188956964, 0.46294704033}, within(TOOL));
        LinearModel efron = CoxRegression.of().fit(lung);
        assertThat(efron.coefficients()[0])
                .containsExactly(new double[] {0.0110667646, -0.5526123955, 0.4637284751}, within(TOOL));
        double events = Arrays.stream(lung.targets().get(1).toArray()).sum();
        assertThat(efron.trace().last().objective() * events).isCloseTo(729.2301214, within(1e-6));
    }

    @Test
    void lungHasTheHazardsOfStatsmodelsInStrata() { // statsmodels 0.13.5, PHReg(ties=breslow, strata=sex)
        Dataset lung = lung("age", "ph.ecog", "sex");
        int[] sex = Arrays.stream(column(lung, "sex")).mapToInt(s -> (int) s).toArray();
        assertThat(CoxRegression.of(Ties.BRESLOW)
                        .fit(only(lung, "age", "ph.ecog").withGroups(sex))
                        .coefficients()[0])
                .containsExactly(new double[] {0.010552022804, 0.46200223581}, within(TOOL));
    }

    @Test
    void lungHasTheFailureTimesOfR() { // R 4.2.2, survreg, Weibull
        LinearModel model =
                LinearModel.with(new AftLoss(LogTime.weibull())).locationOnly().fit(lung("age", "sex"));
        FrontDoorsTest.assertFit(model, TOOL, 6.27485305842, -0.01225702559, 0.38208513966);
        assertThat(Math.exp(model.intercepts()[1])).isCloseTo(0.7540509476, within(TOOL));
    }

    @Test
    void claimsHaveTheNumbersOfNumpy() { // Newton's method of the Poisson likelihood with offset log(expo), numpy
        // 1.24.2
        Dataset all = Csv.of(SharedData.path("insurance/beMTPL97.csv.gz"))
                .target("nclaims")
                .missing(Missing.KEEP)
                .read();
        Dataset policies = only(all, "ageph", "bm", "power", "agec").withExposure(column(all, "expo"));

        FrontDoorsTest.assertFit(
                PoissonRegression.of().fit(policies),
                1e-8,
                -2.0000448448880417,
                -0.008388760199080803,
                0.06346300188489751,
                0.0029675863278809016,
                0.0005199656900265777);
    }

    @Test
    void diabetesHasTheNumbersOfScikitLearn() { // scikit-learn 1.2.1
        Dataset diabetes = Csv.of(SharedData.path("diabetes/diabetes.csv.gz"))
                .target("progression")
                .read();
        FrontDoorsTest.assertFit(
                LinearRegression.of().fit(diabetes),
                1e-9,
                -334.5671385187877,
                -3.636122422362e-02,
                -2.285964809050e+01,
                5.602962091924e+00,
                1.116807993318e+00,
                -1.089996334063e+00,
                7.464504555142e-01,
                3.720047150891e-01,
                6.533831935990e+00,
                6.848312496479e+01,
                2.801169893215e-01);
        double[] lasso = Lasso.of(2).standardizePenalty(true).fit(diabetes).coefficients()[0];
        assertThat(lasso[0]).isZero();
        assertThat(lasso[5]).isZero();
        assertThat(lasso[7]).isZero();
        assertThat(lasso[2] * deviation(column(diabetes, "bmi"))).isCloseTo(24.622831566258, within(1e-5));
        assertThat(lasso[8] * deviation(column(diabetes, "s5"))).isCloseTo(23.14792301259, within(1e-5));
    }

    private static double deviation(double[] x) {
        double mean = Arrays.stream(x).average().orElseThrow();
        return Math.sqrt(Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / x.length);
    }

    @Test
    void a9aHasTheObjectiveOfScikitLearn()
            throws IOException { // scikit-learn 1.2.1, LogisticRegression(C=1), newton-cg
        Dataset a9a = libsvm("a9a/a9a_train.libsvm.gz", 123);
        LinearModel model = LogisticRegression.fromC(1, a9a).fit(a9a);

        assertThat(model.trace().last().objective()).isCloseTo(0.3233491732607508, within(1e-9));
        assertThat(model.intercept())
                .isCloseTo(-2.413736133425, within(1e-2)); // the tool stopped 1e-9 above the minimum
    }

    @Test
    void covertypeHasTheNumbersOfNumpy() { // class 2 against the rest; Newton's method on centred columns, numpy 1.24.2
        Dataset all = Csv.of(SharedData.path("covertype/covertype_100k.csv.gz"))
                .target("cover_type")
                .read();
        Dataset spruce = all.withTargets(Arrays.stream(all.targets().get(0).toArray())
                .map(type -> type == 2 ? 1 : 0)
                .toArray());
        LinearModel model =
                LogisticRegression.binary().penalty(L2Penalty.of(1e-4)).fit(spruce);

        assertThat(model.trace().last().objective()).isCloseTo(0.5194342471100525, within(1e-12));
        assertThat(model.coefficient("elevation")).isCloseTo(-0.0052927578556819935, within(1e-9));
        assertThat(model.coefficient("aspect")).isCloseTo(-0.0003016467796267331, within(1e-9));
    }

    private static Dataset libsvm(String name, int columns) throws IOException {
        List<Integer> starts = new ArrayList<>(List.of(0));
        List<Integer> indices = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(SharedData.path(name))), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.trim().split("\\s+", -1);
                y.add(Double.parseDouble(fields[0]) > 0 ? 1.0 : 0.0);
                for (int k = 1; k < fields.length; k++) {
                    int colon = fields[k].indexOf(':');
                    indices.add(Integer.parseInt(fields[k].substring(0, colon)) - 1);
                    values.add(Double.parseDouble(fields[k].substring(colon + 1)));
                }
                starts.add(indices.size());
            }
        }
        Rows rows = Rows.sparse(
                columns,
                starts.stream().mapToInt(Integer::intValue).toArray(),
                indices.stream().mapToInt(Integer::intValue).toArray(),
                values.stream().mapToDouble(Double::doubleValue).toArray());
        return Dataset.of(
                rows,
                Missing.REFUSE,
                y.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
