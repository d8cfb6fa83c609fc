package dev.limpid.core.loss.composed;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Unit;
import dev.limpid.core.loss.UnitLoss;

/** a·L₁ + b·L₂ of units, with the mass of L₁. */
record UnitSum(double a, UnitLoss first, double b, UnitLoss second) implements UnitLoss, Sum {

    UnitSum {
        Rules.positive("a", a);
        Rules.positive("b", b);
        Rules.sameShape(first, second);
        Rules.intersection(first, second);
    }

    @Override
    public double mass(Unit unit) {
        return first.mass(unit);
    }

    @Override
    public double value(Unit unit) {
        return a * first.value(unit) + b * second.value(unit);
    }

    @Override
    public void gradient(Unit unit, double[] out) {
        double[] other = new double[unit.f().length];
        first.gradient(unit, out);
        second.gradient(unit, other);
        Rules.combine(a, out, b, other);
    }

    @Override
    public void curvature(Unit unit, double[] out) {
        double[] other = new double[unit.f().length];
        first.curvature(unit, out);
        second.curvature(unit, other);
        Rules.combine(a, out, b, other);
    }

    @Override
    public void secondDerivativeTimes(Unit unit, double[] d, double[] out) {
        double[] other = new double[unit.f().length];
        first.secondDerivativeTimes(unit, d, out);
        second.secondDerivativeTimes(unit, d, other);
        Rules.combine(a, out, b, other);
    }

    @Override
    public void scoreResiduals(Unit unit, double[] d, double[] out) {
        double[] other = new double[unit.size()];
        first.scoreResiduals(unit, d, out);
        second.scoreResiduals(unit, d, other);
        Rules.combine(a, out, b, other);
    }

    @Override
    public Curvature kind() {
        return Rules.sumOf(first.kind(), first.convex(), second.kind(), second.convex());
    }

    @Override
    public boolean allowsOneUnit() {
        return first.allowsOneUnit() && second.allowsOneUnit();
    }

    @Override
    public String formula() {
        return "a·first + b·second";
    }
}
