package dev.limpid.testkit.broken;

import dev.limpid.core.loss.classification.SoftmaxLoss;

/** Softmax losses with one fault each. */
final class BrokenVectorLosses {

    private BrokenVectorLosses() {}

    /** Doubles one component of the gradient. */
    static final class GradientOfOneScore extends SoftmaxLoss {
        GradientOfOneScore() {
            super(3);
        }

        @Override
        public void gradient(double[] y, double[] f, double[] out) {
            super.gradient(y, f, out);
            out[1] *= 3;
        }

        @Override
        public double at(double[] y, double[] f, double[] gradient, double[] curvature) {
            double value = super.at(y, f, gradient, curvature);
            gradient[1] *= 3;
            return value;
        }
    }

    /** Subtracts the largest score from its input. */
    static final class InPlace extends SoftmaxLoss {
        InPlace() {
            super(3);
        }

        @Override
        public double value(double[] y, double[] f) {
            double value = super.value(y, f);
            double top = Math.max(f[0], Math.max(f[1], f[2]));
            for (int k = 0; k < f.length; k++) {
                f[k] -= top;
            }
            return value;
        }
    }

    /** Writes the probabilities over the scores. */
    static final class MeanInPlace extends SoftmaxLoss {
        MeanInPlace() {
            super(3);
        }

        @Override
        public void mean(double[] f, double[] out) {
            super.mean(f, out);
            System.arraycopy(out, 0, f, 0, out.length);
        }
    }

    /** Takes the softmax of probabilities. */
    static final class SoftmaxTwice extends SoftmaxLoss {
        SoftmaxTwice() {
            super(3);
        }

        @Override
        public void mean(double[] f, double[] out) {
            super.mean(f, out);
            super.mean(out.clone(), out);
        }
    }
}
