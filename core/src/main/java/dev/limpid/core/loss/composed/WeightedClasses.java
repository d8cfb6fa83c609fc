package dev.limpid.core.loss.composed;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.VectorLoss;
import java.util.List;

/** c_y·ℓ(y, f). */
record WeightedClasses(VectorLoss loss, List<Double> weights) implements VectorLossWrapper {

    WeightedClasses {
        Rules.classCodes("weighted by class", loss);
        Rules.perClass("weights", loss, weights);
        weights = List.copyOf(weights);
    }

    private double weight(double[] y) {
        return weights.get((int) y[0]);
    }

    private static void scale(double c, double[] out) {
        for (int k = 0; k < out.length; k++) {
            out[k] *= c;
        }
    }

    @Override
    public double value(double[] y, double[] f) {
        return weight(y) * loss.value(y, f);
    }

    @Override
    public void gradient(double[] y, double[] f, double[] out) {
        loss.gradient(y, f, out);
        scale(weight(y), out);
    }

    @Override
    public void curvature(double[] y, double[] f, double[] out) {
        loss.curvature(y, f, out);
        scale(weight(y), out);
    }

    @Override
    public void secondDerivative(double[] y, double[] f, double[][] out) {
        loss.secondDerivative(y, f, out);
        for (double[] row : out) {
            scale(weight(y), row);
        }
    }

    @Override
    public Curvature kind() {
        boolean scales = loss.kind() == Curvature.EXACT || loss.kind() == Curvature.MAJORISER;
        return scales ? loss.kind() : Curvature.CONSTANT; // an expectation over classes takes no weights
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
