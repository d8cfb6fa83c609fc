package com.example;

import dev.limpid.core.loss.ScalarLoss;

/** Under-forecasting costs four times as much as over-forecasting. */
public class StockoutLoss implements ScalarLoss {
    @Override
    public double value(double y, double f) {
        double r = f - y;
        return (r < 0 ? 4 : 1) * r * r;
    }

    @Override
    public double gradient(double y, double f) {
        double r = f - y;
        return (r < 0 ? 8 : 2) * r;
    }
}
