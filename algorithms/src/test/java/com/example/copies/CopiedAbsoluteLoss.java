package com.example.copies;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.ResidualLoss;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.regression.WeightedQuantile;

/** The size of the residual. */
public final class CopiedAbsoluteLoss implements ScalarLoss {

    @Override
    public double value(double y, double f) {
        return Math.abs(f - y);
    }

    @Override
    public double gradient(double y, double f) {
        return Math.signum(f - y);
    }

    @Override
    public double curvature(double y, double f) {
        return 1 / Math.max(Math.abs(f - y), ResidualLoss.resolution(y, f));
    }

    @Override
    public Curvature kind() {
        return Curvature.MAJORISER;
    }

    @Override
    public double bestShift(Sample sample) {
        double[] residuals = new double[sample.size()];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = sample.y(i) - sample.f(i);
        }
        return WeightedQuantile.of(residuals, sample.weights().toArray(), 0.5);
    }

    @Override
    public boolean smooth() {
        return false;
    }

    @Override
    public boolean convex() {
        return true;
    }
}
