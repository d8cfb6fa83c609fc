package dev.limpid.algorithms.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.algorithms.linear.LinearModel;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.ProbitLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.glm.GammaLoss;
import dev.limpid.core.loss.glm.InverseGaussianLoss;
import dev.limpid.core.loss.glm.NegativeBinomialLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.glm.TweedieLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.optimizer.Lbfgs;
import dev.limpid.core.optimizer.MajorizeMinimize;
import org.junit.jupiter.api.Test;

/**
 * Summaries against statsmodels 0.13.5: OLS, GLM (IRLS with tol = 1e-14; gamma, inverse
 * Gaussian, negative binomial, Tweedie and probit then six Newton steps with its {@code score} and {@code hessian}, errors from
 * {@code hessian(params, scale, observed=True)}), Logit and MNLogit (Newton, tol = 1e-14), on the rows of {@link Toy}. The null
 * likelihood of Logit, which statsmodels finds by BFGS, is k·log(k/n) + (n − k)·log(1 − k/n).
 */
class InferenceReferenceTest {

    /** What statsmodels' last iteration leaves, its tolerance being on the deviance; most numbers agree to 1e-13. */
    private static final double RELATIVE = 1e-9;

    private static LinearModel fit(Loss loss, Dataset data) {
        return LinearModel.with(loss)
                .optimizer(MajorizeMinimize.defaults().withTolerance(1e-13))
                .fit(data);
    }

    private static void same(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(RELATIVE * Math.abs(expected)));
    }

    private static void estimates(Summary summary, double... expected) {
        for (int j = 0; j < expected.length; j++) {
            same(summary.coefficients().get(j).estimate(), expected[j]);
        }
    }

    private static void errors(Summary summary, double... expected) {
        for (int j = 0; j < expected.length; j++) {
            same(summary.coefficients().get(j).standardError(), expected[j]);
        }
    }

    @Test
    void linearRegression() {
        Dataset data = Toy.data(Toy::real);
        LinearModel model = fit(new SquaredLoss(), data);
        Summary summary = model.inference(data).confidence(0.9).summary();

        estimates(summary, 1.2095357478092015, 2.5607038823202255, -1.0237882763140302);
        errors(summary, 0.09762337016147424, 0.13693707228210278, 0.12773618310966775);
        double[] t = {12.389817579628373, 18.69985855287561, -8.014865102357552};
        double[] p = {8.265643541650404e-18, 5.398602489152526e-26, 6.492814059992698e-11};
        double[] interval = {
            1.0463066527423859,
            1.372764842876017,
            2.331741141608292,
            2.789666623032159,
            -1.2373668645331493,
            -0.8102096880949113
        };
        for (int j = 0; j < 3; j++) {
            same(summary.coefficients().get(j).statistic(), t[j]);
            same(summary.coefficients().get(j).pValue(), p[j]);
            same(summary.coefficients().get(j).lower(), interval[2 * j]);
            same(summary.coefficients().get(j).upper(), interval[2 * j + 1]);
        }
        FitMeasures m = summary.measures();
        same(m.logLikelihood(), -12.570721064581612);
        same(m.aic(), 31.141442129163224);
        same(m.bic(), 37.424475815829524);
        same(m.rSquared(), 0.8793055937255235);
        same(m.adjustedRSquared(), 0.8750707022772963);
        same(m.statistic(), 207.63356144432154);
        same(m.pValue(), 6.731061616173059e-27);
        same(m.dispersion(), 0.0937091224390713);
        same(m.deviance(), 5.341419979027064);
        assertThat(summary.warnings()).isEmpty();
    }

    @Test
    void robustErrors() {
        Dataset data = Toy.data(Toy::real);
        LinearInference inference = fit(new SquaredLoss(), data).inference(data);

        errors(
                inference.errors(StandardErrors.hc0()).summary(),
                0.096795839557174,
                0.1438894492095577,
                0.13287846412114976);
        errors(
                inference.errors(StandardErrors.hc1()).summary(),
                0.09931043595756833,
                0.14762745998246252,
                0.1363304276466235);
        errors(
                inference.errors(StandardErrors.hc2()).summary(),
                0.10061246938335336,
                0.14966178258118493,
                0.13781006092289239);
        errors(
                inference.errors(StandardErrors.hc3()).summary(),
                0.1046124786758105,
                0.15571300301477195,
                0.14297237864093193);
        errors(
                inference.errors(StandardErrors.clustered(Toy.clusters())).summary(),
                0.07484321786916592,
                0.11534446819548966,
                0.09574597440266401);
    }

    @Test
    void groupsAreClusters() {
        Dataset data = Toy.data(Toy::real).withGroups(Toy.clusters());

        errors(
                fit(new SquaredLoss(), data)
                        .inference(data)
                        .errors(StandardErrors.clustered())
                        .summary(),
                0.07484321786916592,
                0.11534446819548966,
                0.09574597440266401);
    }

    @Test
    void weightedLinearRegression() {
        Dataset data = Toy.data(Toy::real).withWeights(Toy.weights());
        Summary summary = fit(new SquaredLoss(), data).summary(data);

        estimates(summary, 1.1866676596046801, 2.6028651343079963, -0.988815510826844);
        errors(summary, 0.0668080911459022, 0.09216335216348685, 0.08707264061376063);
        same(summary.measures().logLikelihood(), -20.60841171640893);
        same(summary.measures().dispersion(), 0.08466222777857176);
        same(summary.measures().deviance(), 9.905480650092901);
        same(summary.measures().nullDeviance(), 91.27362520360734);
    }

    @Test
    void logisticRegression() {
        Dataset data = Toy.data(Toy::binary);
        LinearInference inference = fit(new LogisticLoss(), data).inference(data);
        Summary summary = inference.summary();

        estimates(summary, 0.10182673043752705, 0.5231945192638264, -0.48746256683362754);
        errors(summary, 0.6403584851860957, 0.9033845918112617, 0.8417978542320406);
        double[] z = {0.15901519663307812, 0.5791492615728984, -0.5790731876815394};
        double[] p = {0.8736569009902686, 0.562488463162157, 0.5625397907747542};
        double[] interval = {
            -1.1532528377218463,
            1.3569062985969005,
            -1.2474067448746644,
            2.2937957834023175,
            -2.1373560433915255,
            1.1624309097242702
        };
        for (int j = 0; j < 3; j++) {
            same(summary.coefficients().get(j).statistic(), z[j]);
            same(summary.coefficients().get(j).pValue(), p[j]);
            same(summary.coefficients().get(j).lower(), interval[2 * j]);
            same(summary.coefficients().get(j).upper(), interval[2 * j + 1]);
        }
        FitMeasures m = summary.measures();
        same(m.logLikelihood(), -41.117854677303534);
        same(m.nullDeviance(), 2 * 41.45539855882908);
        same(m.aic(), 88.23570935460707);
        same(m.bic(), 94.51874304127337);
        same(m.rSquared(), 0.008142338350614176);
        same(m.statistic(), 0.6750877630510956);
        same(m.pValue(), 0.7135206636442882);
        errors(
                inference.errors(StandardErrors.hc0()).summary(),
                0.645444968427627,
                0.8984648515601557,
                0.8199095344120908);
        errors(
                inference.errors(StandardErrors.clustered(Toy.clusters())).summary(),
                0.454071769539336,
                0.8283472252852381,
                0.3243913023336829);
    }

    @Test
    void probitRegression() {
        Dataset data = Toy.data(Toy::binary);
        Summary summary = fit(new ProbitLoss(), data).summary(data);

        estimates(summary, 0.06472497767590053, 0.3296801994889282, -0.3090726474671618);
        errors(summary, 0.3999403470889212, 0.564525531174434, 0.5286056615382495);
        same(summary.measures().logLikelihood(), -41.114958221499776);
        same(summary.measures().deviance(), 82.22991644299957);
        same(summary.measures().pearson(), 59.95547539035615);
    }

    /** Weights and an exposure. */
    @Test
    void poissonRegression() {
        Dataset data = Toy.data(Toy::count)
                .withOffsets(Toy.numbers(i -> Math.log(0.5 + Toy.a(i))))
                .withWeights(Toy.weights());
        LinearInference inference = fit(new PoissonLoss(), data).inference(data);
        Summary summary = inference.summary();

        estimates(summary, 0.5663766474057544, 0.5258115312211831, 0.06235454492159678);
        errors(summary, 0.17371658096753476, 0.2184714990269868, 0.19255530486324027);
        same(summary.measures().logLikelihood(), -225.2510018251582);
        same(summary.measures().aic(), 456.5020036503164);
        same(summary.measures().deviance(), 180.7035591338863);
        same(summary.measures().nullDeviance(), 186.6586327247005);
        same(summary.measures().pearson(), 137.58879741268507);
        errors(
                inference.errors(StandardErrors.scaled()).summary(),
                0.18838220659182414,
                0.2369154563985568,
                0.20881134672841453);
    }

    @Test
    void robustPoissonRegression() {
        Dataset data = Toy.data(Toy::count).withOffsets(Toy.numbers(i -> Math.log(0.5 + Toy.a(i))));

        errors(
                fit(new PoissonLoss(), data)
                        .inference(data)
                        .errors(StandardErrors.hc0())
                        .summary(),
                0.2847366465147591,
                0.3502253921838666,
                0.33312700765769554);
    }

    @Test
    void gammaRegression() {
        Dataset data = Toy.data(Toy::positive);
        Summary summary = fit(new GammaLoss(), data).summary(data);

        estimates(summary, -0.45752187315833587, 0.7803026509879083, 0.7262842836878883);
        errors(summary, 0.16843932088653496, 0.24222875357701182, 0.22788700148093177);
        same(summary.measures().dispersion(), 0.2828283031015043);
        same(summary.measures().logLikelihood(), -61.60051275483628);
        same(summary.measures().deviance(), 21.666627427898053);
        same(summary.measures().nullDeviance(), 27.82888204769242);
    }

    @Test
    void inverseGaussianRegression() {
        Dataset data = Toy.data(Toy::positive);
        Summary summary = fit(new InverseGaussianLoss(), data).summary(data);

        estimates(summary, -0.4511876429397039, 0.769256653690413, 0.7235223783403418);
        errors(summary, 0.15106679196436423, 0.2553672890039891, 0.24338565859470992);
        same(summary.measures().dispersion(), 0.22816185553699017);
        same(summary.measures().logLikelihood(), -71.76985130310459);
        same(summary.measures().deviance(), 24.645121352660556);
    }

    @Test
    void negativeBinomialRegression() {
        Dataset data = Toy.data(Toy::count);
        Summary summary = fit(new NegativeBinomialLoss(0.5), data).summary(data);

        estimates(summary, 0.07354956707514482, 1.5105936694361144, -0.09254586230383226);
        errors(summary, 0.33526133866458474, 0.4573441708123346, 0.4251309239377131);
        same(summary.measures().logLikelihood(), -114.17930076342462);
        same(summary.measures().deviance(), 52.575808069327856);
        same(summary.measures().nullDeviance(), 63.9146567467255);
        same(summary.measures().pearson(), 33.22622281836073);
    }

    @Test
    void tweedieRegression() {
        Dataset data = Toy.data(Toy::count);
        Summary summary = fit(new TweedieLoss(1.5), data).summary(data);

        estimates(summary, 0.06842064788515109, 1.5109643670273232, -0.08617152294664229);
        errors(summary, 0.25658549561732824, 0.34763723117093115, 0.32263513468468863);
        same(summary.measures().dispersion(), 0.8465411999546221);
        same(summary.measures().deviance(), 97.57822042452835);
        same(summary.measures().nullDeviance(), 113.7372562197751);
        assertThat(summary.measures().logLikelihood()).isNaN();
    }

    /** Class 0 is the reference of the others, whatever the scores that came of the fit. */
    @Test
    void multinomialRegression() {
        Dataset data = Toy.data(Toy::code);
        LinearModel model = LinearModel.with(new SoftmaxLoss(3))
                .optimizer(Lbfgs.defaults().withTolerance(1e-13))
                .fit(data);
        Summary summary = model.summary(data);

        estimates(
                summary,
                -1.0093536698328707,
                5.613203018499979,
                -1.023212386557275,
                -5.079480918239578,
                10.59879896570562,
                -0.48359887861903966);
        errors(
                summary,
                0.8283634061953292,
                1.8361497493610897,
                1.1538300478622219,
                1.5961078835435194,
                2.5442364596242477,
                1.567394198353556);
        same(summary.measures().logLikelihood(), -46.34065999577529);
        same(summary.measures().nullDeviance(), 2 * 63.5735675931197);
        same(summary.measures().aic(), 104.68131999155058);
        same(summary.measures().bic(), 117.24738736488318);
        errors(
                model.inference(data).errors(StandardErrors.hc0()).summary(),
                0.8461042116313857,
                1.7536333281941427,
                1.2636816740392696,
                1.310417563949425,
                2.1718179671825504,
                1.5613314524902469);
        assertThat(summary.coefficients()).extracting(CoefficientRow::output).containsExactly(1, 1, 1, 2, 2, 2);
        assertThat(summary.covarianceNames())
                .containsExactly("1: a", "1: b", "1: intercept", "2: a", "2: b", "2: intercept");
    }
}
