package dev.limpid.core.loss.composed;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.VectorLoss;
import java.util.Arrays;

/** (1 − ε)·ℓ(y, f) + ε/K·Σₖ ℓ(k, f). */
record SmoothedClasses(VectorLoss loss, double smoothing) implements VectorLossWrapper {

    SmoothedClasses {
        Rules.classCodes("label-smoothed", loss);
        Rules.between0And1("smoothing", smoothing);
    }

    /** The share of class k in the label of a row of class y. */
    private double share(double[] y, int k) {
        return (k == (int) y[0] ? 1 - smoothing : 0) + smoothing / loss.classes();
    }

    /** Writes a vector of the loss at class k. */
    @FunctionalInterface
    private interface Part {
        void at(double[] y, double[] out);
    }

    private void mix(double[] y, double[] out, Part part) {
        double[] one = new double[out.length];
        double[] code = new double[1];
        Arrays.fill(out, 0);
        for (int k = 0; k < loss.classes(); k++) {
            code[0] = k;
            part.at(code, one);
            for (int j = 0; j < out.length; j++) {
                out[j] += share(y, k) * one[j];
            }
        }
    }

    @Override
    public double value(double[] y, double[] f) {
        double[] sum = new double[1];
        mix(y, sum, (code, out) -> out[0] = loss.value(code, f));
        return sum[0];
    }

    @Override
    public void gradient(double[] y, double[] f, double[] out) {
        mix(y, out, (code, one) -> loss.gradient(code, f, one));
    }

    @Override
    public void curvature(double[] y, double[] f, double[] out) {
        mix(y, out, (code, one) -> loss.curvature(code, f, one));
    }

    @Override
    public void secondDerivative(double[] y, double[] f, double[][] out) {
        double[][] one = new double[f.length][f.length];
        double[] code = new double[1];
        for (double[] row : out) {
            Arrays.fill(row, 0);
        }
        for (int k = 0; k < loss.classes(); k++) {
            code[0] = k;
            loss.secondDerivative(code, f, one);
            for (int i = 0; i < f.length; i++) {
                for (int j = 0; j < f.length; j++) {
                    out[i][j] += share(y, k) * one[i][j];
                }
            }
        }
    }

    @Override
    public Curvature kind() {
        return Rules.mixtureOf(loss.kind(), loss.convex());
    }

    @Override
    public String name() {
        return "LabelSmoothed";
    }

    @Override
    public String formula() {
        return "(1 − ε)·loss(y, f) + ε/K·Σₖ loss(k, f)";
    }

    @Override
    public String source() {
        return "C. Szegedy et al. (2016): Rethinking the Inception Architecture for Computer Vision";
    }
}
