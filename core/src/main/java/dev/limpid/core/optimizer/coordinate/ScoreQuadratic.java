package dev.limpid.core.optimizer.coordinate;

import dev.limpid.core.internal.optimizer.Columns;
import dev.limpid.core.internal.optimizer.Vectors;
import java.util.Arrays;

/**
 * A local quadratic of linear scores, without its matrix B = Aᵀ·diag(h)·A: it keeps the change u of the scores.
 *
 * <pre>
 *   u = A·d,  d = x − θ                    (1)
 *   sⱼ = Gⱼ + Σᵢ aᵢⱼ·hᵢ·uᵢ                  (2)
 *   q = ⟨G, d⟩ + ½·Σᵢ hᵢ·uᵢ²                (3)
 * </pre>
 */
final class ScoreQuadratic implements LocalQuadratic {

    private final Columns columns;
    private final int[] chosen;
    private final double[] g;
    private final double[][] h;
    private final double same; // the number that all h are; NaN if they differ
    private final double[] curvature;
    private final double[] d;
    private final double[][] u;
    private double[] markedD = {};
    private double[][] markedU = {};

    ScoreQuadratic(Columns columns, int[] chosen, double[] g, double[][] h) {
        this.columns = columns;
        this.chosen = chosen;
        this.g = g;
        this.h = h;
        this.same = same(h);
        this.curvature = new double[g.length];
        this.d = new double[g.length];
        this.u = new double[h.length][h[0].length];
        for (int a = 0; a < g.length; a++) {
            curvature[a] = columns.square(chosen[a], h);
        }
    }

    private static double same(double[][] h) {
        for (double[] hk : h) {
            for (double hik : hk) {
                if (hik != h[0][0]) {
                    return Double.NaN;
                }
            }
        }
        return h[0][0];
    }

    @Override
    public int size() {
        return g.length;
    }

    @Override
    public double curvature(int a) {
        return curvature[a];
    }

    @Override
    public double slope(int a) {
        double product = same >= 0 ? same * columns.dot(chosen[a], u) : columns.dot(chosen[a], h, u);
        return g[a] + product; // (2)
    }

    @Override
    public void move(int a, double delta) {
        d[a] += delta;
        columns.add(chosen[a], delta, u); // (1)
    }

    @Override
    public double value() {
        double half = 0;
        for (int k = 0; k < h.length; k++) {
            for (int i = 0; i < h[k].length; i++) {
                half += h[k][i] * u[k][i] * u[k][i];
            }
        }
        return Vectors.dot(g, d) + 0.5 * half; // (3)
    }

    @Override
    public void mark() {
        markedD = d.clone();
        markedU = Arrays.stream(u).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    public void back() {
        Vectors.copy(markedD, d);
        for (int k = 0; k < u.length; k++) {
            Vectors.copy(markedU[k], u[k]);
        }
    }
}
