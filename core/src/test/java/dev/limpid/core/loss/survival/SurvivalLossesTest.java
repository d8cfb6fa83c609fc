package dev.limpid.core.loss.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Missing;
import dev.limpid.core.data.Rows;
import dev.limpid.core.data.Values;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.hypothesis.LocationHypothesis;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.Unit;
import dev.limpid.core.objective.EmpiricalRisk;
import dev.limpid.core.objective.FiniteSum;
import dev.limpid.core.optimizer.Lbfgs;
import dev.limpid.core.optimizer.Runs;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SurvivalLossesTest {

    private static final double ROUNDING = 1e-13;

    /** Made up, with ties, in two strata. */
    private static final double[] TIME = {3, 3, 5, 5, 5, 7, 2, 2, 4, 4, 6, 6, 1, 1, 3, 8};

    private static final double[] EVENT = {1, 1, 1, 1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 1, 1};
    private static final int[] STRATUM = {0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    private static final double[][] X = {
        {.5, 1}, {-1.2, 0}, {.3, 1}, {1.1, 0}, {-.4, 1}, {.9, 1}, {2, 0}, {-.7, 0},
        {.1, 1}, {.6, 1}, {-1.5, 0}, {.8, 1}, {1.3, 0}, {-.2, 0}, {-.9, 1}, {.4, 0}
    };

    private static FiniteSum cox(Ties ties, Dataset data) {
        return EmpiricalRisk.of(new LinearHypothesis(2, 1, false), new CoxLoss(ties), data);
    }

    private static Dataset strata() {
        return Dataset.of(Rows.dense(X), Missing.REFUSE, TIME, EVENT).withGroups(STRATUM);
    }

    /** statsmodels 0.13.5, PHReg with strata: coefficients, log likelihood there, and at (0.4, −0.3). */
    @ParameterizedTest
    @CsvSource({
        "BRESLOW, 0.0722792104220043, -0.48809841557629235, -18.119091167879088, -18.659845385422372",
        "EFRON, 0.06404351372402624, -0.5442137527219175, -17.051953143593824, -17.62315225306145"
    })
    void fitsHazardsAsStatsmodels(Ties ties, double b1, double b2, double best, double elsewhere) {
        FiniteSum risk = cox(ties, strata());
        double events = Arrays.stream(EVENT).sum();

        double[] b = Runs.finish(Lbfgs.defaults().withTolerance(1e-12), risk, new double[2])
                .theta();

        assertThat(-events * risk.value(new double[] {0.4, -0.3})).isCloseTo(elsewhere, within(ROUNDING * 100));
        assertThat(-events * risk.value(b)).isCloseTo(best, within(ROUNDING * 100));
        assertThat(b).containsExactly(new double[] {b1, b2}, within(1e-6));
    }

    /** The data of the tests of R's survival package; Breslow's coefficient is log((3 + √33)/2). */
    @ParameterizedTest
    @CsvSource({
        "BRESLOW, 1.475284914829, -4.564348191467836, -3.824749505002865",
        "EFRON, 1.6768574855928968, -4.276666119016055, -3.358974840263347"
    })
    void fitsTheSmallTestOfR(Ties ties, double b, double atZero, double best) {
        Dataset data = Dataset.of(
                        Rows.dense(new double[][] {{0}, {1}, {1}, {1}, {0}, {0}}),
                        Missing.REFUSE,
                        new double[] {9, 1, 1, 6, 6, 8},
                        new double[] {1, 1, 0, 1, 1, 0})
                .withGroups(0, 0, 0, 0, 0, 0);
        FiniteSum risk = EmpiricalRisk.of(new LinearHypothesis(1, 1, false), new CoxLoss(ties), data);

        double[] theta = Runs.finish(Lbfgs.defaults().withTolerance(1e-12), risk, new double[1])
                .theta();

        assertThat(-4 * risk.value(new double[1])).isCloseTo(atZero, within(ROUNDING));
        assertThat(-4 * risk.value(theta)).isCloseTo(best, within(ROUNDING * 10));
        assertThat(theta[0]).isCloseTo(b, within(1e-6));
    }

    @ParameterizedTest
    @EnumSource
    void weightTwoIsTheRowTwiceInARisk(Ties ties) {
        int[] twice =
                IntStream.concat(IntStream.range(0, 16), IntStream.of(1, 3, 8)).toArray();
        double[] w = new double[16];
        Arrays.fill(w, 1);
        w[1] = 2;
        w[3] = 2;
        w[8] = 2;
        FiniteSum weighted = cox(ties, strata().withWeights(w));
        FiniteSum repeated = cox(ties, strata().select(twice));
        double[] theta = {0.4, -0.3};
        double[] g = new double[2];
        double[] gTwice = new double[2];

        assertThat(weighted.gradient(theta, g)).isCloseTo(repeated.gradient(theta, gTwice), within(ROUNDING));
        assertThat(g).containsExactly(gTwice, within(ROUNDING));
    }

    /** O(m) sums against the definition, in one unit of 300 rows. */
    @ParameterizedTest
    @EnumSource
    void sumsAreThoseOfTheDefinition(Ties ties) {
        SplittableRandom random = new SplittableRandom(3);
        int m = 300;
        double[] time = random.ints(m, 1, 60).asDoubleStream().toArray();
        double[] event = random.ints(m, 0, 2).asDoubleStream().toArray();
        double[] f = random.doubles(m, -3, 3).toArray();
        double[] w = random.doubles(m, 0.2, 1.8).toArray();
        double expected = 0;
        for (double t : Arrays.stream(time).distinct().toArray()) {
            double d = 0;
            double tied = 0;
            double rest = 0;
            for (int i = 0; i < m; i++) {
                boolean now = time[i] == t && event[i] == 1;
                d += now ? w[i] : 0;
                tied += now ? w[i] * Math.exp(f[i]) : 0;
                rest += !now && time[i] >= t ? w[i] * Math.exp(f[i]) : 0;
                expected -= now ? w[i] * f[i] : 0;
            }
            for (int l = 0; l < d; l++) {
                expected += ties == Ties.EFRON
                        ? Math.min(1, d - l) * Math.log(rest + (1 - l / d) * tied)
                        : l == 0 ? d * Math.log(rest + tied) : 0;
            }
        }

        double value = new CoxLoss(ties).value(new Unit(new double[][] {time, event}, w, f));

        assertThat(value).isCloseTo(expected, within(1e-12 * expected));
    }

    @Test
    void aStratumInTheRightOrderKeepsItsTinyGradient() {
        Unit unit = new Unit(new double[][] {{1, 2}, {1, 0}}, new double[] {1, 1}, new double[] {50, 0});
        double[] g = new double[2];

        new CoxLoss().gradient(unit, g);

        double p = 1 / (1 + Math.exp(50));
        assertThat(g).containsExactly(new double[] {-p, p}, within(1e-12 * p));
        assertThat(new CoxLoss().value(unit)).isCloseTo(Math.log1p(Math.exp(-50)), within(1e-12 * p));
    }

    /** −log density of log t, and −log survival, at t = 2.5, μ = 0.4, σ = 0.7, by scipy 1.10.1. */
    @Test
    void acceleratedFailureTimesGiveTheNumbersOfScipy() {
        requireAft(LogTime.weibull(), 0.9965907458605883, 2.090823878190971);
        requireAft(LogTime.logLogistic(), 1.162642232904009, 1.1284376826171958);
        requireAft(LogTime.logNormal(), 0.8342596298977267, 1.4679753056425482);
    }

    private static void requireAft(LogTime distribution, double event, double censored) {
        AftLoss loss = new AftLoss(distribution);
        double[] f = {0.4, Math.log(0.7)};

        assertThat(loss.value(new double[] {2.5, 1}, f)).isCloseTo(event, within(ROUNDING));
        assertThat(loss.value(new double[] {2.5, 0}, f)).isCloseTo(censored, within(ROUNDING));
    }

    /** Likelihoods written with numpy and minimised by scipy 1.10.1 (BFGS, then Nelder–Mead). */
    @ParameterizedTest
    @CsvSource({
        "WEIBULL, -0.009623084427, 0.27408101551, 1.56210090363, -0.77333852461, 12.707137726360749",
        "LOG_LOGISTIC, -0.098169949994, 0.4785333994899, 1.22530257200, -1.08498864363, 12.797232665257706",
        "LOG_NORMAL, -0.113033426168, 0.51670572239, 1.21412992921, -0.56831963746, 12.36682137311844"
    })
    void fitsAcceleratedFailureTimesAsScipy(
            LogTimes kind, double b1, double b2, double b0, double logSigma, double nll) {
        double[] time = {3, 3.5, 5, 5.5, 5.2, 7, 2, 2.2, 4, 4.4, 6, 6.6, 1, 1.1, 3.3, 8};
        Dataset data = Dataset.of(Rows.dense(X), Missing.REFUSE, time, EVENT);
        FiniteSum risk = EmpiricalRisk.of(new LocationHypothesis(2, 2), new AftLoss(kind), data);

        double[] theta = Runs.finish(Lbfgs.defaults().withTolerance(1e-11), risk, new double[4])
                .theta();

        assertThat(16 * risk.value(theta)).isCloseTo(nll, within(1e-10));
        assertThat(theta).containsExactly(new double[] {b1, b2, b0, logSigma}, within(1e-6));
    }

    @ParameterizedTest
    @EnumSource
    void predictsTheMedianTime(LogTimes kind) {
        double[] f = {0.4, Math.log(0.7)};
        double[] mean = new double[2];

        new AftLoss(kind).mean(f, mean);

        assertThat(new AftLoss(kind).value(new double[] {mean[0], 0}, f)).isCloseTo(Math.log(2), within(ROUNDING));
        assertThat(mean[1]).isCloseTo(0.7, within(ROUNDING));
    }

    @Test
    void refusesTargetsAndSamplesWithoutScatter() {
        assertThatThrownBy(() -> new CoxLoss().check(new double[] {Double.NaN, 1}))
                .hasMessage("target must be finite for CoxLoss, but was NaN");
        assertThatThrownBy(() -> new CoxLoss().check(new double[] {3, 2}))
                .hasMessage(
                        "event must be 1 (it happened at this time) or 0 (not yet, censored) for CoxLoss, but was 2.0;"
                                + " targets are the time and the event, in this order");
        AftLoss aft = new AftLoss(LogTime.weibull());
        assertThatThrownBy(() -> aft.check(new double[] {0, 1}))
                .hasMessage(
                        "time must be finite and > 0 for AftLoss, but was 0.0; targets are the time and the event, in"
                                + " this order");
        Sample same = new Sample(
                List.of(Values.of(2, 2, 1), Values.of(1, 1, 0)),
                List.of(Values.constant(0, 3), Values.constant(0, 3)),
                Values.constant(1, 3));
        assertThatThrownBy(() -> aft.bestShift(same, new double[2]))
                .hasMessage(
                        "bestShift of AftLoss must have a finite minimiser, but the loss falls without end: one time"
                                + " fits all events exactly, so that the scale goes to 0; give events at times that differ");
    }
}
