package dev.limpid.core.loss.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.loss.Scores;
import dev.limpid.core.loss.Unit;
import dev.limpid.core.loss.UnitLoss;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PairwiseLogisticLossTest {

    private static final PairwiseLogisticLoss LOSS = new PairwiseLogisticLoss();

    private static Unit unit(double[] y, double[] w, double... f) {
        return new Unit(new double[][] {y}, w, f);
    }

    private static double[] gradient(Unit unit) {
        double[] g = new double[unit.size()];
        Arrays.fill(g, 99); // what was there before must not matter
        LOSS.gradient(unit, g);
        return g;
    }

    private static double[] curvature(Unit unit) {
        double[] h = new double[unit.size()];
        Arrays.fill(h, 99);
        LOSS.curvature(unit, h);
        return h;
    }

    @Test
    void computesByHand() {
        // pairs (0, 1) with u = 1 − 3 = −2 and weight 2·3, (0, 2) with u = 1 and weight 2·5; rows 1 and 2 are equals
        Unit unit = unit(new double[] {1, 0, 0}, new double[] {2, 3, 5}, 1, 3, 0);
        double up = 6 * Scores.sigmoid(2);
        double down = 10 * Scores.sigmoid(-1);

        assertThat(LOSS.mass(unit)).isEqualTo(16);
        assertThat(LOSS.value(unit))
                .isCloseTo(6 * Math.log(1 + Math.exp(2)) + 10 * Math.log(1 + Math.exp(-1)), within(1e-14));
        assertThat(gradient(unit)).containsExactly(new double[] {-up - down, up, down}, within(1e-15));
        double near = 2 * 6 * Math.tanh(1) / 4;
        double far = 2 * 10 * Math.tanh(0.5) / 2;
        assertThat(curvature(unit)).containsExactly(new double[] {near + far, near, far}, within(1e-14));
    }

    @Test
    void hasADiagonalParabolaThatLiesNowhereBelowIt() {
        SplittableRandom random = new SplittableRandom(6);
        for (int round = 0; round < 300; round++) {
            double[] y = random.ints(6, 0, 3).asDoubleStream().toArray();
            double[] w = random.doubles(6, 0.2, 2).toArray();
            double[] f = random.doubles(6, -3, 3).toArray();
            double[] d = random.doubles(6, -8, 8).toArray();
            Unit here = unit(y, w, f);
            double[] g = gradient(here);
            double[] h = curvature(here);
            double parabola = LOSS.value(here);
            double[] there = f.clone();
            for (int i = 0; i < 6; i++) {
                parabola += g[i] * d[i] + 0.5 * h[i] * d[i] * d[i];
                there[i] += d[i];
            }

            assertThat(LOSS.value(unit(y, w, there))).isLessThanOrEqualTo(parabola + 1e-12 * Math.abs(parabola));
        }
    }

    @Test
    void hasTheSharpestParabolaOfAPairAtEqualScores() {
        assertThat(curvature(unit(new double[] {1, 0}, new double[] {1, 1}, 2, 2)))
                .containsExactly(0.5, 0.5);
    }

    @Test
    void takesWeightTwoForTheRowTwice() {
        Unit weighted = unit(new double[] {1, 0, 2}, new double[] {2, 1, 1}, 0.3, 1, -1);
        Unit repeated = unit(new double[] {1, 1, 0, 2}, new double[] {1, 1, 1, 1}, 0.3, 0.3, 1, -1);

        assertThat(LOSS.mass(weighted)).isEqualTo(LOSS.mass(repeated));
        assertThat(LOSS.value(weighted)).isCloseTo(LOSS.value(repeated), within(1e-15 * LOSS.value(repeated) * 4));
        assertThat(gradient(weighted)[2]).isCloseTo(gradient(repeated)[3], within(1e-15));
    }

    @Test
    void saysNothingOfRowsThatAreAllEqual() {
        Unit unit = unit(new double[] {1, 1}, new double[] {1, 1}, 0.3, 5);

        assertThat(LOSS.mass(unit)).isZero();
        assertThat(LOSS.value(unit)).isZero();
        assertThat(gradient(unit)).containsExactly(0, 0);
    }

    @Test
    void isFiniteFarOutAndSeesDifferencesAlone() {
        Unit unit = unit(new double[] {1, 0}, new double[] {1, 1}, -800, 800);

        assertThat(LOSS.value(unit)).isEqualTo(1600);
        assertThat(gradient(unit)).containsExactly(-1, 1);
        assertThat(LOSS.shiftInvariant()).isTrue();
        assertThat(LOSS.value(unit(new double[] {1, 0}, new double[] {1, 1}, 4, 3)))
                .isEqualTo(LOSS.value(unit(new double[] {1, 0}, new double[] {1, 1}, 1, 0)));
    }

    @Test
    void unitLossesHaveTheRowWeightsForCurvatureUnlessTheySayMore() {
        UnitLoss plain = new UnitLoss() {
            @Override
            public double mass(Unit unit) {
                return 1;
            }

            @Override
            public double value(Unit unit) {
                return 0;
            }

            @Override
            public void gradient(Unit unit, double[] out) {
                Arrays.fill(out, 0);
            }
        };
        double[] h = new double[2];

        plain.curvature(unit(new double[] {1, 0}, new double[] {3, 4}, 0, 0), h);

        assertThat(h).containsExactly(3, 4);
    }
}
