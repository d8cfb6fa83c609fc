package dev.limpid.testkit.wrapper;

import dev.limpid.core.explain.Recipe;
import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Domain;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.VectorLoss;

/** Passes all calls on; subclasses change some. */
class VectorWrapper implements VectorLoss {

    final VectorLoss loss;

    VectorWrapper(VectorLoss loss) {
        this.loss = java.util.Objects.requireNonNull(loss, "loss");
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
    public void mean(double[] f, double[] out) {
        loss.mean(f, out);
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
