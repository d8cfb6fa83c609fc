package dev.limpid.core.internal.update;

import dev.limpid.core.parameter.Block;

/** Euclidean norms by way of the largest entry, so that squares neither overflow nor vanish. */
public final class Norms {

    private Norms() {}

    /** ‖x‖; NaN if an entry is NaN. */
    public static double norm(double[] x) {
        return norm(x, 0, x.length);
    }

    /** ‖x‖ over the entries of a block. */
    public static double norm(double[] x, Block b) {
        return norm(x, b.offset(), b.end());
    }

    private static double norm(double[] x, int from, int to) {
        double max = 0;
        for (int j = from; j < to; j++) {
            max = Math.max(max, Math.abs(x[j]));
        }
        if (max == 0 || Double.isInfinite(max)) {
            return max;
        }
        double sum = 0;
        for (int j = from; j < to; j++) {
            sum += (x[j] / max) * (x[j] / max);
        }
        return max * Math.sqrt(sum);
    }
}
