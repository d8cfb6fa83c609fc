package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StockoutLossTest {
    @Test
    void underForecastingCostsFourTimesAsMuch() {
        StockoutLoss loss = new StockoutLoss();

        assertThat(loss.value(10, 7)).isEqualTo(4 * loss.value(10, 13));
    }
}
