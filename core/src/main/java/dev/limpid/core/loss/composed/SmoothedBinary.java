package dev.limpid.core.loss.composed;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.ScalarLoss;

/** (1 − ε)·ℓ(y, f) + ε/2·(ℓ(0, f) + ℓ(1, f)). */
record SmoothedBinary(ScalarLoss loss, double smoothing) implements ScalarLossWrapper {

    SmoothedBinary {
        Rules.classCodes("label-smoothed", loss);
        Rules.between0And1("smoothing", smoothing);
    }

    private double mix(double here, double atZero, double atOne) {
        return (1 - smoothing) * here + 0.5 * smoothing * (atZero + atOne);
    }

    @Override
    public double value(double y, double f) {
        return mix(loss.value(y, f), loss.value(0, f), loss.value(1, f));
    }

    @Override
    public double gradient(double y, double f) {
        return mix(loss.gradient(y, f), loss.gradient(0, f), loss.gradient(1, f));
    }

    @Override
    public double secondDerivative(double y, double f) {
        return mix(loss.secondDerivative(y, f), loss.secondDerivative(0, f), loss.secondDerivative(1, f));
    }

    @Override
    public double curvature(double y, double f) {
        return mix(loss.curvature(y, f), loss.curvature(0, f), loss.curvature(1, f));
    }

    @Override
    public Curvature kind() {
        return Rules.mixtureOf(loss.kind(), loss.convex());
    }

    @Override
    public String name() {
        return "LabelSmoothed";
    }

    @Override
    public String formula() {
        return "(1 − ε)·loss(y, f) + ε/2·(loss(0, f) + loss(1, f))";
    }

    @Override
    public String source() {
        return "C. Szegedy et al. (2016): Rethinking the Inception Architecture for Computer Vision";
    }
}
