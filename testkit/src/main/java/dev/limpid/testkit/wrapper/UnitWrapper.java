package dev.limpid.testkit.wrapper;

import dev.limpid.core.explain.Recipe;
import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Domain;
import dev.limpid.core.loss.Unit;
import dev.limpid.core.loss.UnitLoss;

/** Passes all calls on; subclasses change some. */
class UnitWrapper implements UnitLoss {

    final UnitLoss loss;

    UnitWrapper(UnitLoss loss) {
        this.loss = java.util.Objects.requireNonNull(loss, "loss");
    }

    @Override
    public double mass(Unit unit) {
        return loss.mass(unit);
    }

    @Override
    public double value(Unit unit) {
        return loss.value(unit);
    }

    @Override
    public void gradient(Unit unit, double[] out) {
        loss.gradient(unit, out);
    }

    @Override
    public void curvature(Unit unit, double[] out) {
        loss.curvature(unit, out);
    }

    @Override
    public Curvature kind() {
        return loss.kind();
    }

    @Override
    public int scores() {
        return loss.scores();
    }

    @Override
    public int targets() {
        return loss.targets();
    }

    @Override
    public int classes() {
        return loss.classes();
    }

    @Override
    public boolean smooth() {
        return loss.smooth();
    }

    @Override
    public boolean convex() {
        return loss.convex();
    }

    @Override
    public boolean shiftInvariant() {
        return loss.shiftInvariant();
    }

    @Override
    public Domain domain() {
        return loss.domain();
    }

    @Override
    public void check(double[] y) {
        loss.check(y);
    }

    @Override
    public String name() {
        return loss.name();
    }

    @Override
    public String formula() {
        return loss.formula();
    }

    @Override
    public String source() {
        return loss.source();
    }

    @Override
    public Recipe recipe() {
        return loss.recipe();
    }

    @Override
    public String toString() {
        return loss.toString();
    }
}
