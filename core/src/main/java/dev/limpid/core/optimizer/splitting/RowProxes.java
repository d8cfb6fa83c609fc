package dev.limpid.core.optimizer.splitting;

import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.VectorLoss;
import dev.limpid.core.objective.LinearDesign;

/** The loss of each row at its scores: values, slopes and proxes; score k of row i at k·n + i. */
sealed interface RowProxes {

    static RowProxes of(LinearDesign design) {
        Loss loss = design.loss();
        double[][] y = design.y();
        return loss instanceof ScalarLoss scalar
                ? new OfScalar(scalar, y[0])
                : new OfVector((VectorLoss) loss, y, design.size());
    }

    /** ℓ(yᵢ, fᵢ). */
    double value(int i, double[] f);

    /** Writes a slope of ℓ at fᵢ. */
    void slope(int i, double[] f, double[] s);

    /** Writes argmin over x of ℓ(yᵢ, x) + ‖x − zᵢ‖²/(2·step). */
    void prox(int i, double[] z, double step, double[] x);

    /** Of one score. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record OfScalar(ScalarLoss loss, double[] y) implements RowProxes {

        @Override
        public double value(int i, double[] f) {
            return loss.value(y[i], f[i]);
        }

        @Override
        public void slope(int i, double[] f, double[] s) {
            s[i] = loss.gradient(y[i], f[i]);
        }

        @Override
        public void prox(int i, double[] z, double step, double[] x) {
            x[i] = loss.prox(y[i], z[i], step);
        }
    }

    /** Of several scores. */
    final class OfVector implements RowProxes {

        private final VectorLoss loss;
        private final double[][] y;
        private final int n;
        private final double[] targets;
        private final double[] in;
        private final double[] out;

        OfVector(VectorLoss loss, double[][] y, int n) {
            this.loss = loss;
            this.y = y;
            this.n = n;
            this.targets = new double[y.length];
            this.in = new double[loss.scores()];
            this.out = new double[loss.scores()];
        }

        @Override
        public double value(int i, double[] f) {
            read(i, f);
            return loss.value(targets, in);
        }

        @Override
        public void slope(int i, double[] f, double[] s) {
            read(i, f);
            loss.gradient(targets, in, out);
            write(i, s);
        }

        @Override
        public void prox(int i, double[] z, double step, double[] x) {
            read(i, z);
            loss.prox(targets, in, step, out);
            write(i, x);
        }

        private void read(int i, double[] from) {
            for (int t = 0; t < targets.length; t++) {
                targets[t] = y[t][i];
            }
            for (int k = 0; k < in.length; k++) {
                in[k] = from[k * n + i];
            }
        }

        private void write(int i, double[] to) {
            for (int k = 0; k < out.length; k++) {
                to[k * n + i] = out[k];
            }
        }
    }
}
