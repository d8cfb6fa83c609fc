package dev.limpid.core.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.core.loss.regression.QuantileLoss;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormulaLossTest {

    /** A loss at a point. The numbers were computed from the formulas and checked by finite differences elsewhere. */
    private record Golden(
            String name, ScalarLoss loss, double y, double f, double value, double gradient, double second) {
        @Override
        public String toString() {
            return name + " at y = " + y + ", f = " + f;
        }
    }

    static Stream<Golden> golden() {
        return Stream.of(
                new Golden("logistic", new LogisticLoss(), 1, 0.3, 0.5543552445, -0.4255574832, 0.2444583117),
                new Golden("logistic formula", Formulas.LOGISTIC, 1, 0.3, 0.5543552445, -0.4255574832, 0.2444583117),
                new Golden(
                        "logistic margin", Formulas.LOGISTIC_MARGIN, 1, 0.3, 0.5543552445, -0.4255574832, 0.2444583117),
                new Golden("focal, gamma 2", Formulas.FOCAL, 1, 0.3, 0.1003932755, -0.1924084393, 0.3047848281),
                new Golden("focal, gamma 2", Formulas.FOCAL, 1, -1, 0.7018683034, -0.7682347232, 0.4524646733),
                new Golden("soft label", new LogisticLoss(), 0.95, 0.3, 0.5693552445, -0.3755574832, 0.2444583117),
                new Golden("Huber 1", new HuberLoss(1), 2, 0.3, 1.2, -1, 0),
                new Golden("pseudo-Huber", Formulas.PSEUDO_HUBER, 2, 0.3, 0.9723082923, -0.8619342152, 0.1303393642),
                new Golden("log-cosh", Formulas.LOG_COSH, 2, 0.3, 1.0396812899, -0.9354090706, 0.1250098706),
                new Golden("Cauchy", Formulas.CAUCHY, 2, 0.3, 0.6792045788, -0.4370179949, -0.1249000469),
                new Golden("Tukey 4.685", Formulas.TUKEY, 2, 0.3, 1.2630907700, -1.2818022058, 0.2966765637),
                new Golden("expectile 0.8", Formulas.EXPECTILE, 2, 0.3, 1.156, -1.36, 0.8),
                new Golden("pinball 0.8", new QuantileLoss(0.8), 2, 0.3, 1.36, -0.8, 0),
                new Golden("pinball 0.8 formula", Formulas.PINBALL, 2, 0.3, 1.36, -0.8, 0),
                new Golden("Poisson", new PoissonLoss(), 2, 0.3, 0.7498588076, -0.6501411924, 1.3498588076),
                new Golden("Poisson formula", Formulas.POISSON, 2, 0.3, 0.7498588076, -0.6501411924, 1.3498588076),
                new Golden("gamma", Formulas.GAMMA, 2, 0.3, 1.7816364414, -0.4816364414, 1.4816364414),
                new Golden("Tweedie 1.5", Formulas.TWEEDIE, 2, 0.3, 5.7665003912, -0.5595817101, 1.4416250978),
                new Golden(
                        "negative binomial 2",
                        Formulas.NEGATIVE_BINOMIAL,
                        2,
                        0.3,
                        4.2356727918,
                        -0.3881603553,
                        0.9623328846),
                new Golden("squared hinge", Formulas.SQUARED_HINGE, 1, 0.3, 0.49, -1.4, 2),
                new Golden("exponential", Formulas.EXPONENTIAL, 1, 0.3, 0.7408182207, -0.7408182207, 0.7408182207),
                new Golden("cloglog", Formulas.CLOGLOG, 1, 0.3, 0.3001283618, -0.4724938983, 0.3885566358),
                new Golden("poly-1", Formulas.POLY, 1, 0.3, 0.9799127277, -0.6700157949, 0.2808544956),
                new Golden(
                        "generalised cross entropy 0.7",
                        Formulas.GENERALISED,
                        1,
                        0.3,
                        0.4594581072,
                        -0.2886893982,
                        0.0798377109));
    }

    @ParameterizedTest
    @MethodSource("golden")
    void hasTheKnownValues(Golden golden) {
        double tenDigits = 0.51e-10; // as many as the table has

        assertThat(golden.loss.value(golden.y, golden.f)).isCloseTo(golden.value, within(tenDigits));
        assertThat(golden.loss.gradient(golden.y, golden.f)).isCloseTo(golden.gradient, within(tenDigits));
        assertThat(golden.loss.secondDerivative(golden.y, golden.f)).isCloseTo(golden.second, within(tenDigits));
    }

    @ParameterizedTest
    @MethodSource("golden")
    void isMirroredForTheOtherClass(Golden golden) {
        if (golden.loss instanceof MarginLoss loss) {
            assertThat(loss.value(0, -golden.f)).isEqualTo(loss.value(1, golden.f));
            assertThat(loss.gradient(0, -golden.f)).isEqualTo(-loss.gradient(1, golden.f));
            assertThat(loss.secondDerivative(0, -golden.f)).isEqualTo(loss.secondDerivative(1, golden.f));
        }
    }

    @Test
    void clipsTheCurvatureOfALossThatIsNotConvex() {
        FormulaLoss cauchy = (y, f) -> f.minus(y).square().log1p().times(0.5);

        assertThat(cauchy.secondDerivative(2, 0.3)).isCloseTo(-0.1249000469, within(0.51e-10));
        assertThat(cauchy.curvature(2, 0.3)).isZero();
        assertThat(cauchy.at(2, 0.3).second()).isZero();
        assertThat(cauchy.kind()).isEqualTo(Curvature.EXACT);
    }

    @Test
    void differentiatesTheSixLineLossOfTheDocumentation() {
        // r = f − y = −2: 4r² = 16, 8r = −16, 8;  r = 3: r² = 9, 2r = 6, 2
        assertThat(Formulas.STOCKOUT.at(5, 3)).isEqualTo(new Jet(16, -16, 8));
        assertThat(Formulas.STOCKOUT.at(0, 3)).isEqualTo(new Jet(9, 6, 2));
    }
}
