package dev.limpid.core.loss.composed;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.VectorLoss;

/** a·ℓ₁ + b·ℓ₂ of K scores. */
record VectorSum(double a, VectorLoss first, double b, VectorLoss second) implements VectorLoss, Sum {

    VectorSum {
        Rules.positive("a", a);
        Rules.positive("b", b);
        Rules.sameShape(first, second);
        Rules.intersection(first, second);
    }

    @Override
    public double value(double[] y, double[] f) {
        return a * first.value(y, f) + b * second.value(y, f);
    }

    @Override
    public void gradient(double[] y, double[] f, double[] out) {
        double[] other = new double[f.length];
        first.gradient(y, f, out);
        second.gradient(y, f, other);
        Rules.combine(a, out, b, other);
    }

    @Override
    public void curvature(double[] y, double[] f, double[] out) {
        double[] other = new double[f.length];
        first.curvature(y, f, out);
        second.curvature(y, f, other);
        Rules.combine(a, out, b, other);
    }

    @Override
    public void secondDerivative(double[] y, double[] f, double[][] out) {
        double[][] other = new double[f.length][f.length];
        first.secondDerivative(y, f, out);
        second.secondDerivative(y, f, other);
        for (int k = 0; k < f.length; k++) {
            Rules.combine(a, out[k], b, other[k]);
        }
    }

    @Override
    public Curvature kind() {
        return Rules.sumOf(first.kind(), first.convex(), second.kind(), second.convex());
    }

    @Override
    public void mean(double[] f, double[] out) {
        first.mean(f, out);
    }

    @Override
    public String formula() {
        return "a·first(y, f) + b·second(y, f)";
    }
}
