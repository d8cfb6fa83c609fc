package dev.limpid.core.optimizer.coordinate;

/**
 * Where a run begins.
 *
 * @param theta θ₀
 * @param scores A·θ₀ + o; empty if they are to be computed
 * @param direction where an earlier run went in all; empty if there was none
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record Beginning(double[] theta, double[][] scores, double[] direction) {

    static Beginning at(double[] theta) {
        return new Beginning(theta, new double[0][], new double[0]);
    }
}
