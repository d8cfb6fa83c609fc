package dev.limpid.examples;

import dev.limpid.core.loss.FormulaLoss;
import dev.limpid.core.loss.Jet;

/** Under-forecasting costs four times as much as over-forecasting. */
public class StockoutLoss implements FormulaLoss {

    @Override
    public Jet formula(double y, Jet f) {
        Jet r = f.minus(y);
        return r.square().times(r.value() < 0 ? 4 : 1);
    }

    @Override
    public String formula() {
        return "4·r² if r < 0, else r²,  r = f − y";
    }
}
