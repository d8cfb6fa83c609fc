package com.example.copies;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Domain;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.Scores;

/** The log loss of two classes. */
public final class CopiedLogisticLoss implements ScalarLoss {

    @Override
    public double value(double y, double f) {
        double e = Math.exp(-Math.abs(f));
        double wrong = f >= 0 ? 1 - y : y;
        return wrong * Math.abs(f) + Scores.log1p(e);
    }

    @Override
    public double gradient(double y, double f) {
        double e = Math.exp(-Math.abs(f));
        double p = (f >= 0 ? 1 : e) / (1 + e);
        double q = (f >= 0 ? e : 1) / (1 + e);
        return (1 - y) * p - y * q;
    }

    @Override
    public double curvature(double y, double f) {
        double e = Math.exp(-Math.abs(f));
        return e / ((1 + e) * (1 + e));
    }

    @Override
    public Curvature kind() {
        return Curvature.EXACT;
    }

    @Override
    public double bestShift(Sample sample) {
        double ones = 0;
        double zeros = 0;
        boolean same = true;
        for (int i = 0; i < sample.size(); i++) {
            ones += sample.w(i) * sample.y(i);
            zeros += sample.w(i) * (1 - sample.y(i));
            same &= sample.f(i) == sample.f(0);
        }
        return same ? Math.log(ones / zeros) - sample.f(0) : ScalarLoss.super.bestShift(sample);
    }

    @Override
    public double mean(double f) {
        return Scores.sigmoid(f);
    }

    @Override
    public int classes() {
        return 2;
    }

    @Override
    public Domain domain() {
        return Domain.probability();
    }

    @Override
    public boolean convex() {
        return true;
    }
}
