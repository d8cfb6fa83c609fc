package dev.limpid.core.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.FiniteSum;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.sampler.FullSampler;
import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.update.Chain;
import dev.limpid.core.update.Momentum;
import dev.limpid.core.update.Nesterov;
import dev.limpid.core.update.PolyakStep;
import dev.limpid.core.update.Sgd;
import dev.limpid.core.update.Update;
import dev.limpid.core.update.adaptive.Adam;
import dev.limpid.core.update.average.Lookahead;
import dev.limpid.core.update.average.ScheduleFree;
import dev.limpid.core.update.stage.CoupledDecay;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Updates and penalties that have a prox. */
class StochasticProxTest {

    private static Composite<? extends FiniteSum> lasso() {
        return new SumToy(new double[] {3, 0.2}, new double[] {5, 0.2}).penalized("theta", L1Penalty.of(0.5));
    }

    static Stream<Update> right() {
        Update sgd = Sgd.withLearningRate(0.2);
        return Stream.of(
                sgd,
                Momentum.withLearningRate(0.05),
                new Momentum(Schedule.constant(0.2), 0.9, 0.9),
                Nesterov.withLearningRate(0.05),
                Lookahead.around(sgd),
                Lookahead.around(Momentum.withLearningRate(0.05)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("right")
    void reachTheMinimumOfBoth(Update update) {
        ParameterRun run =
                new Stochastic(update, new FullSampler()).start(lasso(), new double[] {0, 0}, 1, Memory.empty());
        Runs.steps(run, 2000);

        assertThat(run.answer()).containsExactly(new double[] {3.5, 0}, within(1e-9)); // soft(mean, 0.5)
    }

    @Test
    void coupledDecayIsAnL2PenaltyBesideAnother() {
        Update decayed = Chain.of(Sgd.withLearningRate(0.2)).onGradient(CoupledDecay.of(1));
        ParameterRun run =
                new Stochastic(decayed, new FullSampler()).start(lasso(), new double[] {0, 0}, 1, Memory.empty());
        Runs.steps(run, 500);

        assertThat(run.theta()).containsExactly(new double[] {1.75, 0}, within(1e-12)); // soft(mean, 0.5)/(1 + 1)
    }

    @Test
    void updatesWithoutOneStepLengthAreRefused() {
        for (Update update : List.of(
                Adam.withLearningRate(0.1),
                PolyakStep.withMinimum(0, 1),
                ScheduleFree.around(Sgd.withLearningRate(1)))) {
            assertThatThrownBy(() ->
                            new Stochastic(update, new FullSampler()).start(lasso(), new double[2], 1, Memory.empty()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(update.name()
                            + " needs an objective without a prox, but has to minimise the penalty too, and no "
                            + "one step length fits all its parameters: use Sgd, Momentum or Nesterov, or a penalty with a "
                            + "gradient, such as L2Penalty");
        }
    }
}
