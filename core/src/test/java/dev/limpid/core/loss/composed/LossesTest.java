package dev.limpid.core.loss.composed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.VectorLoss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.distribution.GaussianLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.multiclass.CrossEntropyLoss;
import dev.limpid.core.loss.multiclass.MulticlassFocalLoss;
import dev.limpid.core.loss.multioutput.MultiOutputLoss;
import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.core.loss.regression.QuantileLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.loss.robust.TukeyLoss;
import dev.limpid.core.loss.survival.AftLoss;
import dev.limpid.core.loss.survival.LogTime;
import org.junit.jupiter.api.Test;

class LossesTest {

    private static final double ROUNDING = 1e-14;
    private static final double[] F = {0.3, -1, 2};

    @Test
    void aSumAddsUpValueGradientAndCurvature() {
        ScalarLoss sum = Losses.sum(2, new SquaredLoss(), 3, new HuberLoss(1));

        assertThat(sum.value(0, 4)).isEqualTo(2 * 8 + 3 * 3.5);
        assertThat(sum.gradient(0, 4)).isEqualTo(2 * 4 + 3);
        assertThat(sum.curvature(0, 4)).isEqualTo(2 + 3 * 0.25);
        assertThat(sum.secondDerivative(0, 4)).isEqualTo(2);
    }

    @Test
    void aSumIsOfAKindOnlyIfBothPartsAre() {
        ScalarLoss exact = new SquaredLoss();
        ScalarLoss majoriser = new HuberLoss(1);
        VectorLoss focal = new MulticlassFocalLoss(3, 2);

        assertThat(Losses.sum(1, exact, 1, new PoissonLoss()).kind()).isEqualTo(Curvature.EXACT);
        assertThat(Losses.sum(1, majoriser, 1, majoriser).kind()).isEqualTo(Curvature.MAJORISER);
        assertThat(Losses.sum(1, exact, 1, majoriser).kind()).isEqualTo(Curvature.CONSTANT);
        assertThat(Losses.sum(1, new SoftmaxLoss(3), 1, focal).kind()).isEqualTo(Curvature.CONSTANT);
        assertThat(Losses.sum(1, exact, 1, new QuantileLoss(0.5)).smooth()).isFalse();
        assertThat(Losses.sum(1, new SoftmaxLoss(3), 1, focal).convex()).isFalse();
        assertThat(Losses.weightedByClass(focal, 1, 2, 3).kind()).isEqualTo(Curvature.EXACT);
        assertThat(Losses.labelSmoothed(focal, 0.1).kind()).isEqualTo(Curvature.CONSTANT);
        assertThat(Losses.clipped(new QuantileLoss(0.5), 0.2).kind()).isEqualTo(Curvature.CONSTANT);
    }

    @Test
    void aSumTakesTheTargetsThatBothTake() {
        ScalarLoss sum = Losses.sum(1, new PoissonLoss(), 1, new LogisticLoss());

        assertThat(sum.domain()).hasToString("in [0.0, 1.0]");
        assertThatThrownBy(() -> sum.check(new double[] {2}))
                .hasMessage("target must be in [0.0, 1.0] for LogisticLoss, but was 2.0");
    }

    @Test
    void labelSmoothingOfTheLogisticLossMovesTheTarget() {
        ScalarLoss smoothed = Losses.labelSmoothed(new LogisticLoss(), 0.1);

        assertThat(smoothed.value(1, 0.3)).isCloseTo(new LogisticLoss().value(0.95, 0.3), within(ROUNDING));
        assertThat(smoothed.gradient(1, 0.3)).isCloseTo(-0.3755574832, within(1e-10));
    }

    @Test
    void labelSmoothingOfSoftmaxIsThatOfTheCrossEntropy() {
        VectorLoss smoothed = Losses.labelSmoothed(new SoftmaxLoss(3), 0.1);
        double[] g = new double[3];
        double[] expected = new double[3];

        smoothed.gradient(new double[] {1}, F, g);
        new CrossEntropyLoss(3, 0.1).gradient(new double[] {0, 1, 0}, F, expected);

        assertThat(smoothed.value(new double[] {1}, F))
                .isCloseTo(new CrossEntropyLoss(3, 0.1).value(new double[] {0, 1, 0}, F), within(ROUNDING));
        assertThat(g).containsExactly(expected, within(ROUNDING));
    }

    @Test
    void classWeightsMoveTheOddsByTheirRatio() {
        Sample sample = Sample.of(new double[] {0, 0, 0, 1}, new double[4], new double[] {1, 1, 1, 1});

        double shift = Losses.weightedByClass(new LogisticLoss(), 1, 3).bestShift(sample);

        assertThat(shift).isCloseTo(0, within(1e-12)); // 3 zeros of weight 1, a one of weight 3
        assertThat(Losses.weightedByClass(new LogisticLoss(), 1, 3).value(0.25, 0.7))
                .isCloseTo(
                        0.75 * new LogisticLoss().value(0, 0.7) + 0.75 * new LogisticLoss().value(1, 0.7),
                        within(ROUNDING));
    }

    @Test
    void logitAdjustmentTakesTheFrequenciesOutOfTheScores() {
        Sample sample = Sample.of(new double[] {0, 0, 0, 1}, new double[4], new double[] {1, 1, 1, 1});

        double shift = Losses.logitAdjusted(new LogisticLoss(), 1, 3, 1).bestShift(sample);

        assertThat(shift).isCloseTo(0, within(1e-12)); // nothing but the frequencies speaks for a class
        double[] adjusted = {0.3 + 2 * Math.log(5), -1 + 2 * Math.log(3), 2 + 2 * Math.log(2)};
        assertThat(Losses.logitAdjusted(new SoftmaxLoss(3), 2, 5, 3, 2).value(new double[] {1}, F))
                .isCloseTo(new SoftmaxLoss(3).value(new double[] {1}, adjusted), within(ROUNDING));
    }

    @Test
    void clippedSquaredLossIsTheHuberLoss() {
        ScalarLoss clipped = Losses.clipped(new SquaredLoss(), 1.5);
        HuberLoss huber = new HuberLoss(1.5);
        for (double f : new double[] {-1e6, -3, -1.5, 0.2, 1.4, 1.6, 77, 1e9}) {
            assertThat(clipped.value(0.1, f)).isCloseTo(huber.value(0.1, f), within(ROUNDING * Math.abs(f) * 4));
            assertThat(clipped.gradient(0.1, f)).isEqualTo(huber.gradient(0.1, f));
            assertThat(clipped.secondDerivative(0.1, f)).isEqualTo(huber.secondDerivative(0.1, f));
        }
    }

    @Test
    void clippedLossOfNoNumberIsNone() {
        assertThat(Losses.clipped(new SquaredLoss(), 1.5).value(1, Double.NaN)).isNaN();
    }

    @Test
    void equalCompositionsAreEqualAndPrintTheirParts() {
        VectorLoss loss = Losses.weightedByClass(new SoftmaxLoss(2), 1, 3);

        assertThat(loss).isEqualTo(Losses.weightedByClass(new SoftmaxLoss(2), 1, 3));
        assertThat(loss.recipe().toString())
                .startsWith("WeightedByClass(weights = [1.0, 3.0]): c_y·loss(y, f)\n  loss: SoftmaxLoss(classes = 2)");
    }

    @Test
    void refusesWhatDoesNotGoTogether() {
        assertThatThrownBy(() -> Losses.sum(0, new SquaredLoss(), 1, new SquaredLoss()))
                .hasMessage("a must be finite and > 0, but was 0.0");
        assertThatThrownBy(() -> Losses.sum(1, new SquaredLoss(), Double.NaN, new SquaredLoss()))
                .hasMessage("b must be finite and > 0, but was NaN");
        assertThatThrownBy(() -> Losses.sum(1, new GaussianLoss(), 1, new AftLoss(LogTime.weibull())))
                .hasMessage(
                        "losses of a sum must have as many scores and targets, but GaussianLoss has 2 and 1, AftLoss has 2"
                                + " and 2");
        assertThatThrownBy(() -> Losses.labelSmoothed(new SquaredLoss(), 0.1))
                .hasMessage("loss must have a class code for its target to be label-smoothed, but was SquaredLoss");
        assertThatThrownBy(() -> Losses.labelSmoothed(new CrossEntropyLoss(3), 0.1))
                .hasMessage(
                        "loss must have a class code for its target to be label-smoothed, but was CrossEntropyLoss of 3"
                                + " target columns");
        assertThatThrownBy(() -> Losses.labelSmoothed(new LogisticLoss(), 1))
                .hasMessage("smoothing must be in (0, 1), but was 1.0");
        assertThatThrownBy(() -> Losses.weightedByClass(new SoftmaxLoss(3), 1, 2))
                .hasMessage("weights must be 3, one for each class of SoftmaxLoss, but were 2");
        assertThatThrownBy(() -> Losses.weightedByClass(new SoftmaxLoss(2), 1, -2))
                .hasMessage("weights[1] must be finite and > 0, but was -2.0");
        assertThatThrownBy(() -> Losses.weightedByClass(new LogisticLoss(), 0, 1))
                .hasMessage("ofZero must be finite and > 0, but was 0.0");
        assertThatThrownBy(() -> Losses.logitAdjusted(MultiOutputLoss.squared(2), 1, 1, 1))
                .hasMessage("loss must be a loss of classes to be logit-adjusted, but was MultiOutputLoss");
        assertThatThrownBy(() -> Losses.logitAdjusted(new LogisticLoss(), 0, 1, 1))
                .hasMessage("temperature must be finite and > 0, but was 0.0");
        assertThatThrownBy(() -> Losses.clipped(new SquaredLoss(), -1))
                .hasMessage("threshold must be finite and > 0, but was -1.0");
        assertThatThrownBy(() -> Losses.clipped(new TukeyLoss(1), 1))
                .hasMessage(
                        "loss must be convex to be clipped, but TukeyLoss does not say so: its gradient may be small far"
                                + " out too, and no tangent would fit");
    }
}
