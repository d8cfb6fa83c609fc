package dev.limpid.benchmarks.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GrowthTest {

    /** Sums of seven terms of size 1 to 10⁶. */
    private static final double ROUNDING = 1e-9;

    private static Growth growth(double fixed, double slope, double exponent) {
        Growth growth = new Growth();
        for (int x : Sizes.down(1_000_000)) {
            growth.add(x, fixed + slope * Math.pow(x, exponent));
        }
        return growth;
    }

    @Test
    void aPowerHasItsExponentInEachDecade() {
        Growth growth = growth(0, 3e-9, 1.5);

        assertThat(growth.exponent()).isCloseTo(1.5, within(ROUNDING));
        assertThat(growth.decades()).hasSize(3).allSatisfy(e -> assertThat(e).isCloseTo(1.5, within(ROUNDING)));
    }

    @Test
    void aLineIsFoundAgain() {
        Growth growth = growth(2e-3, 5e-9, 1);

        assertThat(growth.line()[0]).isCloseTo(2e-3, within(2e-3 * ROUNDING));
        assertThat(growth.line()[1]).isCloseTo(5e-9, within(5e-9 * ROUNDING));
        assertThat(growth.worst()).isCloseTo(0, within(ROUNDING));
    }

    @Test
    void aFixedPartLowersTheExponentOfSmallSizesMost() {
        Growth growth = growth(2e-3, 5e-8, 1);

        assertThat(growth.decades()).isSorted();
        assertThat(growth.decades().get(0)).isLessThan(0.1); // 2.05 to 2.5 ms
        assertThat(growth.decades().get(2)).isGreaterThan(0.8); // 7 to 52 ms
    }

    @Test
    void theLineOfAParabolaIsWrongSomewhere() {
        assertThat(growth(0, 1e-9, 2).worst()).isGreaterThan(0.3);
    }

    @Test
    void aLineTellsAll() {
        assertThat(new Growth().add(1_000, 0.003).add(10_000, 0.021))
                .hasToString("exponent=0.845 decades=0.85 fixed=0.00100s slope=2.00e+03ns worst=0%"
                        + " seconds=1000:0.00300,10000:0.0210");
    }
}
