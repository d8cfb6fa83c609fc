package dev.limpid.core.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.loss.classification.LogisticLoss;
import org.junit.jupiter.api.Test;

class MarginLossTest {

    @Test
    void meansTheProbabilityThatMakesTheScoreTheBestOne() {
        for (double f : new double[] {-3, -0.4, 0, 0.7, 2.5}) {
            double p = Scores.sigmoid(f);
            assertThat(Formulas.LOGISTIC_MARGIN.mean(f)).isCloseTo(p, within(4 * Math.ulp(p)));
            double p2 = Scores.sigmoid(2 * f); // φ = e⁻ᵐ: p·e⁻ᶠ = (1 − p)·eᶠ
            assertThat(Formulas.EXPONENTIAL.mean(f)).isCloseTo(p2, within(4 * Math.ulp(p2)));
            double linear = Math.min(1, Math.max(0, 0.5 * (1 + f))); // φ = (1 − m)₊²: p·(1 − f) = (1 − p)·(1 + f)
            assertThat(Formulas.SQUARED_HINGE.mean(f)).isCloseTo(linear, within(2 * Math.ulp(1.0)));
        }
    }

    @Test
    void meansAStepWhereTheLossKnowsNoProbability() {
        MarginLoss bounded = m -> m.min(1).max(-1).negate();

        assertThat(Formulas.HINGE.mean(-1.5)).isZero();
        assertThat(Formulas.HINGE.mean(0)).isEqualTo(0.5);
        assertThat(Formulas.HINGE.mean(0.7)).isEqualTo(Math.nextUp(0.5)); // so that the class is that of the sign
        assertThat(Formulas.HINGE.mean(-0.7)).isEqualTo(Math.nextDown(0.5));
        assertThat(Formulas.HINGE.mean(1.5)).isEqualTo(1);
        assertThat(bounded.mean(-3)).isZero();
        assertThat(bounded.mean(3)).isEqualTo(1);
    }

    @Test
    void staysAProbabilityFarOut() {
        for (MarginLoss loss :
                new MarginLoss[] {Formulas.LOGISTIC_MARGIN, Formulas.EXPONENTIAL, Formulas.SQUARED_HINGE}) {
            assertThat(loss.mean(800)).isEqualTo(1);
            assertThat(loss.mean(-800)).isZero();
        }
    }

    @Test
    void equalsTheLogisticLoss() {
        LogisticLoss logistic = new LogisticLoss();
        for (double y : new double[] {0, 1}) {
            for (double f = -40; f <= 40; f += 0.37) {
                Jet a = Formulas.LOGISTIC_MARGIN.at(y, f);
                Jet b = logistic.at(y, f);
                assertThat(a.value()).isCloseTo(b.value(), within(8 * Math.ulp(b.value())));
                assertThat(a.first()).isCloseTo(b.first(), within(8 * Math.ulp(b.first())));
                assertThat(a.second()).isCloseTo(b.second(), within(8 * Math.ulp(b.second())));
            }
        }
    }

    @Test
    void takesTheClassesZeroAndOneAlone() {
        assertThat(Formulas.HINGE.classes()).isEqualTo(2);
        assertThatThrownBy(() -> Formulas.HINGE.check(new double[] {-1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("target must be an integer in 0 … 1 for user-defined MarginLoss, but was -1.0");
    }
}
