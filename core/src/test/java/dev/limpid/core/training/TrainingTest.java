package dev.limpid.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.explain.Explanation;
import dev.limpid.core.training.StopReason.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingTest {

    /** Each step halves θ; F = θ². */
    private static final class Halving implements ParameterRun {

        private final Memory memory;
        private final double[] theta;

        Halving(double theta0, Memory memory) {
            boolean resumes = memory.has("theta");
            this.memory = memory;
            this.theta = memory.array("theta", 1);
            if (!resumes) {
                theta[0] = theta0;
            }
        }

        @Override
        public Step step() {
            double[] iteration = memory.array("iteration", 1);
            iteration[0]++;
            double before = theta[0] * theta[0];
            double slope = -2 * before;
            theta[0] /= 2;
            double after = theta[0] * theta[0];
            return new Step(
                    (long) iteration[0],
                    after,
                    2 * Math.abs(theta[0]),
                    0.5,
                    new OracleCount(1, 2, 0, 30),
                    Map.of(Step.BEFORE, before, Step.SLOPE, slope),
                    StopReason.RUNNING);
        }

        @Override
        public Memory memory() {
            return memory;
        }

        @Override
        public double[] theta() {
            return theta.clone();
        }
    }

    private static Training<Double> training(Run run, List<Stopping> stopping, Observer... observers) {
        return Training.of(run, trace -> ((ParameterRun) run).theta()[0], stopping, List.of(observers));
    }

    private static Training<Double> training(Stopping... stopping) {
        return training(new Halving(8, Memory.empty()), List.of(stopping));
    }

    @Test
    void finishMakesStepsUntilARuleEndsThem() {
        Training<Double> training = training(Stopping.maxIterations(3));

        double model = training.finish();

        assertThat(model).isEqualTo(1);
        assertThat(training.trace().objective()).containsExactly(16, 4, 1);
        assertThat(training.reason())
                .hasToString(
                        "LIMIT: The limit of 3 steps was reached before the tolerance: allow more, or check the scale of "
                                + "the columns.");
        assertThat(training.last().stop()).isEqualTo(training.reason());
    }

    @Test
    void stepSaysWhetherThereIsAnother() {
        Training<Double> training = training(Stopping.maxIterations(2));

        assertThat(training.step()).isTrue();
        assertThat(training.reason()).isEqualTo(StopReason.RUNNING);
        assertThat(training.step()).isFalse();
        assertThat(training.step()).isFalse();
        assertThat(training.trace().size()).isEqualTo(2);
    }

    @Test
    void theReasonOfTheRunComesBeforeThatOfRules() {
        Run converging = ending(StopReason.converged("Done."));

        Training<Double> training =
                Training.of(converging, trace -> 0.0, List.of(Stopping.maxIterations(1)), List.of());
        training.finish();

        assertThat(training.reason()).hasToString("CONVERGED: Done.");
    }

    private static Run ending(StopReason reason) {
        return reporting(1, reason);
    }

    private static Run reporting(double objective, StopReason reason) {
        Memory memory = Memory.empty();
        return new Run() {
            @Override
            public Step step() {
                return new Step(1, objective, 0, 1, OracleCount.NONE, Map.of(), reason);
            }

            @Override
            public Memory memory() {
                return memory;
            }
        };
    }

    @Test
    void resumedTrainingsGoOnWhereTheFirstEnded() {
        Training<Double> first = training(Stopping.maxIterations(2));
        first.finish();
        Memory saved = Memory.of(first.memory().snapshot());

        Training<Double> second = training(new Halving(-1, saved), List.of(Stopping.maxIterations(5)));

        assertThat(second.finish())
                .isEqualTo(training(Stopping.maxIterations(5)).finish());
        assertThat(second.trace().step(0).iteration()).isEqualTo(3);
    }

    @Test
    void stopTakesEffectBetweenSteps() {
        Training<Double> training = training();
        training.step();
        training.stop();

        assertThat(training.step()).isFalse();
        assertThat(training.trace().size()).isEqualTo(1);
        assertThat(training.reason()).hasToString("STOPPED: Stopped on request after step 1.");
    }

    @Test
    void observersMayStopTheTrainingTheyWatch() {
        List<Training<Double>> self = new ArrayList<>();
        Training<Double> training = training(
                new Halving(8, Memory.empty()), List.of(), step -> self.get(0).stop());
        self.add(training);

        training.finish();

        assertThat(training.trace().size()).isEqualTo(1);
    }

    @Test
    void stoppingBeforeTheFirstStepMakesNone() {
        Training<Double> training = training();
        training.stop();

        assertThat(training.finish()).isEqualTo(8);
        assertThat(training.reason()).hasToString("STOPPED: Stopped on request before the first step.");
    }

    @Test
    void interruptionStopsAndKeepsTheFlag() {
        Training<Double> training = training(
                new Halving(8, Memory.empty()),
                List.of(),
                step -> Thread.currentThread().interrupt());

        training.finish();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(training.trace().size()).isEqualTo(1);
        assertThat(training.reason()).hasToString("STOPPED: The thread was interrupted after step 1.");
    }

    @Test
    void observersSeeEachStepWithItsReason() {
        List<Step> seen = new ArrayList<>();
        Training<Double> training =
                training(new Halving(8, Memory.empty()), List.of(Stopping.maxIterations(3)), seen::add);

        training.finish();

        assertThat(seen).isEqualTo(training.trace().steps());
        assertThat(seen).extracting(step -> step.stop().kind()).containsExactly(Kind.RUNNING, Kind.RUNNING, Kind.LIMIT);
    }

    @Test
    void exceptionsOfObserversComeOutAfterTheStepIsMadeAndTold() {
        List<Step> seen = new ArrayList<>();
        Observer failing = step -> {
            throw new IllegalStateException("disk full at " + step.iteration());
        };
        Training<Double> training = training(
                new Halving(8, Memory.empty()), List.of(Stopping.maxIterations(2)), failing, failing, seen::add);

        assertThatThrownBy(training::step)
                .hasMessage("disk full at 1")
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
        assertThat(seen).hasSize(1);
        assertThatThrownBy(training::step).hasMessage("disk full at 2");
        assertThat(training.reason().kind()).isEqualTo(Kind.LIMIT);
        assertThat(training.step()).isFalse();
    }

    @Test
    void numbersThatLeaveTheFiniteOnesEndTheRun() {
        Training<Double> infinite =
                Training.of(reporting(Double.POSITIVE_INFINITY, StopReason.RUNNING), t -> 0.0, List.of(), List.of());
        infinite.finish();
        Training<Double> lost = training(new Halving(Double.NaN, Memory.empty()), List.of());
        lost.finish();

        assertThat(infinite.reason())
                .hasToString(
                        "DIVERGED: After step 1 the objective is Infinity: try a smaller learning rate or a stronger "
                                + "penalty, or scale the columns.");
        assertThat(lost.reason())
                .hasToString(
                        "DIVERGED: After step 1 parameter 0 is NaN: try a smaller learning rate or a stronger penalty, "
                                + "or scale the columns.");
    }

    @Test
    void anUnknownObjectiveIsNotDivergence() {
        Training<Double> training =
                Training.of(reporting(Double.NaN, StopReason.RUNNING), trace -> 0.0, List.of(), List.of());

        assertThat(training.step()).isTrue();
    }

    @Test
    void theLastStepIsExplainedAsArithmetic() {
        Training<Double> training = training();
        training.step();

        Explanation explanation = training.explainStep();

        // F: 64 → 16; slope −128, length ½
        assertThat(explanation.value()).isEqualTo(16);
        assertThat(explanation.recompute()).isCloseTo(16, within(1e-14));
        assertThat(explanation)
                .hasToString(
                        "    16.00000  objective after step 1, where the gradient is 8.000; it took 1 values, 2 gradients, "
                                + "0 matrices over 30 rows, sum of:\n"
                                + "      64.00000  objective before\n"
                                + "     -64.00000  change that the slope promised, product of:\n"
                                + "         0.50000  step length α\n"
                                + "        -128.000  slope ⟨∇F, d⟩\n"
                                + "      16.00000  what curvature added: the change was -48.00, 0.750 of the promise");
    }

    @Test
    void aStepWithoutASlopeIsExplainedAsItIs() {
        Training<Double> training = Training.of(reporting(3, StopReason.RUNNING), trace -> 0.0, List.of(), List.of());
        training.step();

        assertThat(training.explainStep().parts()).isEmpty();
        assertThat(training.explainStep().value()).isEqualTo(3);
    }

    @Test
    void beforeTheFirstStepThereIsNothingToShow() {
        assertThatThrownBy(() -> training().last())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("last needs a step: call step first");
        assertThatThrownBy(() -> training().explainStep()).hasMessage("last needs a step: call step first");
        assertThat(training().trace()).hasToString("no steps");
    }

    @Test
    void secondsAreMeasuredButNotPrinted() {
        Training<Double> training = training(Stopping.maxIterations(4));
        training.finish();
        Trace trace = training.trace();

        double sum = 0;
        for (int i = 0; i < trace.size(); i++) {
            assertThat(trace.seconds(i)).isNotNegative();
            sum += trace.seconds(i);
        }
        assertThat(trace.seconds()).isEqualTo(sum);
        assertThat(trace.csv()).doesNotContain("seconds");
    }
}
