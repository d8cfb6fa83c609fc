package dev.limpid.core.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.FiniteSum;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Feedback;
import dev.limpid.core.sampler.FullSampler;
import dev.limpid.core.sampler.Population;
import dev.limpid.core.sampler.Sampler;
import dev.limpid.core.sampler.ShuffledSampler;
import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason.Kind;
import dev.limpid.core.update.Oracle;
import dev.limpid.core.update.Sgd;
import dev.limpid.core.update.Update;
import dev.limpid.core.update.adaptive.Adam;
import dev.limpid.core.update.average.Averaged;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class StochasticTest {

    private static final double[][] C = Regressions.normal(new SplittableRandom(3), 30, 2);

    private static ParameterRun start(Update update, Sampler sampler, long seed) {
        return new Stochastic(update, sampler).start(new SumToy(C), new double[2], seed, Memory.empty());
    }

    @Test
    void allUnitsAndLearningRateOneGoToTheMeanInOneStep() {
        SumToy sum = new SumToy(C);
        ParameterRun run = new Stochastic(Sgd.withLearningRate(1), new FullSampler())
                .start(sum, new double[] {5, -5}, 1, Memory.empty());

        Step step = run.step();

        assertThat(run.theta()).containsExactly(sum.mean(), within(1e-14));
        assertThat(step.objective()).isEqualTo(new SumToy(C).value(new double[] {5, -5}));
        assertThat(step.number(Step.EPOCH)).isEqualTo(1);
        assertThat(step.length()).isEqualTo(1);
        assertThat(sum.asked).isEqualTo(1);
    }

    @Test
    void learningRatesThatFallAsOneOverTimeAverageTheUnits() {
        // α = 1, ½, ⅓, …: θ after t steps is the mean of the first t points, after an epoch that of all
        Schedule harmonic = (progress, memory) -> 1.0 / progress.iteration();
        ParameterRun run = start(new Sgd(harmonic), ShuffledSampler.of(1), 4);

        Step last = Runs.steps(run, C.length);

        assertThat(run.theta()).containsExactly(new SumToy(C).mean(), within(1e-14));
        assertThat(last.number(Step.EPOCH)).isCloseTo(1, within(1e-14));
    }

    @Test
    void theProxFollowsTheStepWithTheSameLearningRate() {
        Composite<? extends FiniteSum> lasso =
                new SumToy(new double[] {3, 0.2}, new double[] {5, 0.2}).penalized("theta", L1Penalty.of(0.5));

        ParameterRun run = new Stochastic(Sgd.withLearningRate(0.5), new FullSampler())
                .start(lasso, new double[] {0, 0}, 1, Memory.empty());
        Step step = run.step();

        // ½·mean = (2, 0.1), then soft thresholds of 0.5·0.5
        assertThat(run.theta()).containsExactly(new double[] {1.75, 0}, within(1e-15));
        assertThat(step.objective()).isEqualTo(lasso.value(new double[] {0, 0}));
    }

    @Test
    void proxStepsReachTheMinimumOfTheComposite() {
        Composite<? extends FiniteSum> lasso =
                new SumToy(new double[] {3, 0.2}, new double[] {5, 0.2}).penalized("theta", L1Penalty.of(0.5));

        ParameterRun run = new Stochastic(Sgd.withLearningRate(0.5), new FullSampler())
                .start(lasso, new double[] {0, 0}, 1, Memory.empty());
        Runs.steps(run, 100);

        assertThat(run.theta()).containsExactly(new double[] {3.5, 0}, within(1e-14)); // soft(mean, 0.5)
    }

    @Test
    void resumingGivesTheSameBits() {
        Update adam = new Averaged(Adam.withLearningRate(Schedule.inverseTime(0.1, 0.5)), 0.5);
        Stochastic method = new Stochastic(adam, ShuffledSampler.of(7));
        for (int before : new int[] {1, 3, 5, 12}) { // within an epoch of five batches, at its end, beyond
            ParameterRun resumed = Runs.interrupted(method, new SumToy(C), new double[2], before, 20 - before);

            ParameterRun whole = Runs.uninterrupted(method, new SumToy(C), new double[2], 20);

            assertThat(resumed.theta()).isEqualTo(whole.theta());
            assertThat(resumed.answer()).isEqualTo(whole.answer());
            assertThat(resumed.step()).isEqualTo(whole.step());
        }
    }

    @Test
    void theSeedAloneDecides() {
        ParameterRun one = start(Sgd.withLearningRate(0.1), ShuffledSampler.of(4), 7);
        ParameterRun same = start(Sgd.withLearningRate(0.1), ShuffledSampler.of(4), 7);
        ParameterRun other = start(Sgd.withLearningRate(0.1), ShuffledSampler.of(4), 8);
        Runs.steps(one, 20);
        Runs.steps(same, 20);
        Runs.steps(other, 20);

        assertThat(same.theta()).isEqualTo(one.theta());
        assertThat(other.theta()).isNotEqualTo(one.theta());
    }

    @Test
    void averagesAnswerAndPointsStayTheirOwn() {
        ParameterRun run = start(new Averaged(Sgd.withLearningRate(0.5), 0), ShuffledSampler.of(1), 5);
        ParameterRun plain = start(Sgd.withLearningRate(0.5), ShuffledSampler.of(1), 5);
        double[] mean = new double[2];
        for (int t = 1; t <= 50; t++) {
            run.step();
            plain.step();
            for (int j = 0; j < 2; j++) {
                mean[j] += (plain.theta()[j] - mean[j]) / t;
            }
            assertThat(run.theta()).isEqualTo(plain.theta());
            assertThat(run.answer()).containsExactly(mean, within(1e-15));
            assertThat(plain.answer()).isEqualTo(plain.theta());
        }
    }

    /** An update that does with the oracle what a test says, and stays where it is. */
    private record Asking(Consumer<Oracle> question) implements Update {

        @Override
        public void delta(Oracle oracle, Memory memory, double[] delta) {
            question.accept(oracle);
        }

        @Override
        public Schedule learningRate() {
            return Schedule.constant(0.25);
        }
    }

    @Test
    void theOracleComputesNothingBeforeItIsAskedAndNothingTwice() {
        SumToy sum = new SumToy(C);
        List<Integer> asked = new ArrayList<>();
        Update update = new Asking(oracle -> {
            asked.add(sum.asked);
            oracle.gradient();
            oracle.value();
            oracle.gradient()[0] = Double.NaN; // a copy
            oracle.theta()[0] = Double.NaN; // a copy
            asked.add(sum.asked);
            Oracle there = oracle.at(new double[] {1, 1});
            asked.add(sum.asked);
            there.value();
            asked.add(sum.asked);
        });

        ParameterRun run = new Stochastic(update, ShuffledSampler.of(3)).start(sum, new double[2], 1, Memory.empty());
        Step step = run.step();

        assertThat(asked).containsExactly(0, 1, 1, 2);
        assertThat(run.theta()).containsExactly(0, 0);
        assertThat(step.gradientNorm()).isFinite();
    }

    @Test
    void theOracleSeesOneBatchFromAllPoints() {
        Update update = new Asking(oracle -> {
            double[] here = oracle.gradient();
            double[] there = oracle.at(new double[] {1, 2}).gradient();
            assertThat(there[0] - here[0]).isCloseTo(1, within(1e-14)); // ∇ = θ − mean of the batch
            assertThat(there[1] - here[1]).isCloseTo(2, within(1e-14));
            assertThat(oracle.hessianTimes(new double[] {3, -4})).containsExactly(new double[] {3, -4}, within(1e-9));
            assertThat(oracle.hessianTimes(new double[] {0, 0})).containsExactly(0, 0);
            assertThat(oracle.learningRate()).isEqualTo(0.25);
            assertThat(oracle.progress().iteration()).isEqualTo(1);
            assertThat(oracle.progress().epoch()).isZero();
            assertThat(oracle.blocks().size()).isEqualTo(2);
        });

        start(update, ShuffledSampler.of(3), 1).step();
    }

    /** What updates drew and were told, step by step. */
    private static List<Double> heard(long seed, int steps) {
        List<Double> heard = new ArrayList<>();
        Update update = new Asking(oracle -> {
            assertThat(oracle.random().nextDouble()).isEqualTo(oracle.random().nextDouble());
            heard.add(oracle.at(new double[2]).random().nextDouble());
            heard.add(oracle.value());
            heard.add(oracle.progress().objective());
        });
        Runs.steps(start(update, ShuffledSampler.of(3), seed), steps);
        return heard;
    }

    @Test
    void theOracleDrawsFromSeedAndStepAlone() {
        List<Double> heard = heard(1, 2);

        assertThat(heard(1, 2)).isEqualTo(heard);
        assertThat(heard(2, 1).get(0)).isNotEqualTo(heard.get(0));
        assertThat(heard.get(3)).isNotEqualTo(heard.get(0));
    }

    @Test
    void theProgressTellsWhatTheStepBeforeReported() {
        List<Double> heard = heard(1, 3);

        assertThat(heard.get(2)).isNaN();
        assertThat(heard.get(5)).isEqualTo(heard.get(1));
        assertThat(heard.get(8)).isEqualTo(heard.get(4));
    }

    @Test
    void anUpdateThatAsksNothingLeavesTheObjectiveUnknown() {
        Step step = start(new Asking(oracle -> {}), new FullSampler(), 1).step();

        assertThat(step.objective()).isNaN();
        assertThat(step.gradientNorm()).isNaN();
        assertThat(step.stop().isFinal()).isFalse();
    }

    @Test
    void divergenceStopsAtTheLastFinitePoint() {
        ParameterRun run = start(Sgd.withLearningRate(1e200), new FullSampler(), 1);

        Runs.End end = Runs.finish(run);

        assertThat(end.step().stop().kind()).isEqualTo(Kind.DIVERGED);
        assertThat(end.step().stop().sentence())
                .startsWith(
                        "Step 2 would leave the finite numbers: the objective is Infinity, the largest parameter would be ")
                .endsWith(
                        ". The run stays where it was; try a learning rate below 1.0E200, clip the gradient, or scale the "
                                + "columns.");
        assertThat(end.theta()[0]).isFinite();
    }

    /** Looks at what it was told. */
    private record Listening(List<Double> heard) implements Sampler {

        @Override
        public Batch next(Population population, Feedback feedback, Memory memory, RandomGenerator random) {
            heard.add(feedback.isKnown() ? feedback.gradient(0) : -1);
            heard.add(feedback.isKnown() ? feedback.gradient(1) : -1);
            return Batch.of(new int[] {0}, 0.5);
        }

        @Override
        public boolean usesFeedback() {
            return true;
        }
    }

    @Test
    void samplersThatLookAtFeedbackGetIt() {
        List<Double> heard = new ArrayList<>();
        ParameterRun run = new Stochastic(Sgd.withLearningRate(0.1), new Listening(heard))
                .start(new SumToy(new double[] {3, 4}, new double[] {1, 1}), new double[2], 1, Memory.empty());

        Runs.steps(run, 2);

        assertThat(heard).containsExactly(-1.0, -1.0, 5.0, Double.NaN);
        assertThat(run.memory().snapshot()).containsKey("feedback.gradient");
    }

    @Test
    void feedbackCostsNothingWhereNobodyLooks() {
        ParameterRun run = start(Sgd.withLearningRate(0.1), ShuffledSampler.of(3), 1);

        run.step();

        assertThat(run.memory().snapshot().keySet()).noneMatch(name -> name.startsWith("feedback"));
    }

    @Test
    void wrongPairingsAndRatesAreRefused() {
        Stochastic method = new Stochastic(Sgd.withLearningRate(0.1), ShuffledSampler.of(2));
        assertThatThrownBy(() -> method.start(QuadraticToy.ofCondition(10, 2), new double[2], 1, Memory.empty()))
                .hasMessage(
                        "Stochastic needs a finite sum, with or without a penalty that has a prox, but the objective offers "
                                + "no FiniteSum view: use Lbfgs");
        assertThatThrownBy(() -> method.start(new SumToy(new double[] {1}), new double[1], 1, Memory.empty())
                        .step())
                .hasMessage(
                        "ShuffledSampler needs an objective that sums over several units, but this one is a single unit: "
                                + "use FullSampler");
        assertThatThrownBy(() -> start(new Sgd((progress, memory) -> 0), new FullSampler(), 1)
                        .step())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("learningRate must be finite and > 0, but was 0.0 in step 1 of ")
                .hasMessageEndingWith("; mend the schedule");
    }

    @Test
    void aPointOfTheWrongLengthIsRefused() {
        Update update = new Asking(oracle -> oracle.at(new double[3]));

        assertThatThrownBy(() -> start(update, new FullSampler(), 1).step())
                .hasMessage("p must have length 2 (one number per parameter), but has length 3");
    }
}
