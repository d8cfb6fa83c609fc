package dev.limpid.core.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.loss.margin.HingeLoss;
import dev.limpid.core.loss.margin.HuberizedHingeLoss;
import dev.limpid.core.loss.margin.ModifiedHuberLoss;
import dev.limpid.core.loss.margin.SquaredHingeLoss;
import dev.limpid.core.loss.regression.EpsilonInsensitiveLoss;
import dev.limpid.core.loss.regression.ExpectileLoss;
import dev.limpid.core.loss.regression.SquaredEpsilonInsensitiveLoss;
import dev.limpid.core.loss.regression.SquaredLogLoss;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The closed forms of the prox beside the root of its equation. */
class ScalarLossProxTest {

    private static final double[] SCORES = {-700, -3, -1.5, -1, -0.4, 0, 1e-9, 0.3, 0.7, 1, 1.2, 2, 50, 800};
    private static final double[] STEPS = {1e-6, 0.1, 1, 30, 1e6};

    static Stream<ScalarLoss> losses() {
        return Stream.of(
                new HingeLoss(),
                new SquaredHingeLoss(),
                new HuberizedHingeLoss(),
                new HuberizedHingeLoss(0.3),
                new ModifiedHuberLoss(),
                new EpsilonInsensitiveLoss(0.4),
                new EpsilonInsensitiveLoss(0),
                new SquaredEpsilonInsensitiveLoss(0.4),
                new ExpectileLoss(0.8),
                new SquaredLogLoss());
    }

    @ParameterizedTest
    @MethodSource("losses")
    void isTheRootOfItsEquation(ScalarLoss loss) {
        for (double step : STEPS) {
            for (double f : SCORES) {
                for (double y : new double[] {0, 1}) {
                    double rounding = 8 * Math.ulp(Math.max(1, Math.abs(f)));

                    assertThat(loss.prox(y, f, step))
                            .as("y = %s, f = %s, step %s", y, f, step)
                            .isCloseTo(ScoreProx.of(loss, y, f, step), within(rounding));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void refusesAStepThatIsNone(ScalarLoss loss) {
        for (double step : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> loss.prox(1, 0.5, step))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("step must be finite and > 0, but was " + step);
        }
    }
}
