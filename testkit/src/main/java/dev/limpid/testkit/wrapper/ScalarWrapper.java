package dev.limpid.testkit.wrapper;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.composed.ScalarLossWrapper;
import java.util.Objects;

/** Passes all calls on; subclasses change some. */
class ScalarWrapper implements ScalarLossWrapper, SameName {

    final ScalarLoss loss;

    ScalarWrapper(ScalarLoss loss) {
        this.loss = Objects.requireNonNull(loss, "loss");
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
    public double expectedSecondDerivative(double f) {
        return loss.expectedSecondDerivative(f);
    }

    @Override
    public double bestShift(Sample sample) {
        return loss.bestShift(sample);
    }

    @Override
    public double prox(double y, double f, double step) {
        return loss.prox(y, f, step);
    }

    @Override
    public boolean leastSquares() {
        return loss.leastSquares();
    }

    @Override
    public Curvature kind() {
        return loss.kind();
    }

    @Override
    public ScalarLoss loss() {
        return loss;
    }

    @Override
    public String toString() {
        return loss.toString();
    }
}
