package dev.limpid.core.objective;

/** The plain restriction of a smooth objective to a line: a new point and a gradient for each α. */
final class Lines {

    private Lines() {}

    static Line plain(Smooth objective, double[] t, double[] d) {
        double[] point = new double[t.length];
        double[] g = new double[t.length];
        return alpha -> {
            for (int j = 0; j < t.length; j++) {
                point[j] = t[j] + alpha * d[j];
            }
            double value = objective.gradient(point, g);
            double slope = 0;
            for (int j = 0; j < t.length; j++) {
                slope += g[j] * d[j];
            }
            return new Line.Point(alpha, value, slope);
        };
    }
}
