package dev.limpid.testkit.wrapper;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.VectorLoss;
import dev.limpid.core.loss.composed.VectorLossWrapper;
import java.util.Objects;

/** Passes all calls on; subclasses change some. */
class VectorWrapper implements VectorLossWrapper, SameName {

    final VectorLoss loss;

    VectorWrapper(VectorLoss loss) {
        this.loss = Objects.requireNonNull(loss, "loss");
    }

    @Override
    public double value(double[] y, double[] f) {
        return loss.value(y, f);
    }

    @Override
    public void gradient(double[] y, double[] f, double[] out) {
        loss.gradient(y, f, out);
    }

    @Override
    public void curvature(double[] y, double[] f, double[] out) {
        loss.curvature(y, f, out);
    }

    @Override
    public double at(double[] y, double[] f, double[] gradient, double[] curvature) {
        return loss.at(y, f, gradient, curvature);
    }

    @Override
    public void secondDerivative(double[] y, double[] f, double[][] out) {
        loss.secondDerivative(y, f, out);
    }

    @Override
    public void bestShift(Sample sample, double[] out) {
        loss.bestShift(sample, out);
    }

    @Override
    public boolean hasProx() {
        return loss.hasProx();
    }

    @Override
    public void prox(double[] y, double[] f, double step, double[] out) {
        loss.prox(y, f, step, out);
    }

    @Override
    public Curvature kind() {
        return loss.kind();
    }

    @Override
    public VectorLoss loss() {
        return loss;
    }

    @Override
    public String toString() {
        return loss.toString();
    }
}
