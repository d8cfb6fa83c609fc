package dev.limpid.core.optimizer;

/**
 * Operation of a plant for the oxidation of ammonia to nitric acid: air flow, water temperature, acid concentration, and stack
 * loss. K. A. Brownlee (1965): Statistical Theory and Methodology in Science and Engineering, p. 454; R's {@code stackloss}.
 */
final class Stackloss {

    private static final double[][] ROWS = {
        {80, 27, 89, 42},
        {80, 27, 88, 37},
        {75, 25, 90, 37},
        {62, 24, 87, 28},
        {62, 22, 87, 18},
        {62, 23, 87, 18},
        {62, 24, 93, 19},
        {62, 24, 93, 20},
        {58, 23, 87, 15},
        {58, 18, 80, 14},
        {58, 18, 89, 14},
        {58, 17, 88, 13},
        {58, 18, 82, 11},
        {58, 19, 93, 12},
        {50, 18, 89, 8},
        {50, 18, 86, 7},
        {50, 19, 72, 8},
        {50, 19, 79, 8},
        {50, 20, 80, 9},
        {56, 20, 82, 15},
        {70, 20, 91, 15},
    };

    private Stackloss() {}

    static double[][] x() {
        double[][] x = new double[ROWS.length][];
        for (int i = 0; i < x.length; i++) {
            x[i] = new double[] {1, ROWS[i][0], ROWS[i][1], ROWS[i][2]};
        }
        return x;
    }

    static double[] y() {
        double[] y = new double[ROWS.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = ROWS[i][3];
        }
        return y;
    }
}
