package dev.limpid.core.internal.optimizer;

/** The rules that settings of optimizers obey. */
public final class Checks {

    private Checks() {}

    public static double tolerance(double tolerance) {
        if (!(tolerance >= 0 && tolerance < 1)) {
            throw new IllegalArgumentException("tolerance must be in [0, 1), but was " + tolerance);
        }
        return tolerance;
    }

    public static double[] theta0(double[] theta0, int size) {
        if (theta0.length != size) {
            throw new IllegalArgumentException(
                    "theta0 must have length " + size + " (one number per parameter), but has length " + theta0.length);
        }
        for (int j = 0; j < size; j++) {
            if (!Double.isFinite(theta0[j])) {
                throw new IllegalArgumentException("theta0 must be finite, but theta0[" + j + "] was " + theta0[j]);
            }
        }
        return theta0;
    }
}
