package dev.limpid.peers;

import dev.limpid.core.loss.Domain;
import dev.limpid.core.loss.ScalarLoss;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * A loss function of DL4J for one output, with the activation that it is used with.
 *
 * @param loss the loss function
 * @param activation the activation
 * @param domain its targets
 * @param smooth whether it has no kinks
 * @param convex whether it is convex in the score
 */
record Dl4jLoss(ILossFunction loss, IActivation activation, Domain domain, boolean smooth, boolean convex)
        implements ScalarLoss {

    @Override
    public double value(double y, double f) {
        return loss.computeScore(matrix(y), matrix(f), activation, null, false);
    }

    @Override
    public double gradient(double y, double f) {
        return loss.computeGradient(matrix(y), matrix(f), activation, null).getDouble(0);
    }

    private static INDArray matrix(double number) {
        return Nd4j.create(new double[][] {{number}});
    }

    @Override
    public String name() {
        return "Dl4j" + loss.getClass().getSimpleName();
    }
}
