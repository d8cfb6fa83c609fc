package com.example.copies;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.ScalarLoss;

/** Half the squared residual. */
public final class CopiedSquaredLoss implements ScalarLoss {

    @Override
    public double value(double y, double f) {
        return 0.5 * (f - y) * (f - y);
    }

    @Override
    public double gradient(double y, double f) {
        return f - y;
    }

    @Override
    public double curvature(double y, double f) {
        return 1;
    }

    @Override
    public Curvature kind() {
        return Curvature.EXACT;
    }

    @Override
    public double bestShift(Sample sample) {
        double residuals = 0;
        for (int i = 0; i < sample.size(); i++) {
            residuals += sample.w(i) * (sample.y(i) - sample.f(i));
        }
        return residuals / sample.weights().sum();
    }

    @Override
    public boolean leastSquares() {
        return true;
    }

    @Override
    public boolean convex() {
        return true;
    }
}
