package dev.limpid.testkit.core;

import dev.limpid.core.penalty.ElasticNetPenalty;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.penalty.NoPenalty;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.testkit.contract.PenaltyContract;
import org.junit.jupiter.api.Nested;

/** All penalties of core obey the laws. */
class PenaltiesTest {

    @Nested
    class None implements PenaltyContract {
        @Override
        public Penalty newPenalty() {
            return new NoPenalty();
        }
    }

    @Nested
    class Ridge implements PenaltyContract {
        @Override
        public Penalty newPenalty() {
            return new L2Penalty(0.3);
        }
    }

    @Nested
    class Lasso implements PenaltyContract {
        @Override
        public Penalty newPenalty() {
            return new L1Penalty(0.3);
        }
    }

    @Nested
    class ElasticNet implements PenaltyContract {
        @Override
        public Penalty newPenalty() {
            return new ElasticNetPenalty(0.3, 0.4);
        }
    }

    @Nested
    class LassoOfScaledParameters implements PenaltyContract {
        @Override
        public Penalty newPenalty() {
            return new L1Penalty(0.3).scaledBy(new double[] {1, 2, 0.1, 4, 0.5, 1});
        }
    }

    @Nested
    class RidgeOfScaledParameters implements PenaltyContract {
        @Override
        public Penalty newPenalty() {
            return new L2Penalty(0.3).scaledBy(new double[] {1, 2, 0.1, 4, 0.5, 1});
        }
    }
}
