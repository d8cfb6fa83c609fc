package dev.limpid.testkit.problem;

import dev.limpid.core.objective.Curved;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.training.OracleCount;

/** F(x) = ½(x − m)ᵀ·A·(x − m) + c with a symmetric A; counts what it is asked. */
final class Quadratic implements Curved {

    private final double[][] a;
    private final double[] m;
    private final double c;
    private final Calls calls = new Calls();

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
        calls.value();
        return compute(t, new double[t.length]);
    }

    @Override
    public double gradient(double[] t, double[] g) {
        calls.gradient();
        return compute(t, g);
    }

    private double compute(double[] t, double[] g) {
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
        calls.matrix();
        for (int j = 0; j < m.length; j++) {
            System.arraycopy(a[j], 0, b[j], 0, j + 1);
        }
        return compute(t, g);
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
    public OracleCount count() {
        return calls.count();
    }

    @Override
    public String formula() {
        return "½(x − m)ᵀ·A·(x − m) + c";
    }
}
