package dev.limpid.core.optimizer.coordinate;

import dev.limpid.core.internal.optimizer.Vectors;

/**
 * A local quadratic with its matrix at hand: a move costs m multiplications, a look at a slope none.
 *
 * <pre>
 *   s = G + B·d,  d = x − θ              (1)
 *   q = ⟨G, d⟩ + ½·dᵀ·B·d = ½·⟨G + s, d⟩  (2)
 * </pre>
 */
final class MatrixQuadratic implements LocalQuadratic {

    private final double[] g;
    private final double[][] b;
    private final double[] s;
    private final double[] d;
    private double[] markedS = {};
    private double[] markedD = {};

    /** Takes G, and a matrix whose lower triangle is filled; fills its upper one. */
    MatrixQuadratic(double[] g, double[][] b) {
        this.g = g;
        this.b = b;
        this.s = g.clone();
        this.d = new double[g.length];
        for (int j = 0; j < b.length; j++) {
            for (int k = 0; k < j; k++) {
                b[k][j] = b[j][k];
            }
        }
    }

    @Override
    public int size() {
        return g.length;
    }

    @Override
    public double curvature(int a) {
        return b[a][a];
    }

    @Override
    public double slope(int a) {
        return s[a];
    }

    @Override
    public void move(int a, double delta) {
        d[a] += delta;
        Vectors.add(s, delta, b[a]); // (1)
    }

    @Override
    public double value() {
        return 0.5 * (Vectors.dot(g, d) + Vectors.dot(s, d)); // (2)
    }

    @Override
    public void mark() {
        markedS = s.clone();
        markedD = d.clone();
    }

    @Override
    public void back() {
        Vectors.copy(markedS, s);
        Vectors.copy(markedD, d);
    }
}
