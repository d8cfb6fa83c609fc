package dev.limpid.testkit.broken;

import dev.limpid.core.loss.Unit;
import dev.limpid.core.loss.ranking.PairwiseLogisticLoss;
import java.util.Arrays;

/** Losses of units with one fault each. */
final class BrokenUnitLosses {

    private BrokenUnitLosses() {}

    /** Doubles the gradient. */
    static final class WithFactor extends PairwiseLogisticLoss {
        @Override
        public void gradient(Unit unit, double[] out) {
            super.gradient(unit, out);
            for (int i = 0; i < unit.size(); i++) {
                out[i] *= 2;
            }
        }
    }

    /** Adds a pull towards 0, but says that shifts don't matter. */
    static final class NotShiftInvariant extends PairwiseLogisticLoss {
        @Override
        public double value(Unit unit) {
            return super.value(unit) + 0.5 * unit.f()[0] * unit.f()[0];
        }
    }

    /** Counts pairs in the wrong order. */
    static final class MassOfScores extends PairwiseLogisticLoss {
        @Override
        public double mass(Unit unit) {
            return super.mass(unit) + (unit.f()[0] > 0 ? 1 : 0);
        }
    }

    /** Takes all row weights for 1. */
    static final class Unweighted extends PairwiseLogisticLoss {
        private static Unit plain(Unit unit) {
            double[] ones = new double[unit.size()];
            Arrays.fill(ones, 1);
            return new Unit(unit.y(), ones, unit.f());
        }

        @Override
        public double mass(Unit unit) {
            return super.mass(plain(unit));
        }

        @Override
        public double value(Unit unit) {
            return super.value(plain(unit));
        }

        @Override
        public void gradient(Unit unit, double[] out) {
            super.gradient(plain(unit), out);
        }
    }

    /** Looks at the first row more closely. */
    static final class OrderMatters extends PairwiseLogisticLoss {
        @Override
        public double value(Unit unit) {
            return super.value(unit) * (unit.y()[0][0] > 0 ? 1 : 1.5);
        }
    }
}
