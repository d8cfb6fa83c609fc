package dev.limpid.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FunctionalTest {

    private static final double[] Y = {1, 2, 3, 10};
    private static final double[] ONES = {1, 1, 1, 1};

    @Test
    void theMeanIsWhereTargetsPullAlike() {
        assertThat(Functional.mean().pull(4, Y, ONES)).isZero();
        assertThat(Functional.mean().pull(3.9, Y, ONES)).isPositive();
        assertThat(Functional.mean().pull(4.1, Y, ONES)).isNegative();
    }

    @Test
    void theMedianMayBeAnyNumberBetweenTheMiddleTwo() {
        assertThat(Functional.median().pull(2, Y, ONES)).isZero();
        assertThat(Functional.median().pull(2.5, Y, ONES)).isZero();
        assertThat(Functional.median().pull(3, Y, ONES)).isZero();
        assertThat(Functional.median().pull(1.9, Y, ONES)).isPositive();
        assertThat(Functional.median().pull(3.1, Y, ONES)).isNegative();
    }

    @Test
    void aQuantileCountsWeights() {
        assertThat(Functional.quantile(0.9).pull(10, Y, ONES)).isZero();
        assertThat(Functional.quantile(0.9).pull(3, Y, new double[] {1, 1, 100, 1}))
                .isZero();
        assertThat(Functional.quantile(0.9).pull(2, Y, ONES)).isPositive();
    }

    @Test
    void anExpectileBalancesDistances() {
        assertThat(Functional.expectile(0.75).pull(1.5, new double[] {0, 2}, new double[] {1, 1}))
                .isZero();
    }

    @Test
    void printsItself() {
        assertThat(Functional.mean()).hasToString("the mean");
        assertThat(Functional.median()).hasToString("the median");
        assertThat(Functional.quantile(0.9)).hasToString("the 0.9-quantile");
        assertThat(Functional.expectile(0.8)).hasToString("the 0.8-expectile");
        assertThat(Functional.NONE).hasToString("nothing stated");
    }

    @Test
    void refusesLevelsOutside() {
        assertThatThrownBy(() -> Functional.quantile(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("level must be in (0, 1), but was 1.0");
        assertThatThrownBy(() -> Functional.expectile(Double.NaN)).hasMessage("level must be in (0, 1), but was NaN");
    }
}
