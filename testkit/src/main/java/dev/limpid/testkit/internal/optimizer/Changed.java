package dev.limpid.testkit.internal.optimizer;

import dev.limpid.core.objective.Curved;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.testkit.declaration.OptimizerDeclaration.Change;
import java.util.SplittableRandom;

/** c·F(A·z + b) in place of F(x). */
class Changed implements Smooth {

    private static final long SEED = 42;

    final Smooth f;
    final double[][] a;
    private final double[][] inverse;
    private final double[] b;
    final double c;

    private Changed(Smooth f, double[][] a, double[][] inverse, double[] b, double c) {
        this.f = f;
        this.a = a;
        this.inverse = inverse;
        this.b = b;
        this.c = c;
    }

    /** Makes a change of a problem, with the view of a Curved one kept. */
    static Changed of(Smooth f, Change change) {
        int p = f.blocks().size();
        SplittableRandom random = new SplittableRandom(SEED);
        double[] b = new double[p];
        double[][] a = identity(p);
        double[][] inverse = identity(p);
        if (change == Change.TRANSLATION) {
            for (int j = 0; j < p; j++) {
                b[j] = 3 * random.nextGaussian();
            }
        }
        if (change == Change.ROTATION || change == Change.AFFINE) {
            reflect(random, a, inverse);
            reflect(random, a, inverse);
        }
        if (change == Change.AFFINE) {
            stretch(a, inverse);
        }
        double c = change == Change.FACTOR ? 250 : 1;
        return f instanceof Curved ? new OfCurved(f, a, inverse, b, c) : new Changed(f, a, inverse, b, c);
    }

    private static double[][] identity(int p) {
        double[][] one = new double[p][p];
        for (int j = 0; j < p; j++) {
            one[j][j] = 1;
        }
        return one;
    }

    /** A ← A·H, A⁻¹ ← H·A⁻¹ with the Householder reflection H = I − 2vvᵀ/vᵀv of a random v. */
    private static void reflect(SplittableRandom random, double[][] a, double[][] inverse) {
        int p = a.length;
        double[] v = new double[p];
        double square = 0;
        for (int j = 0; j < p; j++) {
            v[j] = random.nextGaussian();
            square += v[j] * v[j];
        }
        for (int i = 0; i < p; i++) {
            double row = 0;
            double column = 0;
            for (int j = 0; j < p; j++) {
                row += a[i][j] * v[j];
                column += inverse[j][i] * v[j];
            }
            for (int j = 0; j < p; j++) {
                a[i][j] -= 2 * row * v[j] / square;
                inverse[j][i] -= 2 * column * v[j] / square;
            }
        }
    }

    /** A ← A·D, A⁻¹ ← D⁻¹·A⁻¹ with D = diag(1, 2, 3, …). */
    private static void stretch(double[][] a, double[][] inverse) {
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                a[i][j] *= 1 + j;
                inverse[j][i] /= 1 + j;
            }
        }
    }

    /** Returns x = A·z + b. */
    final double[] forward(double[] z) {
        double[] x = product(a, z);
        for (int j = 0; j < x.length; j++) {
            x[j] += b[j];
        }
        return x;
    }

    /** Returns z = A⁻¹·(x − b). */
    final double[] inverse(double[] x) {
        double[] moved = x.clone();
        for (int j = 0; j < x.length; j++) {
            moved[j] -= b[j];
        }
        return product(inverse, moved);
    }

    private static double[] product(double[][] m, double[] v) {
        double[] result = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            for (int j = 0; j < v.length; j++) {
                result[i] += m[i][j] * v[j];
            }
        }
        return result;
    }

    @Override
    public Blocks blocks() {
        return f.blocks();
    }

    @Override
    public double value(double[] t) {
        return c * f.value(forward(t));
    }

    @Override
    public double gradient(double[] t, double[] g) {
        double[] inner = new double[t.length];
        double value = c * f.gradient(forward(t), inner);
        pullBack(inner, g);
        return value;
    }

    /** g ← c·Aᵀ·inner */
    final void pullBack(double[] inner, double[] g) {
        for (int j = 0; j < g.length; j++) {
            double sum = 0;
            for (int i = 0; i < g.length; i++) {
                sum += a[i][j] * inner[i];
            }
            g[j] = c * sum;
        }
    }

    /** The same for a problem with a local quadratic: its matrix is c·Aᵀ·B·A. */
    private static final class OfCurved extends Changed implements Curved {

        private final Curved curved;

        OfCurved(Smooth f, double[][] a, double[][] inverse, double[] b, double c) {
            super(f, a, inverse, b, c);
            this.curved = (Curved) f;
        }

        @Override
        public double quadratic(double[] t, double cap, double[] g, double[][] out) {
            int p = t.length;
            double[] inner = new double[p];
            double[][] lower = new double[p][p];
            double value = c * curved.quadratic(forward(t), cap / c, inner, lower);
            pullBack(inner, g);
            for (int j = 0; j < p; j++) {
                for (int k = 0; k <= j; k++) {
                    double sum = 0;
                    for (int i = 0; i < p; i++) {
                        for (int l = 0; l < p; l++) {
                            sum += a[i][j] * lower[Math.max(i, l)][Math.min(i, l)] * a[l][k];
                        }
                    }
                    out[j][k] = c * sum;
                }
            }
            return value;
        }

        @Override
        public double typicalCurvature(double[] t) {
            return c * curved.typicalCurvature(forward(t));
        }

        @Override
        public boolean needsCap() {
            return curved.needsCap();
        }
    }
}
