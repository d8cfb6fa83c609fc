package dev.limpid.core.loss.composed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.margin.HingeLoss;
import dev.limpid.core.loss.margin.HuberizedHingeLoss;
import dev.limpid.core.loss.regression.AbsoluteLoss;
import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.loss.robust.TukeyLoss;
import org.junit.jupiter.api.Test;

class MoreauLossTest {

    private static final double ROUNDING = 1e-13;

    @Test
    void theEnvelopeOfTheAbsoluteLossIsHubersDividedByItsThreshold() {
        double mu = 0.7;
        ScalarLoss envelope = Losses.moreau(new AbsoluteLoss(), mu);
        ScalarLoss huber = new HuberLoss(mu);
        for (double f = -3; f <= 3; f += 0.05) {
            assertThat(envelope.value(0.2, f)).isCloseTo(huber.value(0.2, f) / mu, within(ROUNDING));
            assertThat(envelope.gradient(0.2, f)).isCloseTo(huber.gradient(0.2, f) / mu, within(ROUNDING));
            assertThat(envelope.prox(0.2, f, 0.4)).isCloseTo(huber.prox(0.2, f, 0.4 / mu), within(ROUNDING));
        }
    }

    /** min over x of ½(x − y)² + (x − f)²/(2μ) = (f − y)²/(2·(1 + μ)). */
    @Test
    void theEnvelopeOfTheSquaredLossIsFlatter() {
        ScalarLoss envelope = Losses.moreau(new SquaredLoss(), 3);

        assertThat(envelope.value(1, 5)).isCloseTo(2, within(ROUNDING));
        assertThat(envelope.gradient(1, 5)).isCloseTo(1, within(ROUNDING));
        assertThat(envelope.prox(1, 5, 4)).isCloseTo(3, within(ROUNDING));
    }

    /** With μ = 1 the hinge's corner is rounded off over margins from 0 to 1: ½·(1 − m)² there, ½ − m below. */
    @Test
    void theEnvelopeOfTheHingeLossHasTheCornerOfTheHuberisedOne() {
        ScalarLoss envelope = Losses.moreau(new HingeLoss(), 1);
        for (double f = -3; f <= 3; f += 0.05) {
            double expected = f >= 1 ? 0 : f >= 0 ? (1 - f) * (1 - f) / 2 : 0.5 - f;
            assertThat(envelope.value(1, f)).isCloseTo(expected, within(ROUNDING));
            assertThat(envelope.value(0, -f)).isCloseTo(expected, within(ROUNDING));
        }
        assertThat(envelope.value(1, 0.3)).isCloseTo(new HuberizedHingeLoss(1).value(1, 0.3), within(ROUNDING));
    }

    /** Huber's: 1/μ within μ of the target, where the prox stays at the kink, 0 beyond. */
    @Test
    void theSecondDerivativeKnowsTheKinkThatIsRoundedOff() {
        ScalarLoss envelope = Losses.moreau(new AbsoluteLoss(), 0.5);

        assertThat(envelope.secondDerivative(1, 1.2)).isEqualTo(2);
        assertThat(envelope.secondDerivative(1, 1)).isEqualTo(2);
        assertThat(envelope.secondDerivative(1, -0.1)).isZero();
    }

    /** ℓ″ = ¼ at x = 0: ¼ / (1 + 2·¼). */
    @Test
    void theSecondDerivativeOfASmoothLossIsFlattened() {
        assertThat(Losses.moreau(new LogisticLoss(), 2).secondDerivative(1, -1)).isCloseTo(1.0 / 6, within(1e-12));
    }

    /** x = 0 solves 1/(1 + eˣ) = (x + 1)/2; scipy 1.10.1 finds log 2 + ¼ as the least of log(1 + e⁻ˣ) + (x + 1)²/4 too. */
    @Test
    void theProxOfALossWithoutOneInClosedFormDoes() {
        ScalarLoss envelope = Losses.moreau(new LogisticLoss(), 2);

        assertThat(envelope.value(1, -1)).isCloseTo(0.9431471805599453, within(1e-12));
        assertThat(envelope.gradient(1, -1)).isCloseTo(-0.5, within(1e-12));
    }

    @Test
    void itLiesBetweenTheLossAndItsInfimumAndIsSmooth() {
        ScalarLoss envelope = Losses.moreau(new AbsoluteLoss(), 0.5);

        assertThat(envelope.smooth()).isTrue();
        assertThat(envelope.value(1, 1)).isZero();
        assertThat(envelope.value(1, 4)).isCloseTo(3 - 0.25, within(ROUNDING));
        assertThat(envelope.mean(0.3)).isEqualTo(0.3);
    }

    @Test
    void whatHasNoEnvelopeIsRefused() {
        assertThatThrownBy(() -> Losses.moreau(new AbsoluteLoss(), 0))
                .hasMessage("mu must be finite and > 0, but was 0.0");
        assertThatThrownBy(() -> Losses.moreau(new AbsoluteLoss(), Double.NaN))
                .hasMessage("mu must be finite and > 0, but was NaN");
        assertThatThrownBy(() -> Losses.moreau(new TukeyLoss(4.685), 1))
                .hasMessage(
                        "loss must be convex to have a Moreau envelope with a gradient, but TukeyLoss does not say so: if it"
                                + " is, let convex() return true");
    }
}
