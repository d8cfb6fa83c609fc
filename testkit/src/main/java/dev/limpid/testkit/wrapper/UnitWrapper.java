package dev.limpid.testkit.wrapper;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Unit;
import dev.limpid.core.loss.UnitLoss;
import java.util.Objects;

/** Passes all calls on; subclasses change some. */
class UnitWrapper implements UnitLoss, SameName {

    final UnitLoss loss;

    UnitWrapper(UnitLoss loss) {
        this.loss = Objects.requireNonNull(loss, "loss");
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
    public void secondDerivativeTimes(Unit unit, double[] d, double[] out) {
        loss.secondDerivativeTimes(unit, d, out);
    }

    @Override
    public void scoreResiduals(Unit unit, double[] d, double[] out) {
        loss.scoreResiduals(unit, d, out);
    }

    @Override
    public boolean allowsOneUnit() {
        return loss.allowsOneUnit();
    }

    @Override
    public Curvature kind() {
        return loss.kind();
    }

    @Override
    public UnitLoss loss() {
        return loss;
    }

    @Override
    public String toString() {
        return loss.toString();
    }
}
