package dev.limpid.peers;

import dev.limpid.core.loss.VectorLoss;
import org.tribuo.classification.sgd.LabelObjective;
import org.tribuo.math.la.DenseVector;

/**
 * A classification objective of Tribuo, for three classes.
 *
 * @param objective the objective
 * @param sign what its value and its gradient are multiplied by: 1 hands them on as they are, −1 makes a loss of a likelihood
 * @param smooth whether it has no kinks
 */
record TribuoLabels(LabelObjective objective, double sign, boolean smooth) implements VectorLoss {

    @Override
    public int scores() {
        return 3;
    }

    @Override
    public int classes() {
        return 3;
    }

    @Override
    public double value(double[] y, double[] f) {
        return sign
                * objective
                        .lossAndGradient((int) y[0], DenseVector.createDenseVector(f.clone()))
                        .getA();
    }

    @Override
    public void gradient(double[] y, double[] f, double[] out) {
        var g = objective
                .lossAndGradient((int) y[0], DenseVector.createDenseVector(f.clone()))
                .getB();
        for (int k = 0; k < out.length; k++) {
            out[k] = sign * g.get(k);
        }
    }

    @Override
    public void mean(double[] f, double[] out) {
        double[] p = objective.getNormalizer().normalize(f);
        System.arraycopy(p, 0, out, 0, out.length);
    }

    @Override
    public String name() {
        return "Tribuo" + objective.getClass().getSimpleName();
    }
}
