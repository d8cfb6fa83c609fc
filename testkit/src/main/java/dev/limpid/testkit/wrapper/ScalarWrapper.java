package dev.limpid.testkit.wrapper;

import dev.limpid.core.explain.Recipe;
import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Domain;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.ScalarLoss;

/** Passes all calls on; subclasses change some. */
class ScalarWrapper implements ScalarLoss {

    final ScalarLoss loss;

    ScalarWrapper(ScalarLoss loss) {
        this.loss = java.util.Objects.requireNonNull(loss, "loss");
    }

    @Override
    public double value(double y, double f) {
        return loss.value(y, f);
    }

    @Override
    public double gradient(double y, double f) {
        return loss.gradient(y, f);
    }

    @Override
    public double curvature(double y, double f) {
        return loss.curvature(y, f);
    }

    @Override
    public Jet at(double y, double f) {
        return loss.at(y, f);
    }

    @Override
    public double secondDerivative(double y, double f) {
        return loss.secondDerivative(y, f);
    }

    @Override
    public double bestShift(Sample sample) {
        return loss.bestShift(sample);
    }

    @Override
    public double mean(double f) {
        return loss.mean(f);
    }

    @Override
    public Curvature kind() {
        return loss.kind();
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
