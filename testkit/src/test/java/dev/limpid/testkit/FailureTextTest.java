package dev.limpid.testkit;

import static dev.limpid.testkit.LimpidAssertions.assertThat;
import static dev.limpid.testkit.LimpidAssertions.assertThatThrownBy;

import dev.limpid.core.loss.Unit;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.ranking.PairwiseLogisticLoss;
import dev.limpid.core.loss.regression.AbsoluteLoss;
import dev.limpid.core.loss.regression.QuantileLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.SeparablePenalty;
import dev.limpid.core.sampler.BootstrapSampler;
import dev.limpid.core.sampler.ShuffledSampler;
import dev.limpid.testkit.law.Functional;
import dev.limpid.testkit.law.LossLaws;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Failure texts, word for word. */
class FailureTextTest {

    /** Twice the gradient of the squared loss. */
    private static final class MyLoss extends SquaredLoss {
        @Override
        public double gradient(double y, double f) {
            return 2 * (f - y);
        }
    }

    private record Threshold(double strength) implements SeparablePenalty {
        @Override
        public double value(double x, int j) {
            return strength * Math.abs(x);
        }

        @Override
        public double prox(double z, int j, double step) {
            return Math.signum(z) * Math.max(Math.abs(z) - strength, 0);
        }
    }

    @Test
    void aWrongGradientIsShownAtOnePointWithItsCauseAndItsReplay() {
        assertThatThrownBy(() -> assertThat(new MyLoss()).hasGradientEqualToDifferences())
                .isInstanceOf(AssertionError.class)
                .message()
                .matches("""
                        MyLoss breaks law L02: the gradient is the derivative of the value\\.
                          at y = 0\\.0, f = 1\\.0
                            gradient             2\\.0
                            derivative of value  (1\\.0|0\\.9999999)\\d*  \\(± \\d\\.\\de-\\d\\d\\)
                            ratio                2\\.000
                          Likely cause: a factor 2 is doubled in gradient, or missing in value \\(ratio 2\\.000\\), \
                        at all \\d+ points\\.
                          Replay: assertThat\\(loss\\)\\.hasGradientEqualToDifferencesAt\\(0x0\\.0p0, 0x1\\.0p0\\)""");
    }

    @Test
    void theReplayFailsAtItsPointAndOnlyThere() {
        assertThatThrownBy(() -> assertThat(new MyLoss()).hasGradientEqualToDifferencesAt(0x0.0p0, 0x1.0p0))
                .hasMessageStartingWith("""
                        MyLoss breaks law L02: the gradient is the derivative of the value.
                          at y = 0.0, f = 1.0
                        """);
        assertThat(new MyLoss()).hasGradientEqualToDifferencesAt(1.0, 1.0);
    }

    @Test
    void vectorsAndUnitsCanBeReplayedToo() {
        assertThat(new SoftmaxLoss(3)).hasGradientEqualToDifferencesAt(new double[] {2}, new double[] {0.5, -1, 3});
        assertThat(new PairwiseLogisticLoss())
                .hasGradientEqualToDifferencesAt(
                        new Unit(new double[][] {{0, 1, 1}}, new double[] {1, 2, 1}, new double[] {0.3, 0.1, -2}));
    }

    @Test
    void aKinkThatIsNotDeclaredIsShownWithBothSlopes() {
        AbsoluteLoss silent = new AbsoluteLoss() {
            @Override
            public boolean smooth() {
                return true;
            }

            @Override
            public String toString() {
                return "MyLoss";
            }
        };

        assertThatThrownBy(() -> assertThat(silent).obeys(LossLaws.SMOOTH))
                .message()
                .matches("MyLoss breaks law L04: smooth\\(\\) says truly whether there are kinks\\.\n"
                        + "  smooth\\(\\) is true, but at y = \\S+, f = \\S+ \\(\\S+\\)\n"
                        + "    slope of value to the left   -(1\\.0|0\\.999999)\\d*\n"
                        + "    slope of value to the right  (1\\.0|0\\.999999)\\d*\n"
                        + "  Likely cause: smooth\\(\\) is not overridden; let it return false, so that optimizers that need a"
                        + " gradient everywhere refuse the loss\\.");
    }

    @Test
    void aQuantileThatIsSwappedIsNamed() {
        assertThat(new QuantileLoss(0.9)).predicts(Functional.quantile(0.9));
        assertThatThrownBy(() -> assertThat(new QuantileLoss(0.1)).predicts(Functional.quantile(0.9)))
                .hasMessageContaining(", which is below the 0.9-quantile\n"
                        + "  Likely cause: level and 1 − level are swapped, in value and gradient alike: it predicts the"
                        + " 0.1-quantile.");
    }

    @Test
    void aProxWithoutTheStepIsNamed() {
        assertThat(new L1Penalty(0.3)).hasProxThatMinimises();
        assertThatThrownBy(() -> assertThat(new Threshold(0.3)).hasProxThatMinimises())
                .hasMessageStartingWith(
                        "Threshold[strength=0.3] breaks law P02: the prox minimises its own definition.\n"
                                + "  at z = [")
                .hasMessageContaining("], step 0.1\n    prox    [")
                .hasMessageEndingWith(
                        "Likely cause: the step is left out: the threshold is strength·step, not strength.");
    }

    @Test
    void aLawThatSaysNothingIsNoSuccess() {
        assertThatThrownBy(() -> assertThat(new BootstrapSampler()).visitsEachUnitOnceAnEpoch())
                .hasMessage("BootstrapSampler[fraction=1.0] was not tested: not declared without replacement.");
        assertThatThrownBy(() -> assertThat(new L1Penalty(0.3)).hasGradientEqualToDifferences())
                .hasMessage("L1Penalty[strength=0.3] was not tested: not a SmoothPenalty.");
        assertThat(ShuffledSampler.of(3)).visitsEachUnitOnceAnEpoch().isUnbiased();
    }

    @Test
    void allBrokenLawsAreReportedAtOnceUnderTheLine() {
        assertThatThrownBy(() -> assertThat(new MyLoss()).obeysItsLaws())
                .hasMessageStartingWith("MyLoss: 35 laws, ")
                .hasMessageContaining(" failed, ")
                .hasMessageContaining("\n\nMyLoss breaks law L02: ")
                .hasMessageContaining("\n\nMyLoss breaks law L06: ");
    }

    @Test
    void anExclusionHasToNameALaw() {
        assertThatThrownBy(() -> assertThat(new SquaredLoss()).obeysItsLawsExcept(Map.of("L77", "why not")))
                .hasMessageStartingWith("exclusions must name laws, but L77 is none of [L01, L02, ");
    }

    @Test
    void anUnexpectedExceptionIsAFailureOfTheLaw() {
        SquaredLoss throwing = new SquaredLoss() {
            @Override
            public double gradient(double y, double f) {
                throw new IllegalStateException("not today");
            }

            @Override
            public String toString() {
                return "MyLoss";
            }
        };

        assertThatThrownBy(() -> assertThat(throwing).hasGradientEqualToDifferences())
                .hasMessageStartingWith("""
                        MyLoss breaks law L02: the gradient is the derivative of the value.
                          It threw java.lang.IllegalStateException: not today
                        """);
    }

    @Test
    void assertJsOwnAssertionsComeWithTheSameImport() {
        assertThat(1 + 1).isEqualTo(2);
        assertThat("text").startsWith("t");
    }
}
