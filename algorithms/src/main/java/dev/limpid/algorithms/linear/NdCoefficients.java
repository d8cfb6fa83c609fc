package dev.limpid.algorithms.linear;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Loads only when a user asks for an {@code INDArray}. */
final class NdCoefficients {

    private NdCoefficients() {}

    static INDArray of(double[][] w) {
        return Nd4j.createFromArray(w);
    }
}
