package com.example.copies;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Domain;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.ScalarLoss;

/** The negative log likelihood of a count. */
public final class CopiedPoissonLoss implements ScalarLoss {

    @Override
    public double value(double y, double f) {
        return Math.exp(f) - y * f;
    }

    @Override
    public double gradient(double y, double f) {
        return Math.exp(f) - y;
    }

    @Override
    public double curvature(double y, double f) {
        return Math.exp(f);
    }

    @Override
    public Curvature kind() {
        return Curvature.EXACT;
    }

    @Override
    public double bestShift(Sample sample) {
        double top = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < sample.size(); i++) {
            top = Math.max(top, sample.f(i));
        }
        double counts = 0;
        double means = 0;
        for (int i = 0; i < sample.size(); i++) {
            counts += sample.w(i) * sample.y(i);
            means += sample.w(i) * Math.exp(sample.f(i) - top);
        }
        return Math.log(counts / means) - top;
    }

    @Override
    public double mean(double f) {
        return Math.exp(f);
    }

    @Override
    public Domain domain() {
        return Domain.nonNegative();
    }

    @Override
    public boolean convex() {
        return true;
    }
}
