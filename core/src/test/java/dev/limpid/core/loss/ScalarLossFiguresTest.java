package dev.limpid.core.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.loss.classification.CloglogLoss;
import dev.limpid.core.loss.classification.FocalLoss;
import dev.limpid.core.loss.classification.ProbitLoss;
import dev.limpid.core.loss.glm.GammaLoss;
import dev.limpid.core.loss.glm.InverseGaussianLoss;
import dev.limpid.core.loss.glm.NegativeBinomialLoss;
import dev.limpid.core.loss.glm.TweedieLoss;
import dev.limpid.core.loss.margin.ExponentialLoss;
import dev.limpid.core.loss.margin.HingeLoss;
import dev.limpid.core.loss.margin.HuberizedHingeLoss;
import dev.limpid.core.loss.margin.ModifiedHuberLoss;
import dev.limpid.core.loss.margin.SavageLoss;
import dev.limpid.core.loss.margin.SquaredHingeLoss;
import dev.limpid.core.loss.margin.TangentLoss;
import dev.limpid.core.loss.regression.EpsilonInsensitiveLoss;
import dev.limpid.core.loss.regression.ExpectileLoss;
import dev.limpid.core.loss.regression.LogCoshLoss;
import dev.limpid.core.loss.regression.PseudoHuberLoss;
import dev.limpid.core.loss.regression.SquaredEpsilonInsensitiveLoss;
import dev.limpid.core.loss.regression.SquaredLogLoss;
import dev.limpid.core.loss.robust.CauchyLoss;
import dev.limpid.core.loss.robust.StudentTLoss;
import dev.limpid.core.loss.robust.TukeyLoss;
import dev.limpid.core.loss.robust.WelschLoss;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Value, gradient and second derivative beside the textbook formulas in 60 to 400 digits, differentiated there. */
class ScalarLossFiguresTest {

    /** A few roundings of 2⁻⁵³ each, of numbers that are a few times larger than the result. */
    private static final double RELATIVE = 2e-14;

    /** Below, second derivatives are what differentiating in 60 digits leaves. */
    private static final double NOTHING = 1e-30;

    private static final Map<String, ScalarLoss> LOSSES = Map.ofEntries(
            Map.entry("PseudoHuber", new PseudoHuberLoss(1.5)),
            Map.entry("LogCosh", new LogCoshLoss(0.5)),
            Map.entry("SquaredLog", new SquaredLogLoss()),
            Map.entry("Tukey", new TukeyLoss(4.685)),
            Map.entry("Cauchy", new CauchyLoss(1)),
            Map.entry("Welsch", new WelschLoss(2.985)),
            Map.entry("StudentT", new StudentTLoss(4, 0.7)),
            Map.entry("Gamma", new GammaLoss()),
            Map.entry("InverseGaussian", new InverseGaussianLoss()),
            Map.entry("Tweedie", new TweedieLoss(1.5)),
            Map.entry("TweedieNearPoisson", new TweedieLoss(1.0009765625)),
            Map.entry("NegativeBinomial", new NegativeBinomialLoss(0.5)),
            Map.entry("SquaredHinge", new SquaredHingeLoss()),
            Map.entry("HuberizedHinge", new HuberizedHingeLoss(0.75)),
            Map.entry("Exponential", new ExponentialLoss()),
            Map.entry("ModifiedHuber", new ModifiedHuberLoss()),
            Map.entry("Savage", new SavageLoss()),
            Map.entry("Tangent", new TangentLoss()),
            Map.entry("Focal", new FocalLoss(2)),
            Map.entry("BalancedFocal", new FocalLoss(1.5, 0.25)),
            Map.entry("Probit", new ProbitLoss()),
            Map.entry("Cloglog", new CloglogLoss()));

    private static Arguments at(String loss, double y, double f, double value, double gradient, double second) {
        return Arguments.of(loss, y, f, new double[] {value, gradient, second});
    }

    /** Loss, y, f, value, gradient, second derivative: mpmath 1.2.1. */
    static Stream<Arguments> figures() {
        return Stream.of(
                at("PseudoHuber", 2, 0.3, 1.1507352146263903, -1.1247567830476388, 0.28962036642906697),
                at("PseudoHuber", -1, 2.5, 3.461829829397931, 1.3787175450270868, 0.06112540840021567),
                at("PseudoHuber", 0.5, 0.500001, 5.000000000287001e-13, 1.0000000000285333e-6, 0.9999999999993333),
                at("PseudoHuber", 1, -60, 89.27765975375968, -1.499546698443387, 1.485560967248392e-5),
                at("LogCosh", 2, 0.3, 0.6769914937001298, -0.4988874639671397, 0.004445193185743635),
                at("LogCosh", -1, 2.5, 1.576713412742107, 0.49999916847197234, 3.3261093449010853e-6),
                at("LogCosh", 0.5, 0.500001, 5.000000000284223e-13, 1.0000000000274222e-6, 0.999999999996),
                at("LogCosh", 1, -60, 30.326713204860013, -0.5, 0),
                at("SquaredLog", 2, 0.3, 0.3188907938058581, -0.7986122886681097, 1),
                at("SquaredLog", 0, 2.5, 3.125, 2.5, 1),
                at("SquaredLog", -0.5, 0.1, 0.31454122501509524, 0.7931471805599453, 1),
                at("Tukey", 2, 0.3, 1.263090769989566, -1.2818022058140572, 0.296676563738925),
                at("Tukey", -1, 2.5, 3.3425427719980494, 0.6834452534136443, -0.7912245751366034),
                at("Tukey", 0.5, 0.500001, 5.000000000287329e-13, 1.0000000000286644e-6, 0.9999999999997267),
                at("Cauchy", 2, 0.3, 0.6792045788151775, -0.4370179948586118, -0.12490004692012345),
                at("Cauchy", -1, 2.5, 1.2919987762161156, 0.2641509433962264, -0.06407974368102527),
                at("Cauchy", 0.5, 0.500001, 5.000000000285056e-13, 1.0000000000277557e-6, 0.999999999997),
                at("Cauchy", 1, -60, 4.111008218601098, -0.016389038151531435, -0.00026852838648222326),
                at("Welsch", 2, 0.3, 1.2340674840862385, -1.2290994957037324, 0.25399490433011873),
                at("Welsch", -1, 2.5, 3.32848650311163, 0.8850934716259791, -0.44245822160552783),
                at("Welsch", 0.5, 0.500001, 5.000000000287277e-13, 1.0000000000286434e-6, 0.9999999999996633),
                at("Welsch", 1, -20, 4.455112499999999, -6.720145032700332e-21, -3.135664451083527e-20),
                at("StudentT", 2, 0.3, 2.265085579267415, -1.752577319587629, -0.1976830694016368),
                at("StudentT", -1, 2.5, 4.952503672166459, 1.2315270935960592, -0.25479870901987434),
                at("StudentT", 0.5, 0.500001, 1.2755102041546637e-12, 2.5510204082353203e-6, 2.551020408159361),
                at("StudentT", 1, -60, 18.873324641372342, -0.08192406042503814, -0.0013416032865931015),
                at("Gamma", 2, 0.3, 1.7816364413634358, -0.48163644136343575, 1.4816364413634358),
                at("Gamma", 0.25, -3, 2.021384230796917, -4.021384230796917, 5.021384230796917),
                at("Gamma", 7, 1.9, 2.9469803345584453, -0.04698033455844546, 1.0469803345584454),
                at("Gamma", 1, -30, 10686474581494.463, -10686474581523.463, 10686474581524.463),
                at("InverseGaussian", 2, 0.3, -0.19200658458769143, -0.356805051506335, 1.4544283236943878),
                at("InverseGaussian", 0.25, -3, 30.343062263404224, -80.77166144999612, 181.62885982317988),
                at("InverseGaussian", 7, 1.9, -0.07127091772605547, -0.007026783770524132, 0.16362218676368334),
                at("InverseGaussian", 1, -30, 5.710036949077353e25, -1.1420073898155774e26, 2.2840147796312616e26),
                at("Tweedie", 2, 0.3, -0.23349960884320253, -0.5595817101218326, 1.4416250977891993),
                at("Tweedie", 0.25, -3, 0.18710485546589206, -0.8972921074360863, 0.671776213866473),
                at("Tweedie", 7, 1.9, -5.414206353005291, -0.12147750486566249, 2.6464484117486773),
                at("Tweedie", 1, -30, 6538030.744944833, -3269017.3724718047, 1634508.6862362083),
                at("Tweedie", 0, 0.7, 0.8381350971865145, 1.4190675485932571, 0.7095337742966286),
                at("Tweedie", 0, -30, -1.999999388195359, 3.059023205018258e-7, 1.529511602509129e-7),
                at("TweedieNearPoisson", 2, 0.3, -0.25010711245428385, -0.6499507492698375, 1.3500981165810535),
                at("TweedieNearPoisson", 0.25, -3, -0.19989585733146814, -0.2008003530156629, 0.05012923688619065),
                at("TweedieNearPoisson", 7, 1.9, -7.608622341025178, -0.31352328503561694, 6.673806651023271),
                at("NegativeBinomial", 2, 0.3, 1.4630840695863299, -0.38816035526849363, 0.9623328846494592),
                at("NegativeBinomial", 0, -3, 0.04917747621351453, 0.04857779535852642, 0.04739789425757898),
                at("NegativeBinomial", 7, 1.9, -0.08302119233613343, -0.07232543747982888, 1.595155135388055),
                at("NegativeBinomial", 3, -40, 120, -3, 1.0620885638228972e-17),
                at("NegativeBinomial", 3, 40, 76.53426409720028, 2, 4.248354255291589e-17),
                at("SquaredHinge", 1, 0.3, 0.49000000000000005, -1.4, 2),
                at("SquaredHinge", 0, 0.3, 1.69, 2.6, 2),
                at("SquaredHinge", 1, -2.5, 12.25, -7, 2),
                at("SquaredHinge", 0, -20, 0, 0, 0),
                at("HuberizedHinge", 1, 0.3, 0.32666666666666666, -0.9333333333333333, 1.3333333333333333),
                at("HuberizedHinge", 0, 0.3, 0.925, 1, 0),
                at("HuberizedHinge", 1, -2.5, 3.125, -1, 0),
                at("HuberizedHinge", 0, -20, 0, 0, 0),
                at("Exponential", 1, 0.3, 0.7408182206817179, -0.7408182206817179, 0.7408182206817179),
                at("Exponential", 0, 0.3, 1.3498588075760032, 1.3498588075760032, 1.3498588075760032),
                at("Exponential", 1, -2.5, 12.182493960703473, -12.182493960703473, 12.182493960703473),
                at("Exponential", 0, -20, 2.061153622438558e-9, 2.061153622438558e-9, 2.061153622438558e-9),
                at("ModifiedHuber", 1, 0.3, 0.49000000000000005, -1.4, 2),
                at("ModifiedHuber", 0, 0.3, 1.69, 2.6, 2),
                at("ModifiedHuber", 1, -2.5, 10, -4, 0),
                at("ModifiedHuber", 0, -20, 0, 0, 0),
                at("Savage", 1, 0.3, 0.12555945331754725, -0.324273011362951, 0.607667465626008),
                at("Savage", 0, 0.3, 0.41687206576913816, 0.5908639504636782, 0.07448558742455373),
                at("Savage", 1, -2.5, 0.986659092404925, -0.026414248874225436, -0.05176777796849797),
                at("Savage", 0, -20, 1.8048513878454153e-35, 7.21940555138166e-35, 2.887762220552664e-34),
                at("Tangent", 1, 0.3, 0.1739610742777863, -1.5305923341073977, 7.575967836466828),
                at("Tangent", 0, 0.3, 2.5056154301007227, 5.808857207177006, 3.5359038687873396),
                at("Tangent", 1, -2.5, 11.428320455991104, -1.865147530684173, -1.134108879663282),
                at("Tangent", 0, -20, 4.168440326069236, -0.0203658440114305, -0.0019817547026656874),
                at("Focal", 1, 0.3, 0.10039327548859708, -0.1924084393152822, 0.30478482814874025),
                at("Focal", 0, 0.3, 0.2819237362368303, 0.4295064685857505, 0.46972432740233666),
                at("Focal", 1, -2.5, 2.2024700976397145, -1.1234030735546958, 0.041249681697741146),
                at("Focal", 0, -20, 8.756510717575235e-27, 2.6269532107604424e-26, 7.880859614232813e-26),
                at("Focal", 1, -30, 29.99999999999448, -1.0000000000053337, -5.146692632859136e-12),
                at("BalancedFocal", 1, 0.3, 0.03847383842645746, -0.06268641852899332, 0.08232200552318046),
                at("BalancedFocal", 0, 0.3, 0.2789777822865506, 0.36565781168285516, 0.3306760960624104),
                at("BalancedFocal", 1, -2.5, 0.5727705998149856, -0.2704256108008674, 0.009466003890597666),
                at("BalancedFocal", 0, -20, 1.4465623800097638e-22, 3.616405944061235e-22, 9.041014839281977e-22),
                at("Probit", 1, 0.3, 0.4814101615884812, -0.6172208536127345, 0.5661278382182529),
                at("Probit", 0, 0.3, 0.9621028181688507, 0.9981659688584833, 0.6968855107296497),
                at("Probit", 1, -2.5, 5.08164827727869, -2.8227447976639075, 0.9110261985788846),
                at("Probit", 0, -20, 2.7536241186062337e-89, 5.520948362159764e-88, 1.1041896724319525e-86),
                at("Probit", 1, -37, 689.0305855768906, -37.02698768612699, 0.9992727219011225),
                at("Probit", 0.25, 1.5, 2.046744164520976, 1.4193104373521948, 0.6947018599675245),
                at("Cloglog", 1, -0.75, 0.9769034125690115, -0.7823421202590408, 0.19926932328323008),
                at("Cloglog", 1, -0.6931, 0.9327157655224669, -0.7707371955609708, 0.2086854091758563),
                at("Cloglog", 1, -6, 6.001239120079498, -0.9987611359293105, 0.0012383520531506875),
                at("Cloglog", 1, 0.3, 0.30012836182044456, -0.4724938983127368, 0.3885566357933983),
                at("Cloglog", 0, 0.3, 1.3498588075760032, 1.3498588075760032, 1.3498588075760032),
                at("Cloglog", 1, -2.5, 2.5407617672824996, -0.9595189332259638, 0.039919760306585894),
                at("Cloglog", 0, -20, 2.061153622438558e-9, 2.061153622438558e-9, 2.061153622438558e-9),
                at("Cloglog", 1, -37, 37, -1, 4.266523812872033e-17),
                at("Cloglog", 1, -2.25, 2.302236780268244, -0.9482259660734057, 0.05084879819599949),
                at("Cloglog", 1, 5, 3.507389196464623e-65, -5.205427108495624e-63, 7.673484545415308e-61),
                at("Cloglog", 0.25, 1.5, 3.3641114977148194, 3.3484449542855597, 3.4065660916186205));
    }

    @ParameterizedTest(name = "{0} at y = {1}, f = {2}")
    @MethodSource("figures")
    void agreesWithManyDigits(String name, double y, double f, double[] expected) {
        ScalarLoss loss = java.util.Objects.requireNonNull(LOSSES.get(name), name);

        assertRelative("value", loss.value(y, f), expected[0]);
        assertRelative("gradient", loss.gradient(y, f), expected[1]);
        assertRelative("second derivative", loss.secondDerivative(y, f), expected[2]);
    }

    private static void assertRelative(String what, double actual, double expected) {
        assertThat(actual).as(what).isCloseTo(expected, within(Math.max(NOTHING, RELATIVE * Math.abs(expected))));
    }

    /** Value and gradient of scikit-learn 1.2.1's SGD losses; its squared ε-insensitive loss has no ½. */
    @Test
    void agreesWithScikitLearn() {
        assertThat(new HingeLoss().at(1, -2.5)).isEqualTo(new Jet(3.5, -1, 0.5 / 3.5));
        assertThat(new HingeLoss().at(0, 0.25)).isEqualTo(new Jet(1.25, 1, 0.5 / 1.25));
        assertThat(new EpsilonInsensitiveLoss(0.5).at(-1, 2.5)).isEqualTo(new Jet(3, 1, 1 / 3.5));
        assertThat(new EpsilonInsensitiveLoss(0.5).at(1, 1.25)).isEqualTo(new Jet(0, 0, 2));
        assertThat(new SquaredEpsilonInsensitiveLoss(0.5).at(-1, 2.5)).isEqualTo(new Jet(9.0 / 2, 6.0 / 2, 1));
        assertThat(new SquaredEpsilonInsensitiveLoss(0.5).at(1, 1.25)).isEqualTo(new Jet(0, 0, 0));
    }

    @Test
    void weighsTheSidesOfAnExpectile() {
        // targets above the score weigh 0.8: ½·0.8·2² and ½·0.2·2²
        assertThat(new ExpectileLoss(0.8).at(3, 1).value()).isCloseTo(1.6, within(1e-15));
        assertThat(new ExpectileLoss(0.8).at(1, 3).value()).isCloseTo(0.4, within(1e-15));
        assertThat(new ExpectileLoss(0.8).gradient(3, 1)).isEqualTo(-1.6);
    }

    /** (Σ E ψ′)²/E ψ² over the normal distribution, by the midpoint rule on ±9: asymptotic efficiency (Huber 1964). */
    @ParameterizedTest
    @MethodSource("efficient")
    void isAsEfficientAsItSays(ScalarLoss loss) {
        double sigma = 2;
        double step = 1e-3;
        double slope = 0;
        double square = 0;
        for (double x = -9 + step / 2; x < 9; x += step) {
            double mass = Normal.density(x) * step;
            slope += mass * loss.secondDerivative(0, sigma * x);
            square += mass * Math.pow(loss.gradient(0, sigma * x) / sigma, 2);
        }

        assertThat(slope * slope / square).isCloseTo(0.95, within(1e-4));
    }

    static Stream<ScalarLoss> efficient() {
        return Stream.of(
                dev.limpid.core.loss.regression.HuberLoss.efficient95(2),
                PseudoHuberLoss.efficient95(2),
                LogCoshLoss.efficient95(2),
                TukeyLoss.efficient95(2),
                CauchyLoss.efficient95(2),
                WelschLoss.efficient95(2));
    }

    @Test
    void limitsAreTheLossesThatTheyAreSaidToBe() {
        for (double f = -3; f <= 3; f += 0.7) {
            double y = 1.3;
            ScalarLoss poisson = new dev.limpid.core.loss.glm.PoissonLoss();
            ScalarLoss gamma = new GammaLoss();
            assertThat(new TweedieLoss(1).value(y, f)).isCloseTo(poisson.value(y, f) - 1, within(1e-14));
            assertThat(new TweedieLoss(1).gradient(y, f)).isCloseTo(poisson.gradient(y, f), within(1e-14));
            assertThat(new TweedieLoss(2).value(y, f)).isCloseTo(gamma.value(y, f) - y, within(1e-13));
            assertThat(new TweedieLoss(2).gradient(y, f)).isCloseTo(gamma.gradient(y, f), within(1e-13));
            assertThat(new NegativeBinomialLoss(1e-9).gradient(y, f)).isCloseTo(poisson.gradient(y, f), within(1e-6));
            assertThat(new NegativeBinomialLoss(1e-9).value(y, f)).isCloseTo(poisson.value(y, f), within(1e-6));
            // log(1 + r²/σ²) = 2/σ²·(σ²/2·log(1 + r²/σ²))
            assertThat(new StudentTLoss(1, 0.5).value(y, f))
                    .isCloseTo(8 * new CauchyLoss(0.5).value(y, f), within(1e-13));
            assertThat(new FocalLoss(0).value(1, f))
                    .isCloseTo(new dev.limpid.core.loss.classification.LogisticLoss().value(1, f), within(1e-15));
            assertThat(new ModifiedHuberLoss().value(1, f))
                    .isCloseTo(4 * new HuberizedHingeLoss(2).value(1, f), within(1e-14));
        }
    }

    /** The parabola touches the loss, and lies below it nowhere: looked at more closely than the contract does. */
    @ParameterizedTest
    @MethodSource("majorised")
    void curvatureMajorises(ScalarLoss loss) {
        for (double f = -12; f <= 12; f += 0.0437) {
            Jet at = loss.at(1, f);
            for (double d = -40; d <= 40; d += 0.0711) {
                double parabola = at.value() + at.first() * d + 0.5 * at.second() * d * d;
                assertThat(loss.value(1, f + d))
                        .as("f = %s, d = %s", f, d)
                        .isLessThanOrEqualTo(parabola + 1e-13 * (1 + Math.abs(parabola)));
            }
        }
    }

    static Stream<ScalarLoss> majorised() {
        return Stream.of(
                new HingeLoss(),
                new HuberizedHingeLoss(0.4),
                new ModifiedHuberLoss(),
                new SavageLoss(),
                new TangentLoss(),
                new EpsilonInsensitiveLoss(0.6),
                new TukeyLoss(2),
                new WelschLoss(0.8));
    }

    /** A majoriser that were any smaller would cut through the loss: it meets the loss a second time. */
    @Test
    void curvatureOfTheHingesAndTheTubeIsSharp() {
        assertSharp(new HingeLoss(), 3, -4); // u = −2 mirrored: m = 3 to m = −1
        assertSharp(new HuberizedHingeLoss(0.5), 3, -4.5); // v = −2.25 mirrored
        assertSharp(new ModifiedHuberLoss(), 3, -6); // m = 3 mirrored
        assertSharp(new EpsilonInsensitiveLoss(0.5), 1.75, -0.5); // r = 0.75 to the tube, at r = 0.25
        assertSharp(new EpsilonInsensitiveLoss(0.5), 4, -6); // r = 3 mirrored
    }

    private static void assertSharp(ScalarLoss loss, double f, double d) {
        Jet at = loss.at(1, f);
        double parabola = at.value() + at.first() * d + 0.5 * at.second() * d * d;

        assertThat(loss.value(1, f + d)).as(loss.name()).isCloseTo(parabola, within(1e-14));
    }

    @Test
    void knowsTheProbabilityThatAScoreStandsFor() {
        for (double p : new double[] {0.02, 0.3, 0.5, 0.75, 0.97}) {
            double half = 0.5 * Math.log(p / (1 - p));
            assertThat(new ExponentialLoss().mean(half)).isCloseTo(p, within(1e-15));
            assertThat(new SavageLoss().mean(half)).isCloseTo(p, within(1e-15));
            assertThat(new TangentLoss().mean(Math.tan(p - 0.5))).isCloseTo(p, within(1e-15));
            assertThat(new ModifiedHuberLoss().mean(2 * p - 1)).isCloseTo(p, within(1e-15));
            assertThat(new SquaredHingeLoss().mean(2 * p - 1)).isCloseTo(p, within(1e-15));
            assertThat(new CloglogLoss().mean(Math.log(-Math.log1p(-p)))).isCloseTo(p, within(1e-15));
        }
        assertThat(new FocalLoss(2, 0.25).mean(0)).isCloseTo(0.75, within(1e-15)); // α·p = (1 − α)·(1 − p)
    }

    @Test
    void aHingeTellsTheSideAndNoMore() {
        assertThat(new HingeLoss().mean(0.3)).isEqualTo(Math.nextUp(0.5));
        assertThat(new HingeLoss().mean(-0.3)).isEqualTo(Math.nextDown(0.5));
        assertThat(new HingeLoss().mean(0)).isEqualTo(0.5);
        assertThat(new HingeLoss().mean(1.2)).isEqualTo(1);
        assertThat(new HingeLoss().mean(-1.2)).isZero();
        assertThat(new HuberizedHingeLoss(0.25).mean(-0.5)).isEqualTo(Math.nextDown(0.5));
    }
}
