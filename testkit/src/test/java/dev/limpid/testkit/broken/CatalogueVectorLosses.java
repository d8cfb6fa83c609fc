package dev.limpid.testkit.broken;

import dev.limpid.core.loss.classification.SoftmaxLoss;

/** Bugs of the catalogue in losses of several scores. */
final class CatalogueVectorLosses {

    private CatalogueVectorLosses() {}

    /** Keeps the class in a byte, which is negative from 128 on. */
    static final class ClassInByte extends SoftmaxLoss {
        ClassInByte() {
            super(200);
        }

        @Override
        public double value(double[] y, double[] f) {
            return super.value(new double[] {(byte) (int) y[0]}, f);
        }
    }

    /** Makes ±1 of 0 and 1 in the caller's array. */
    static final class RecodesLabels extends SoftmaxLoss {
        RecodesLabels() {
            super(2);
        }

        @Override
        public double value(double[] y, double[] f) {
            double value = super.value(y, f);
            y[0] = 2 * y[0] - 1;
            return value;
        }
    }
}
