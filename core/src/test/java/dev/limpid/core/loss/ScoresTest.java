package dev.limpid.core.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScoresTest {

    /** Two units: (3) rounds x − s·(…) and s·(…), of which the second is at most a third of the first; (4) rounds 1 + x and the log. */
    @Test
    void logarithmIsAccurateForTinyNumbersAndLarge() {
        for (double x = 1e308; x > 1e-320; x *= 0.37) {
            double exact = Math.log1p(x);
            assertThat(Scores.log1p(x)).as("x = %s", x).isCloseTo(exact, within(2 * Math.ulp(exact)));
        }
        for (double x = 0; x <= 2; x += 1e-4) {
            double exact = Math.log1p(x);
            assertThat(Scores.log1p(x)).as("x = %s", x).isCloseTo(exact, within(2 * Math.ulp(exact)));
        }
        assertThat(Scores.log1p(0)).isZero();
        assertThat(Scores.log1p(Double.MIN_VALUE)).isEqualTo(Double.MIN_VALUE);
        assertThat(Scores.log1p(Double.NaN)).isNaN();
    }

    @Test
    void sigmoidAndItsComplementAddToOne() {
        for (double f = -50; f <= 50; f += 0.31) {
            assertThat(Scores.sigmoid(f) + Scores.sigmoid(-f)).isCloseTo(1, within(Math.ulp(1.0)));
        }
        assertThat(Scores.sigmoid(0)).isEqualTo(0.5);
        assertThat(Scores.sigmoid(-700)).isEqualTo(Math.exp(-700));
        assertThat(Scores.sigmoid(1e4)).isEqualTo(1);
        assertThat(Scores.sigmoid(-1e4)).isZero();
        assertThat(Scores.sigmoid(Double.NaN)).isNaN();
    }

    @Test
    void softplusIsSmoothMaximum() {
        // softplus(f) − softplus(−f) = f
        for (double f = -50; f <= 50; f += 0.31) {
            assertThat(Scores.softplus(f) - Scores.softplus(-f)).isCloseTo(f, within(4 * Math.ulp(50.0)));
        }
        assertThat(Scores.softplus(0)).isCloseTo(Math.log(2), within(2 * Math.ulp(Math.log(2))));
        assertThat(Scores.softplus(1e4)).isEqualTo(1e4);
        assertThat(Scores.softplus(Double.NaN)).isNaN();
    }

    @Test
    void softmaxIsAProbability() {
        double[] f = {1, 2, 3, -800};
        double[] p = new double[4];

        Scores.softmax(f, p);

        double e = Math.E;
        double sum = 1 + e + e * e;
        assertThat(p[0]).isCloseTo(1 / sum, within(Math.ulp(1.0)));
        assertThat(p[1]).isCloseTo(e / sum, within(Math.ulp(1.0)));
        assertThat(p[2]).isCloseTo(e * e / sum, within(Math.ulp(1.0)));
        assertThat(p[3]).isZero();
        Scores.softmax(f, f);
        assertThat(f).isEqualTo(p);
    }

    @Test
    void logSumExpIsTheLogarithmOfTheSum() {
        assertThat(Scores.logSumExp(new double[] {0.2, -1, 0.7}))
                .isCloseTo(Math.log(Math.exp(0.2) + Math.exp(-1) + Math.exp(0.7)), within(2 * Math.ulp(1.0)));
        assertThat(Scores.logSumExp(new double[] {1000, 1000})).isEqualTo(1000 + Math.log(2));
        assertThat(Scores.logSumExp(new double[] {-5})).isEqualTo(-5);
    }

    @Test
    void expm1KeepsItsDigitsNearZero() {
        for (double x = -40; x <= 40; x += 0.0137) {
            assertThat(Scores.expm1(x)).isCloseTo(Math.expm1(x), within(4 * Math.ulp(Math.expm1(x))));
        }
        for (double x = 1e-300; x < 1; x *= 7) {
            assertThat(Scores.expm1(x)).isCloseTo(Math.expm1(x), within(4 * Math.ulp(x)));
            assertThat(Scores.expm1(-x)).isCloseTo(Math.expm1(-x), within(4 * Math.ulp(x)));
        }
        assertThat(Scores.expm1(0)).isZero();
        assertThat(Scores.expm1(800)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Scores.expm1(-800)).isEqualTo(-1);
    }
}
