package com.example.copies;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.ResidualLoss;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.regression.WeightedQuantile;

/**
 * The pinball loss.
 *
 * @param level which quantile
 */
public record CopiedQuantileLoss(double level) implements ScalarLoss {

    @Override
    public double value(double y, double f) {
        double r = f - y;
        return Math.max(-level * r, (1 - level) * r);
    }

    @Override
    public double gradient(double y, double f) {
        double r = f - y;
        if (r == 0) {
            return 0.5 - level;
        }
        return r > 0 ? 1 - level : -level;
    }

    @Override
    public double curvature(double y, double f) {
        return 0.5 / Math.max(Math.abs(f - y), ResidualLoss.resolution(y, f));
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
        return WeightedQuantile.of(residuals, sample.weights().toArray(), level);
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
