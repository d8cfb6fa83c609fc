package dev.limpid.core.loss.composed;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.ScalarLoss;

/** ℓ(y, f + τ·log(π₁/π₀)). */
record AdjustedBinary(ScalarLoss loss, double temperature, double ofZero, double ofOne) implements ScalarLossWrapper {

    AdjustedBinary {
        Rules.classCodes("logit-adjusted", loss);
        Rules.positive("temperature", temperature);
        Rules.positive("ofZero", ofZero);
        Rules.positive("ofOne", ofOne);
    }

    private double adjusted(double f) {
        return f + temperature * (Math.log(ofOne) - Math.log(ofZero));
    }

    @Override
    public double value(double y, double f) {
        return loss.value(y, adjusted(f));
    }

    @Override
    public double gradient(double y, double f) {
        return loss.gradient(y, adjusted(f));
    }

    @Override
    public double secondDerivative(double y, double f) {
        return loss.secondDerivative(y, adjusted(f));
    }

    @Override
    public double curvature(double y, double f) {
        return loss.curvature(y, adjusted(f));
    }

    @Override
    public Curvature kind() {
        return loss.kind();
    }

    @Override
    public Jet at(double y, double f) {
        return loss.at(y, adjusted(f));
    }

    @Override
    public String name() {
        return "LogitAdjusted";
    }

    @Override
    public String formula() {
        return "loss(y, f + τ·log(π₁/π₀))";
    }

    @Override
    public String source() {
        return "A. K. Menon et al. (2021): Long-tail Learning via Logit Adjustment";
    }
}
