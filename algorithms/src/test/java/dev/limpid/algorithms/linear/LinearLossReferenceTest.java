package dev.limpid.algorithms.linear;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.classification.CloglogLoss;
import dev.limpid.core.loss.classification.ProbitLoss;
import dev.limpid.core.loss.glm.GammaLoss;
import dev.limpid.core.loss.glm.InverseGaussianLoss;
import dev.limpid.core.loss.glm.NegativeBinomialLoss;
import dev.limpid.core.loss.glm.TweedieLoss;
import dev.limpid.core.loss.regression.ExpectileLoss;
import dev.limpid.core.loss.robust.CauchyLoss;
import dev.limpid.core.loss.robust.StudentTLoss;
import dev.limpid.core.loss.robust.TukeyLoss;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Coefficients of the same losses from elsewhere: generalised linear models by statsmodels 0.13.5 (GLM with tolerance 10⁻¹⁴),
 * expectiles and robust fits by reweighted least squares to the last digit in NumPy 1.24.2, started from Huber's.
 */
class LinearLossReferenceTest {

    /** Both stop where the objective has no digits left, which leaves half as many of the coefficients. */
    private static final double RELATIVE = 1e-6;

    static Stream<Arguments> elsewhere() {
        return Stream.of(
                stackloss(
                        new GammaLoss(),
                        -0.9238064769361666,
                        0.03505623960889772,
                        0.06230109697784989,
                        0.00266504200239888),
                stackloss(
                        new InverseGaussianLoss(),
                        -1.143439431065128,
                        0.04591621616519227,
                        0.05084825974662607,
                        0.0005705177547738431),
                stackloss(
                        new TweedieLoss(1.5),
                        -0.8497724904056747,
                        0.03147879935019571,
                        0.06794125593851692,
                        0.0029529848452946395),
                stackloss(
                        new NegativeBinomialLoss(0.1),
                        -0.8502965907453175,
                        0.03227063647873561,
                        0.06709680240318527,
                        0.0026185693228737345),
                stackloss(
                        new ExpectileLoss(0.8),
                        -46.207236018691,
                        0.7408454967214635,
                        1.3500956707107943,
                        -0.09216699107887372),
                stackloss(
                        new TukeyLoss(9),
                        -41.5481598970869,
                        0.9386822851093365,
                        0.5813430673375599,
                        -0.11293349150213083),
                stackloss(
                        new CauchyLoss(3),
                        -39.07985226895326,
                        0.8538721072559513,
                        0.6531819030263795,
                        -0.10335568915399751),
                stackloss(
                        new StudentTLoss(4, 2),
                        -40.033198989511156,
                        0.857352973483842,
                        0.741002416154812,
                        -0.11472049214574906),
                mtcars(new ProbitLoss(), 6.7264062618466145, -2.257762581366133),
                mtcars(new CloglogLoss(), 6.876676534523508, -2.507431914753755));
    }

    private static Arguments stackloss(ScalarLoss loss, double... expected) {
        return Arguments.of(
                loss, Sets.read("stackloss", "stack.loss", "Air.Flow", "Water.Temp", "Acid.Conc."), expected);
    }

    private static Arguments mtcars(ScalarLoss loss, double... expected) {
        return Arguments.of(loss, Sets.read("mtcars", "am", "wt"), expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("elsewhere")
    void agreesWithValuesFromElsewhere(ScalarLoss loss, Dataset data, double[] expected) {
        LinearModel model = LinearModel.with(loss).fit(data);

        double[] w = model.coefficients()[0];
        double worst = relative(model.intercepts()[0], expected[0]);
        for (int j = 0; j < w.length; j++) {
            worst = Math.max(worst, relative(w[j], expected[j + 1]));
        }
        assertThat(worst)
                .as("%s %s", model.intercepts()[0], java.util.Arrays.toString(w))
                .isLessThanOrEqualTo(RELATIVE);
    }

    private static double relative(double actual, double expected) {
        return Math.abs(actual - expected) / Math.abs(expected);
    }
}
