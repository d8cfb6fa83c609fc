package dev.limpid.testkit.core;

import static dev.limpid.testkit.LimpidAssertions.assertThat;

import dev.limpid.core.optimizer.Fista;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.optimizer.splitting.Admm;
import dev.limpid.core.optimizer.splitting.FrankWolfe;
import dev.limpid.core.optimizer.splitting.FrankWolfe.Rule;
import dev.limpid.testkit.contract.OptimizerContract;
import dev.limpid.testkit.problem.PenalizedQuadratics;
import dev.limpid.testkit.problem.Problems;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The optimizers that take objectives apart obey the laws. */
class SplittingOptimizersTest {

    @Nested
    class FrankWolfeTest implements OptimizerContract {
        @Override
        public Optimizer<?> newOptimizer() {
            return FrankWolfe.defaults();
        }
    }

    @Nested
    class FrankWolfeWithAwaySteps implements OptimizerContract {
        @Override
        public Optimizer<?> newOptimizer() {
            return FrankWolfe.defaults().withRule(Rule.AWAY_STEPS).withTolerance(1e-9);
        }
    }

    @Nested
    class FrankWolfeOpenLoop implements OptimizerContract {
        @Override
        public Optimizer<?> newOptimizer() {
            return FrankWolfe.defaults().withRule(Rule.OPEN_LOOP);
        }
    }

    @Nested
    class AdmmTest implements OptimizerContract {
        @Override
        public Optimizer<?> newOptimizer() {
            return Admm.defaults();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Rule.class,
            names = {"LINE", "AWAY_STEPS"})
    void frankWolfeGetsToTheMinimumOverSets(Rule rule) {
        FrankWolfe frankWolfe = FrankWolfe.defaults().withRule(rule);

        assertThat(frankWolfe).minimizes(PenalizedQuadratics.onSimplex());
        assertThat(frankWolfe).minimizes(PenalizedQuadratics.inBall());
        assertThat(frankWolfe).minimizes(PenalizedQuadratics.inBox());
    }

    @Test
    void admmGetsToTheMinimumOfEachPenalty() {
        assertThat(Admm.defaults()).minimizes(Problems.lasso());
        assertThat(Admm.defaults()).minimizes(PenalizedQuadratics.onSimplex());
        assertThat(Admm.defaults()).minimizes(PenalizedQuadratics.inBox());
        assertThat(Admm.defaults()).minimizes(PenalizedQuadratics.inBall());
        assertThat(Admm.defaults()).minimizes(PenalizedQuadratics.fused());
    }

    @Test
    void fistaGetsToTheMinimumOverSets() {
        assertThat(Fista.defaults()).minimizes(PenalizedQuadratics.onSimplex());
        assertThat(Fista.defaults()).minimizes(PenalizedQuadratics.inBox());
        assertThat(Fista.defaults()).minimizes(PenalizedQuadratics.inBall());
    }
}
