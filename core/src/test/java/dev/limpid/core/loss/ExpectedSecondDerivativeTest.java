package dev.limpid.core.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.loss.classification.CloglogLoss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.ProbitLoss;
import dev.limpid.core.loss.glm.GammaLoss;
import dev.limpid.core.loss.glm.InverseGaussianLoss;
import dev.limpid.core.loss.glm.NegativeBinomialLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.glm.TweedieLoss;
import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.loss.survival.CoxLoss;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fisher's information of a row: the mean of second derivatives over targets drawn from the model. */
class ExpectedSecondDerivativeTest {

    /** Sums of at most a few thousand terms. */
    private static final double ROUNDING = 1e-12;

    static Stream<ScalarLoss> losses() {
        return Stream.of(
                new SquaredLoss(),
                new LogisticLoss(),
                new ProbitLoss(),
                new CloglogLoss(),
                new PoissonLoss(),
                new NegativeBinomialLoss(0.5),
                new GammaLoss(),
                new InverseGaussianLoss(),
                new TweedieLoss(1.5));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void neitherNegativeNorNaN(ScalarLoss loss) {
        for (double f : new double[] {-800, -40, -1, 0, 1, 40, 800}) {
            assertThat(loss.expectedSecondDerivative(f)).as("at %s", f).isGreaterThanOrEqualTo(0);
        }
    }

    /** Σ p(y)·∂²ℓ(y, f)/∂f² over counts up to 3000, p(y) built up from p(0) by its ratios. */
    private static double mean(ScalarLoss loss, double f, double first, IntToDoubleFunction ratio) {
        double p = first;
        double sum = 0;
        for (int y = 0; y < 3000; y++) {
            sum += p * loss.secondDerivative(y, f);
            p *= ratio.applyAsDouble(y);
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(doubles = {-2, 0, 1.5, 3})
    void countsOfPoisson(double f) {
        double mu = Math.exp(f);
        PoissonLoss loss = new PoissonLoss();

        assertThat(mean(loss, f, Math.exp(-mu), y -> mu / (y + 1)))
                .isCloseTo(loss.expectedSecondDerivative(f), within(ROUNDING * mu));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-2, 0, 1.5, 3})
    void countsOfTheNegativeBinomialDistribution(double f) {
        double mu = Math.exp(f);
        NegativeBinomialLoss loss = new NegativeBinomialLoss(0.5);
        double s = 0.5 * mu / (1 + 0.5 * mu);

        assertThat(mean(loss, f, Math.pow(1 - s, 2), y -> (y + 2) * s / (y + 1)))
                .isCloseTo(loss.expectedSecondDerivative(f), within(ROUNDING * mu));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-2.5, -0.3, 0, 1.7})
    void twoClasses(double f) {
        Stream.of(new LogisticLoss(), new ProbitLoss(), new CloglogLoss()).forEach(loss -> {
            double p = loss.mean(f);
            double mean = p * loss.secondDerivative(1, f) + (1 - p) * loss.secondDerivative(0, f);

            assertThat(loss.expectedSecondDerivative(f)).isCloseTo(mean, within(ROUNDING));
        });
    }

    @Test
    void aLossThatStatesNone() {
        assertThatThrownBy(() -> new HuberLoss(1).expectedSecondDerivative(0))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage(
                        "HuberLoss must override expectedSecondDerivative(f) before it is asked for one; it is that of"
                                + " targets drawn from the loss's model, secondDerivative(mean(f), f) where the second derivative is a"
                                + " straight line in y");
    }

    /** A subclass may be of another model. */
    @Test
    void aSubclassStatesItsOwn() {
        class Twice extends GammaLoss {
            @Override
            public double value(double y, double f) {
                return 2 * super.value(y, f);
            }
        }

        assertThatThrownBy(() -> new Twice().expectedSecondDerivative(0))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageStartingWith("Twice must override expectedSecondDerivative(f)");
    }

    @Test
    void aUnitThatStatesNone() {
        UnitLoss triplets = new dev.limpid.core.loss.ranking.TripletLoss(1, 1);
        Unit unit = new Unit(new double[][] {{1, 0}}, new double[] {1, 1}, new double[2]);

        assertThatThrownBy(() -> triplets.secondDerivativeTimes(unit, new double[2], new double[2]))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("TripletLoss must override secondDerivativeTimes(unit, d, out) before it is asked for one");
        assertThatThrownBy(() -> triplets.scoreResiduals(unit, new double[2], new double[2]))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("TripletLoss has no scoreResiduals(unit, d, out)");
    }

    /** Two rows by hand: p = e^{f₀}/(e^{f₀} + e^{f₁}), an event in the first, then in the second alone. */
    @Test
    void scoreResidualsByHand() {
        double p = Math.exp(0.3) / (Math.exp(0.3) + Math.exp(-0.2));
        Unit unit = new Unit(new double[][] {{1, 2}, {1, 1}}, new double[] {1, 1}, new double[] {0.3, -0.2});
        double[] d = {2, 5};
        double[] parts = new double[2];

        new CoxLoss().scoreResiduals(unit, d, parts);

        double mean = p * 2 + (1 - p) * 5;
        assertThat(parts)
                .containsExactly(new double[] {-(2 - mean) + p * (2 - mean), (1 - p) * (5 - mean)}, within(ROUNDING));
    }
}
