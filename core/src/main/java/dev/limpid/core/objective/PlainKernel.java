package dev.limpid.core.objective;

import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.LossKernel;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.VectorLoss;

/** Loops over a loss, shared by all losses. */
final class PlainKernel {

    private PlainKernel() {}

    static LossKernel of(Loss loss) {
        if (loss instanceof ScalarLoss scalar) {
            return new OfScalar(scalar);
        }
        if (loss instanceof VectorLoss vector) {
            return new OfVector(vector);
        }
        throw new IllegalArgumentException("loss must be a ScalarLoss or a VectorLoss, but was "
                + loss.getClass().getName());
    }

    private record OfScalar(ScalarLoss loss) implements LossKernel {

        @Override
        public double value(int n, double[][] y, double[][] f, double[] w) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += w[i] * loss.value(y[0][i], f[0][i]);
            }
            return sum;
        }

        @Override
        public void gradient(int n, double[][] y, double[][] f, double[] w, double[][] g) {
            for (int i = 0; i < n; i++) {
                g[0][i] = w[i] * loss.gradient(y[0][i], f[0][i]);
            }
        }

        @Override
        public double valueAndGradient(int n, double[][] y, double[][] f, double[] w, double[][] g) {
            gradient(n, y, f, w, g);
            return value(n, y, f, w);
        }

        @Override
        public double quadratic(int n, double[][] y, double[][] f, double[] w, double[][] g, double[][] h) {
            for (int i = 0; i < n; i++) {
                h[0][i] = w[i] * loss.curvature(y[0][i], f[0][i]);
            }
            return valueAndGradient(n, y, f, w, g);
        }
    }

    private record OfVector(VectorLoss loss) implements LossKernel {

        @Override
        public double value(int n, double[][] y, double[][] f, double[] w) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += w[i] * loss.value(column(y, i), column(f, i));
            }
            return sum;
        }

        @Override
        public void gradient(int n, double[][] y, double[][] f, double[] w, double[][] g) {
            double[] out = new double[f.length];
            for (int i = 0; i < n; i++) {
                loss.gradient(column(y, i), column(f, i), out);
                for (int k = 0; k < out.length; k++) {
                    g[k][i] = w[i] * out[k];
                }
            }
        }

        @Override
        public double valueAndGradient(int n, double[][] y, double[][] f, double[] w, double[][] g) {
            gradient(n, y, f, w, g);
            return value(n, y, f, w);
        }

        @Override
        public double quadratic(int n, double[][] y, double[][] f, double[] w, double[][] g, double[][] h) {
            double[] out = new double[f.length];
            for (int i = 0; i < n; i++) {
                loss.curvature(column(y, i), column(f, i), out);
                for (int k = 0; k < out.length; k++) {
                    h[k][i] = w[i] * out[k];
                }
            }
            return valueAndGradient(n, y, f, w, g);
        }

        private static double[] column(double[][] x, int i) {
            double[] out = new double[x.length];
            for (int k = 0; k < x.length; k++) {
                out[k] = x[k][i];
            }
            return out;
        }
    }
}
