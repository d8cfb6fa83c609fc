package dev.limpid.core.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.regression.AbsoluteLoss;
import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.core.loss.regression.QuantileLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreProxTest {

    private static final List<ScalarLoss> CLOSED =
            List.of(new SquaredLoss(), new AbsoluteLoss(), new QuantileLoss(0.2), new HuberLoss(1.3));

    private static final double[] SCORES = {-700, -3, -0.4, 0, 1e-9, 0.7, 2, 50, 800};

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 0.1, 1, 30, 1e6})
    void theProxIsTheRootOfItsEquation(double step) {
        for (ScalarLoss loss : List.of(new LogisticLoss(), new PoissonLoss())) {
            for (double f : SCORES) {
                double x = loss.prox(1, f, step);

                // r(x) is at most what a last digit of x or of the slope makes of it: r grows by 1 + step·ℓ″ a unit
                double rounding = 8 * Math.ulp(1.0);
                double slope = step * loss.gradient(1, x);
                double growth = 1 + step * loss.secondDerivative(1, x);
                double terms = Math.abs(f) + step + Math.abs(slope); // the slopes are 1 less than a number > 0
                assertThat(x - f + slope)
                        .as("%s at %s, step %s", loss, f, step)
                        .isCloseTo(0, within(rounding * (terms + Math.abs(x) * growth)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 0.1, 1, 30, 1e6})
    void theClosedFormsAgreeWithTheRootOfTheEquation(double step) {
        for (ScalarLoss loss : CLOSED) {
            for (double f : SCORES) {
                double x = loss.prox(0.5, f, step);

                double size = Math.max(Math.abs(f), 1);
                assertThat(ScoreProx.of(loss, 0.5, f, step))
                        .as("%s at %s, step %s", loss, f, step)
                        .isCloseTo(x, within(8 * Math.ulp(size)));
            }
        }
    }

    /** ℓ*(a) = sup of a·x − ℓ(x), known for these losses, equals a·x − ℓ(x) at the prox. */
    @Test
    void theSlopeAtTheProxGivesTheConjugate() {
        double step = 0.7;
        for (double f : new double[] {-3, -0.2, 0.1, 0.9, 4}) {
            double x = new SquaredLoss().prox(2, f, step);
            double a = (f - x) / step;
            assertThat(a * x - new SquaredLoss().value(2, x)).isCloseTo(2 * a + 0.5 * a * a, within(1e-14));

            x = new LogisticLoss().prox(1, f, step);
            double p = 1 + (f - x) / step; // a = p − 1
            double entropy = p * Math.log(p) + (1 - p) * Math.log(1 - p);
            assertThat((p - 1) * x - new LogisticLoss().value(1, x)).isCloseTo(entropy, within(1e-14));

            x = new AbsoluteLoss().prox(2, f, step);
            a = (f - x) / step;
            assertThat(a).isBetween(-1 - 1e-15, 1 + 1e-15);
            assertThat(a * x - new AbsoluteLoss().value(2, x)).isCloseTo(2 * a, within(1e-14));
        }
    }

    @Test
    void aSubclassGetsTheProxOfItsOwnGradient() {
        ScalarLoss doubled = new SquaredLoss() {
            @Override
            public double value(double y, double f) {
                return 2 * super.value(y, f);
            }

            @Override
            public double gradient(double y, double f) {
                return 2 * super.gradient(y, f);
            }
        };

        assertThat(doubled.prox(1, 4, 1)).isCloseTo(2, within(1e-15)); // y + r/(1 + 2·step)
    }

    @Test
    void whatHasNoProxIsRefused() {
        ScalarLoss wavy = new ScalarLoss() {
            @Override
            public double value(double y, double f) {
                return 1 - Math.cos(f - y);
            }

            @Override
            public double gradient(double y, double f) {
                return Math.sin(f - y);
            }

            @Override
            public String name() {
                return "WavyLoss";
            }
        };

        assertThatThrownBy(() -> wavy.prox(0, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "prox needs a convex loss, but WavyLoss is not declared convex: if it is, let convex() return "
                                + "true");
        for (double step : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new SquaredLoss().prox(0, 1, step))
                    .hasMessage("step must be finite and > 0, but was " + step);
        }
    }
}
