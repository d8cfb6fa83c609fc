package dev.limpid.core.loss.composed;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.ScalarLoss;

/** c_y·ℓ(y, f); between the classes (1 − y)·c₀·ℓ(0, f) + y·c₁·ℓ(1, f). */
record WeightedBinary(ScalarLoss loss, double ofZero, double ofOne) implements ScalarLossWrapper {

    WeightedBinary {
        Rules.classCodes("weighted by class", loss);
        Rules.positive("ofZero", ofZero);
        Rules.positive("ofOne", ofOne);
    }

    /** One of value, gradient and curvature as a function of the target. */
    @FunctionalInterface
    private interface Part {
        double at(double y);
    }

    private double mix(double y, Part part) {
        double zero = y == 1 ? 0 : (1 - y) * ofZero * part.at(0);
        double one = y == 0 ? 0 : y * ofOne * part.at(1);
        return zero + one;
    }

    @Override
    public double value(double y, double f) {
        return mix(y, c -> loss.value(c, f));
    }

    @Override
    public double gradient(double y, double f) {
        return mix(y, c -> loss.gradient(c, f));
    }

    @Override
    public double secondDerivative(double y, double f) {
        return mix(y, c -> loss.secondDerivative(c, f));
    }

    @Override
    public double curvature(double y, double f) {
        return mix(y, c -> loss.curvature(c, f));
    }

    @Override
    public Curvature kind() {
        boolean codesOnly = loss.domain().integer();
        boolean scales = loss.kind() == Curvature.EXACT || loss.kind() == Curvature.MAJORISER;
        return codesOnly && scales ? loss.kind() : Rules.mixtureOf(loss.kind(), loss.convex());
    }

    @Override
    public String name() {
        return "WeightedByClass";
    }

    @Override
    public String formula() {
        return "c_y·loss(y, f)";
    }
}
