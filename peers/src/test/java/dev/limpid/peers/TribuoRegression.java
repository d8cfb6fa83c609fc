package dev.limpid.peers;

import dev.limpid.core.loss.ScalarLoss;
import org.tribuo.math.la.DenseVector;
import org.tribuo.regression.sgd.RegressionObjective;

/**
 * A regression objective of Tribuo, for one output.
 *
 * @param objective the objective
 * @param sign what its gradient is multiplied by: 1 hands it on as it is
 * @param smooth whether it has no kinks
 */
record TribuoRegression(RegressionObjective objective, double sign, boolean smooth) implements ScalarLoss {

    @Override
    public double value(double y, double f) {
        return objective.lossAndGradient(vector(y), vector(f)).getA();
    }

    @Override
    public double gradient(double y, double f) {
        return sign * objective.lossAndGradient(vector(y), vector(f)).getB().get(0);
    }

    private static DenseVector vector(double number) {
        return DenseVector.createDenseVector(new double[] {number});
    }

    @Override
    public boolean convex() {
        return true;
    }

    @Override
    public String name() {
        return "Tribuo" + objective.getClass().getSimpleName();
    }
}
