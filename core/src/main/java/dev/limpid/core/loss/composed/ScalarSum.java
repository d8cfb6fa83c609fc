package dev.limpid.core.loss.composed;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.ScalarLoss;

/** a·ℓ₁ + b·ℓ₂ of one score. */
record ScalarSum(double a, ScalarLoss first, double b, ScalarLoss second) implements ScalarLoss, Sum {

    ScalarSum {
        Rules.positive("a", a);
        Rules.positive("b", b);
        Rules.sameShape(first, second);
        Rules.intersection(first, second);
    }

    @Override
    public double value(double y, double f) {
        return a * first.value(y, f) + b * second.value(y, f);
    }

    @Override
    public double gradient(double y, double f) {
        return a * first.gradient(y, f) + b * second.gradient(y, f);
    }

    @Override
    public double secondDerivative(double y, double f) {
        return a * first.secondDerivative(y, f) + b * second.secondDerivative(y, f);
    }

    @Override
    public double curvature(double y, double f) {
        return a * first.curvature(y, f) + b * second.curvature(y, f);
    }

    @Override
    public Curvature kind() {
        return Rules.sumOf(first.kind(), first.convex(), second.kind(), second.convex());
    }

    @Override
    public double mean(double f) {
        return first.mean(f);
    }

    @Override
    public String formula() {
        return "a·first(y, f) + b·second(y, f)";
    }
}
