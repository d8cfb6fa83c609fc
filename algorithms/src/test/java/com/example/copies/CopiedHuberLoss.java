package com.example.copies;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.ScalarLoss;

/**
 * Squared for small residuals, linear for large ones.
 *
 * @param threshold where it turns linear
 */
public record CopiedHuberLoss(double threshold) implements ScalarLoss {

    @Override
    public double value(double y, double f) {
        double size = Math.abs(f - y);
        double a = Math.min(size, threshold);
        return a * (size - 0.5 * a);
    }

    @Override
    public double gradient(double y, double f) {
        return Math.max(-threshold, Math.min(f - y, threshold));
    }

    @Override
    public double curvature(double y, double f) {
        return Math.min(1, threshold / Math.abs(f - y));
    }

    @Override
    public Curvature kind() {
        return Curvature.MAJORISER;
    }

    @Override
    public boolean convex() {
        return true;
    }
}
