package dev.limpid.core.optimizer.splitting;

import dev.limpid.core.objective.Line;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.parameter.Blocks;

/**
 * c/2·‖x − a‖², with a gradient c·(x − a), and along a line c/2·(‖x − a‖² + 2·α·⟨x − a, d⟩ + α²·‖d‖²).
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SquaredDistance(Blocks blocks, double[] a, double c) implements Smooth {

    @Override
    public double value(double[] t) {
        double square = 0;
        for (int j = 0; j < a.length; j++) {
            square += (t[j] - a[j]) * (t[j] - a[j]);
        }
        return c / 2 * square;
    }

    @Override
    public double gradient(double[] t, double[] g) {
        for (int j = 0; j < a.length; j++) {
            g[j] = c * (t[j] - a[j]);
        }
        return value(t);
    }

    @Override
    public Line along(double[] t, double[] d) {
        double product = 0;
        double square = 0;
        for (int j = 0; j < a.length; j++) {
            product += (t[j] - a[j]) * d[j];
            square += d[j] * d[j];
        }
        return new Parabola(this, t, d, value(t), c * product, c * square);
    }

    private record Parabola(SquaredDistance f, double[] t, double[] d, double value, double slope, double curvature)
            implements Line {

        @Override
        public Point at(double alpha) {
            return new Point(alpha, value + alpha * (slope + alpha / 2 * curvature), slope + alpha * curvature);
        }

        @Override
        public boolean gradient(double alpha, double[] g) {
            for (int j = 0; j < g.length; j++) {
                g[j] = f.c * (t[j] + alpha * d[j] - f.a[j]);
            }
            return true;
        }
    }
}
