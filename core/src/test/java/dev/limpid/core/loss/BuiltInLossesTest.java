package dev.limpid.core.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.regression.AbsoluteLoss;
import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.core.loss.regression.QuantileLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BuiltInLossesTest {

    static Stream<ScalarLoss> losses() {
        return Stream.of(
                new SquaredLoss(),
                new AbsoluteLoss(),
                new HuberLoss(1.3),
                new QuantileLoss(0.8),
                new PoissonLoss(),
                new LogisticLoss(),
                Formulas.PSEUDO_HUBER,
                Formulas.SQUARED_HINGE,
                Formulas.STOCKOUT);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void fusesWithoutChangingABit(ScalarLoss loss) {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 2000; i++) {
            double y = loss.domain().draw(random);
            double f = i % 50 == 0 ? y : random.nextGaussian() * (i % 3 == 0 ? 100 : 2);
            Jet at = loss.at(y, f);

            assertThat(at).isEqualTo(new Jet(loss.value(y, f), loss.gradient(y, f), loss.curvature(y, f)));
            assertThat(at.second()).isNotNegative();
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void isFiniteFarOut(ScalarLoss loss) {
        SplittableRandom random = new SplittableRandom(12);
        for (double f : new double[] {-800, -37, 37, 700}) {
            double y = loss.domain().draw(random);
            Jet at = loss.at(y, f);

            assertThat(at.value()).as("value at %s", f).isFinite();
            assertThat(at.first()).as("gradient at %s", f).isFinite();
            assertThat(at.second()).as("curvature at %s", f).isFinite();
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void namesItsFormula(ScalarLoss loss) {
        if (loss.getClass().getPackageName().startsWith("dev.limpid.core.loss.")) {
            assertThat(loss.formula()).isNotEmpty();
            assertThat(loss.source()).isNotEmpty();
            assertThat(loss.convex()).isTrue();
            assertThat(loss.kind()).isNotEqualTo(Curvature.CONSTANT);
        }
    }

    @Test
    void overflowsToInfinityAndNeverToNaN() {
        Jet at = new PoissonLoss().at(3, 800);

        assertThat(at).isEqualTo(new Jet(1 / 0.0, 1 / 0.0, 1 / 0.0));
        assertThat(new PoissonLoss().at(3, -800)).isEqualTo(new Jet(2400, -3, 0));
    }

    @Test
    void keepsTheDigitsOfARowThatIsRightBeyondDoubt() {
        // y = 1, f = 40: ℓ = log(1 + e⁻⁴⁰), gradient −1/(1 + e⁴⁰)
        double e = Math.exp(-40);
        LogisticLoss loss = new LogisticLoss();

        assertThat(loss.value(1, 40)).isCloseTo(e, within(2 * Math.ulp(e)));
        assertThat(loss.gradient(1, 40)).isCloseTo(-e, within(2 * Math.ulp(e)));
        assertThat(loss.value(0, -40)).isCloseTo(e, within(2 * Math.ulp(e)));
        assertThat(loss.gradient(0, -40)).isCloseTo(e, within(2 * Math.ulp(e)));
        assertThat(loss.secondDerivative(1, 40)).isCloseTo(e, within(2 * Math.ulp(e)));
    }

    @Test
    void computesByHand() {
        // r = −2, threshold 0.5: 0.5·2 − ½·0.25 = 0.875
        assertThat(new HuberLoss(0.5).at(3, 1)).isEqualTo(new Jet(0.875, -0.5, 0.25));
        assertThat(new HuberLoss(5).at(3, 1)).isEqualTo(new Jet(2, -2, 1));
        assertThat(new SquaredLoss().at(3, 1)).isEqualTo(new Jet(2, -2, 1));
        assertThat(new AbsoluteLoss().at(3, 1)).isEqualTo(new Jet(2, -1, 0.5));
        assertThat(new QuantileLoss(0.75).at(3, 1)).isEqualTo(new Jet(1.5, -0.75, 0.25));
        assertThat(new QuantileLoss(0.75).at(1, 3)).isEqualTo(new Jet(0.5, 0.25, 0.25));
        assertThat(new QuantileLoss(0.75).gradient(1, 1)).isEqualTo(-0.25);
        assertThat(new PoissonLoss().at(3, 0)).isEqualTo(new Jet(1, -2, 1));
        assertThat(new LogisticLoss().at(0, 0)).isEqualTo(new Jet(Scores.log1p(1), 0.5, 0.25));
        assertThat(new PoissonLoss().mean(0)).isEqualTo(1);
        assertThat(new LogisticLoss().mean(0)).isEqualTo(0.5);
        assertThat(new HuberLoss(5).secondDerivative(3, 1)).isEqualTo(1);
        assertThat(new SquaredLoss().secondDerivative(3, 1)).isEqualTo(1);
        assertThat(new AbsoluteLoss().secondDerivative(3, 1)).isZero();
    }

    @Test
    void refusesASecondDerivativeThatIsNotStated() {
        ScalarLoss two = new TwoMethods();

        assertThat(two.at(1, 3)).isEqualTo(new Jet(4, 4, 1));
        assertThat(two.kind()).isEqualTo(Curvature.CONSTANT);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> two.secondDerivative(1, 3))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage(
                        "TwoMethods must override secondDerivative(y, f) before it is asked for one; a FormulaLoss has"
                                + " it for nothing");
    }

    private static final class TwoMethods implements ScalarLoss {
        @Override
        public double value(double y, double f) {
            return (f - y) * (f - y);
        }

        @Override
        public double gradient(double y, double f) {
            return 2 * (f - y);
        }
    }
}
