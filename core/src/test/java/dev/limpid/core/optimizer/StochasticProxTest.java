package dev.limpid.core.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.internal.optimizer.Vectors;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.EmpiricalRisk;
import dev.limpid.core.objective.FiniteSum;
import dev.limpid.core.parameter.Block;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.penalty.Penalty;
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
import dev.limpid.core.update.adaptive.Adagrad;
import dev.limpid.core.update.adaptive.Adam;
import dev.limpid.core.update.adaptive.AdamW;
import dev.limpid.core.update.adaptive.Adamax;
import dev.limpid.core.update.adaptive.AmsGrad;
import dev.limpid.core.update.adaptive.CenteredRmsProp;
import dev.limpid.core.update.adaptive.Lion;
import dev.limpid.core.update.adaptive.Nadam;
import dev.limpid.core.update.adaptive.Radam;
import dev.limpid.core.update.adaptive.RmsProp;
import dev.limpid.core.update.average.Averaged;
import dev.limpid.core.update.average.ExponentialAverage;
import dev.limpid.core.update.average.Lookahead;
import dev.limpid.core.update.average.ScheduleFree;
import dev.limpid.core.update.average.Swa;
import dev.limpid.core.update.stage.ClipValue;
import dev.limpid.core.update.stage.CoupledDecay;
import dev.limpid.core.update.stage.DecoupledDecay;
import dev.limpid.core.update.stage.TrustRatio;
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

    /** Updates that scale parameters, with rates that fall fast enough to come to rest. */
    static Stream<Update> scaling() {
        Schedule rate = Schedule.exponential(0.2, 0.99);
        Update adam = new Adam(rate, 0.9, 0.9, 1e-8);
        return Stream.of(
                new Adagrad(Schedule.constant(1), 0, 1e-10),
                new RmsProp(rate, 0.9, 1e-8),
                new CenteredRmsProp(rate, 0.9, 1),
                adam,
                new AdamW(rate, 0.9, 0.9, 1e-8, 0),
                new AmsGrad(rate, 0.9, 0.9, 1e-8),
                new Adamax(rate, 0.9, 0.9, 1e-8),
                new Nadam(rate, 0.9, 0.9, 1e-8, 0.004),
                new Radam(rate, 0.9, 0.9, 1e-8),
                new Averaged(adam, 1000),
                new ExponentialAverage(adam, 0.9),
                new Swa(adam, 1000, 1),
                Lookahead.around(adam),
                Chain.of(adam).onGradient(ClipValue.of(100)).onStep(DecoupledDecay.of(0)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scaling")
    void reachTheMinimumOfBothByStepsOfEachParameter(Update update) {
        ParameterRun run =
                new Stochastic(update, new FullSampler()).start(lasso(), new double[] {0, 0}, 1, Memory.empty());
        Runs.steps(run, 2000);

        assertThat(run.answer())
                .containsExactly(
                        new double[] {3.5, 0}, within(1e-3)); // soft(mean, 0.5); rates fall before AMSGrad is all there
    }

    @Test
    void updatesWithoutStepLengthsAreRefused() {
        Update adam = Adam.withLearningRate(0.1);
        for (Update update : List.of(
                Lion.withLearningRate(0.1),
                PolyakStep.withMinimum(0, 1),
                ScheduleFree.around(Sgd.withLearningRate(1)),
                Chain.of(adam).onStep(new TrustRatio()))) {
            refuses(
                    update,
                    lasso(),
                    update.name()
                            + " has no step length for the prox of the penalty: use Sgd, Momentum or Adam, or a penalty "
                            + "with a gradient, such as L2Penalty");
        }
    }

    /** A ridge has a gradient, so an update without a step length for its prox takes it as a part of the sum. */
    @Test
    void updatesWithoutStepLengthsTakeAPenaltyThatHasAGradient() {
        FiniteSum mean = EmpiricalRisk.linear(
                new LinearHypothesis(1, 1, false), new SquaredLoss(), Dataset.of(new double[][] {{1}, {1}}, 3, 5));
        for (Update update : List.of(
                PolyakStep.withMinimum(4.5, 1),
                ScheduleFree.around(Sgd.withLearningRate(0.5)),
                new Lion(Schedule.polynomial(0.1, 1e-5, 1000, 1), 0.9, 0.99, 0))) {
            ParameterRun run = new Stochastic(update, new FullSampler())
                    .start(mean.penalized("weights", L2Penalty.of(1)), new double[] {0}, 1, Memory.empty());
            Runs.steps(run, 2000);

            assertThat(run.answer())
                    .as(update.name())
                    .containsExactly(new double[] {2}, within(1e-2)); // 4/(1 + λ), where F = 4.5
        }
    }

    /** ‖θ‖, whose prox shrinks all parameters together. */
    private record Norm() implements Penalty {

        @Override
        public double value(double[] t, Block b) {
            return Vectors.norm(t);
        }

        @Override
        public void prox(double[] z, Block b, double step) {
            double shrink = Math.max(0, 1 - step / Vectors.norm(z));
            for (int j = 0; j < z.length; j++) {
                z[j] *= shrink;
            }
        }
    }

    @Test
    void updatesThatScaleParametersNeedASumOverParameters() {
        Composite<? extends FiniteSum> group = new SumToy(new double[] {3, 4}).penalized("theta", new Norm());
        refuses(
                Adam.withLearningRate(0.1),
                group,
                "Adam has a step length for each parameter, so it needs a penalty that is a sum over parameters, but the "
                        + "penalty is none: use Sgd, Momentum or Nesterov");
        refuses(
                Lion.withLearningRate(0.1),
                group,
                "Lion has no step length for the prox of the penalty: use Sgd, Momentum or Nesterov, or a penalty with a "
                        + "gradient, such as L2Penalty");

        ParameterRun run = new Stochastic(Momentum.withLearningRate(0.05), new FullSampler())
                .start(group, new double[2], 1, Memory.empty());
        Runs.steps(run, 2000);
        assertThat(run.theta()).containsExactly(new double[] {2.4, 3.2}, within(1e-9)); // (1 − 1/5)·(3, 4)
    }

    private static void refuses(Update update, Composite<?> objective, String message) {
        assertThatThrownBy(() ->
                        new Stochastic(update, new FullSampler()).start(objective, new double[2], 1, Memory.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
