package dev.limpid.core.loss.composed;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.VectorLoss;
import java.util.List;

/** ℓ(y, f + τ·log π). */
record AdjustedClasses(VectorLoss loss, double temperature, List<Double> frequencies) implements VectorLossWrapper {

    AdjustedClasses {
        if (loss.classes() == 0) {
            throw new IllegalArgumentException(
                    "loss must be a loss of classes to be logit-adjusted, but was " + loss.name());
        }
        Rules.positive("temperature", temperature);
        Rules.perClass("frequencies", loss, frequencies);
        frequencies = List.copyOf(frequencies);
    }

    private double[] adjusted(double[] f) {
        double[] adjusted = new double[f.length];
        for (int k = 0; k < f.length; k++) {
            adjusted[k] = f[k] + temperature * Math.log(frequencies.get(k));
        }
        return adjusted;
    }

    @Override
    public double value(double[] y, double[] f) {
        return loss.value(y, adjusted(f));
    }

    @Override
    public void gradient(double[] y, double[] f, double[] out) {
        loss.gradient(y, adjusted(f), out);
    }

    @Override
    public void curvature(double[] y, double[] f, double[] out) {
        loss.curvature(y, adjusted(f), out);
    }

    @Override
    public void secondDerivative(double[] y, double[] f, double[][] out) {
        loss.secondDerivative(y, adjusted(f), out);
    }

    @Override
    public double at(double[] y, double[] f, double[] gradient, double[] curvature) {
        return loss.at(y, adjusted(f), gradient, curvature);
    }

    @Override
    public Curvature kind() {
        return loss.kind();
    }

    @Override
    public String name() {
        return "LogitAdjusted";
    }

    @Override
    public String formula() {
        return "loss(y, f + τ·log π)";
    }

    @Override
    public String source() {
        return "A. K. Menon et al. (2021): Long-tail Learning via Logit Adjustment";
    }
}
