package dev.limpid.testkit.broken;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Unit;
import dev.limpid.core.loss.UnitLoss;
import java.util.Arrays;

/** Bugs of the catalogue that take several rows. */
final class CatalogueUnitLosses {

    private CatalogueUnitLosses() {}

    /** Σᵢ wᵢ·½(fᵢ − yᵢ)², to be got wrong. */
    private static class Squares implements UnitLoss {
        double weight(Unit unit, int i) {
            return unit.w()[i];
        }

        @Override
        public double mass(Unit unit) {
            return Arrays.stream(unit.w()).sum();
        }

        @Override
        public double value(Unit unit) {
            double sum = 0;
            for (int i = 0; i < unit.size(); i++) {
                double r = unit.f()[i] - unit.y()[0][i];
                sum += weight(unit, i) * 0.5 * r * r;
            }
            return sum;
        }

        @Override
        public void gradient(Unit unit, double[] out) {
            for (int i = 0; i < unit.size(); i++) {
                out[i] = weight(unit, i) * (unit.f()[i] - unit.y()[0][i]);
            }
        }
    }

    /** Multiplies by the weights once more. */
    static final class WeightsSquared extends Squares {
        @Override
        double weight(Unit unit, int i) {
            return unit.w()[i] * unit.w()[i];
        }
    }

    /** Leaves the weights out of the second derivative. */
    static final class UnweightedHessian extends Squares {
        @Override
        public void curvature(Unit unit, double[] out) {
            Arrays.fill(out, 0, unit.size(), 1);
        }

        @Override
        public Curvature kind() {
            return Curvature.EXACT;
        }
    }

    /** Has the mean divided by n instead of Σw. */
    static final class MassOfRows extends Squares {
        @Override
        public double mass(Unit unit) {
            return unit.size();
        }
    }

    /** Σᵢ wᵢ·(log Σₖ exp(fᵢₖ) − fᵢ,y) over rows of three scores, to be got wrong. */
    private static class Softmaxes implements UnitLoss {
        static final int K = 3;

        @Override
        public int scores() {
            return K;
        }

        @Override
        public int classes() {
            return K;
        }

        double top(Unit unit, int i) {
            return Arrays.stream(unit.f(), i * K, (i + 1) * K).max().orElseThrow();
        }

        double factor(Unit unit, int i) {
            return unit.w()[i];
        }

        int place(Unit unit, int i, int k) {
            return i * K + k;
        }

        /** exp(fᵢₖ − top) of the three scores, and their sum. */
        private double[] exps(Unit unit, int i) {
            double[] exps = new double[K + 1];
            for (int k = 0; k < K; k++) {
                exps[k] = Math.exp(unit.f()[i * K + k] - top(unit, i));
                exps[K] += exps[k];
            }
            return exps;
        }

        @Override
        public double mass(Unit unit) {
            return Arrays.stream(unit.w()).sum();
        }

        @Override
        public double value(Unit unit) {
            double sum = 0;
            for (int i = 0; i < unit.size(); i++) {
                double right = unit.f()[i * K + (int) unit.y()[0][i]];
                sum += factor(unit, i) * (Math.log(exps(unit, i)[K]) + top(unit, i) - right);
            }
            return sum;
        }

        @Override
        public void gradient(Unit unit, double[] out) {
            for (int i = 0; i < unit.size(); i++) {
                double[] exps = exps(unit, i);
                for (int k = 0; k < K; k++) {
                    double share = exps[k] / exps[K] - (k == (int) unit.y()[0][i] ? 1 : 0);
                    out[place(unit, i, k)] = factor(unit, i) * share;
                }
            }
        }
    }

    /** Subtracts the largest score of all rows. */
    static final class LargestOfAllRows extends Softmaxes {
        @Override
        double top(Unit unit, int i) {
            return Arrays.stream(unit.f()).max().orElseThrow();
        }
    }

    /** Lays the gradient out by classes. */
    static final class ClassMajor extends Softmaxes {
        @Override
        int place(Unit unit, int i, int k) {
            return k * unit.size() + i;
        }
    }

    /** Divides by the number of rows. */
    static final class MeanOverRows extends Softmaxes {
        @Override
        double factor(Unit unit, int i) {
            return super.factor(unit, i) / unit.size();
        }
    }
}
