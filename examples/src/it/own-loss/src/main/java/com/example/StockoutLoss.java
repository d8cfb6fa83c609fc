package com.example;

import dev.limpid.core.loss.regression.SquaredLoss;

/** Squared loss, four times as dear where the forecast is too low. */
public class StockoutLoss extends SquaredLoss {
    @Override
    public double value(double y, double f) {
        return price(y, f) * super.value(y, f);
    }

    @Override
    public double gradient(double y, double f) {
        return price(y, f) * super.gradient(y, f);
    }

    @Override
    public double secondDerivative(double y, double f) {
        return price(y, f);
    }

    @Override
    public double curvature(double y, double f) {
        return price(y, f);
    }

    private static double price(double y, double f) {
        return f < y ? 4 : 1;
    }
}
