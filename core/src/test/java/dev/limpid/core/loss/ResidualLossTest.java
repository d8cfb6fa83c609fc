package dev.limpid.core.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.loss.regression.AbsoluteLoss;
import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.core.loss.regression.QuantileLoss;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResidualLossTest {

    static Stream<ScalarLoss> majorised() {
        return Stream.of(
                Formulas.PSEUDO_HUBER,
                Formulas.LOG_COSH,
                Formulas.CAUCHY,
                Formulas.TUKEY,
                Formulas.ABSOLUTE,
                new HuberLoss(0.8),
                new AbsoluteLoss(),
                new QuantileLoss(0.8));
    }

    @ParameterizedTest
    @MethodSource("majorised")
    void hasAParabolaThatLiesNowhereBelowTheLoss(ScalarLoss loss) {
        assertThat(loss.kind()).isEqualTo(Curvature.MAJORISER);
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 2000; i++) {
            double y = 3 * random.nextGaussian();
            double f = 3 * random.nextGaussian();
            double d = 6 * random.nextGaussian();
            Jet at = loss.at(y, f);
            double parabola = at.value() + at.first() * d + 0.5 * at.second() * d * d;
            double rounding = 16 * Math.ulp(Math.max(1, Math.abs(at.second() * d * d)));

            assertThat(loss.value(y, f + d))
                    .as("y = %s, f = %s, d = %s", y, f, d)
                    .isLessThanOrEqualTo(parabola + rounding);
        }
    }

    @Test
    void weighsByTheSlopeOverTheResidual() {
        // Huber: δ/|r| = 1/1.7;  Cauchy: 1/(1 + r²) = 1/3.89
        assertThat(new HuberLoss(1).curvature(2, 0.3)).isCloseTo(0.5882352941, within(0.51e-10));
        assertThat(Formulas.CAUCHY.curvature(2, 0.3)).isCloseTo(0.2570694087, within(0.51e-10));
        assertThat(Formulas.ABSOLUTE.curvature(2, 0.5)).isEqualTo(1 / 1.5);
    }

    @Test
    void hasTheSecondDerivativeAsItsWeightAtZero() {
        for (ResidualLoss loss : new ResidualLoss[] {Formulas.PSEUDO_HUBER, Formulas.LOG_COSH, Formulas.CAUCHY}) {
            assertThat(loss.curvature(1.3, 1.3)).isCloseTo(1, within(1e-14)); // ρ″(0) = 1, δ² ≈ 4e-16 away
        }
    }

    @Test
    void staysFiniteAtAKink() {
        double delta = 0x1p-26 * 1.5 + 0x1p-40;

        assertThat(ResidualLoss.resolution(1.5, -1)).isEqualTo(delta);
        assertThat(Formulas.ABSOLUTE.curvature(1.5, 1.5)).isEqualTo(1 / delta);
        assertThat(new AbsoluteLoss().curvature(1.5, 1.5)).isEqualTo(1 / delta);
        assertThat(new AbsoluteLoss().curvature(0, 0)).isEqualTo(0x1p40);
        assertThat(new QuantileLoss(0.3).curvature(1.5, 1.5)).isEqualTo(0.5 / delta);
    }

    @Test
    void doesNotTakeTheWeightOfALossThatOutgrowsTheParabola() {
        // ρ = r⁴ at r = 2: ρ″ = 12r² = 48, whereas ρ′/r = 4r² = 16 lies below the loss
        assertThat(Formulas.FOURTH_POWER.kind()).isEqualTo(Curvature.EXACT);
        assertThat(Formulas.FOURTH_POWER.at(1, 3)).isEqualTo(new Jet(16, 32, 48));
    }

    @Test
    void equalsTheBuiltInAbsoluteLossBitForBit() {
        SplittableRandom random = new SplittableRandom(5);
        AbsoluteLoss absolute = new AbsoluteLoss();
        for (int i = 0; i < 500; i++) {
            double y = random.nextGaussian();
            double f = i % 7 == 0 ? y : random.nextGaussian();
            assertThat(Formulas.ABSOLUTE.at(y, f)).isEqualTo(absolute.at(y, f));
        }
    }
}
