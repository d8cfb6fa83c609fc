package dev.limpid.testkit.problem;

import dev.limpid.core.objective.Curved;
import dev.limpid.core.parameter.Blocks;

/** F(x) = ½(x − m)ᵀ·A·(x − m) + c with a symmetric A. */
final class Quadratic implements Curved {

    private final double[][] a;
    private final double[] m;
    private final double c;

    Quadratic(double[][] a, double[] m, double c) {
        this.a = a;
        this.m = m;
        this.c = c;
    }

    static Quadratic diagonal(double[] diagonal, double[] m) {
        double[][] a = new double[m.length][m.length];
        for (int j = 0; j < m.length; j++) {
            a[j][j] = diagonal[j];
        }
        return new Quadratic(a, m, 0);
    }

    @Override
    public Blocks blocks() {
        return Blocks.single(m.length);
    }

    @Override
    public double value(double[] t) {
        return gradient(t, new double[t.length]);
    }

    @Override
    public double gradient(double[] t, double[] g) {
        double sum = 0;
        for (int j = 0; j < g.length; j++) {
            double product = 0;
            for (int k = 0; k < g.length; k++) {
                product += a[j][k] * (t[k] - m[k]);
            }
            g[j] = product;
            sum += product * (t[j] - m[j]);
        }
        return sum / 2 + c;
    }

    @Override
    public double quadratic(double[] t, double cap, double[] g, double[][] b) {
        for (int j = 0; j < m.length; j++) {
            System.arraycopy(a[j], 0, b[j], 0, j + 1);
        }
        return gradient(t, g);
    }

    @Override
    public double typicalCurvature(double[] t) {
        return 1;
    }

    @Override
    public boolean needsCap() {
        return false;
    }

    @Override
    public String formula() {
        return "½(x − m)ᵀ·A·(x − m) + c";
    }
}
