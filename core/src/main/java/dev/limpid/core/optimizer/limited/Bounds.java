package dev.limpid.core.optimizer.limited;

/** Lower and upper bounds of all parameters. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Bounds(double[] lower, double[] upper) {

    double clamp(double x, int j) {
        return Math.min(Math.max(x, lower[j]), upper[j]);
    }

    /** The largest entry of P(θ − g) − θ with P the projection: 0 at a minimum. */
    double projectedNorm(double[] theta, double[] g) {
        double max = 0;
        for (int j = 0; j < theta.length; j++) {
            max = Math.max(max, Math.abs(clamp(theta[j] - g[j], j) - theta[j]));
        }
        return max;
    }

    /** The largest α ≤ most with x + α·d inside. */
    double longest(double[] x, double[] d, double most) {
        double longest = most;
        for (int j = 0; j < x.length; j++) {
            double wall = d[j] > 0 ? upper[j] : lower[j];
            if (d[j] != 0 && Math.abs(wall) < Double.POSITIVE_INFINITY) {
                longest = Math.min(longest, Math.max(0, (wall - x[j]) / d[j]));
            }
        }
        return longest;
    }
}
