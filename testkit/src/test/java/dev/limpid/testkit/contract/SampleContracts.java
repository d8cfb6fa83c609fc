package dev.limpid.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Rows;
import dev.limpid.core.hypothesis.Hypothesis;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.objective.Objective;
import dev.limpid.core.optimizer.Lbfgs;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.BootstrapSampler;
import dev.limpid.core.sampler.Feedback;
import dev.limpid.core.sampler.Population;
import dev.limpid.core.sampler.Sampler;
import dev.limpid.core.sampler.negative.NegativeSampler;
import dev.limpid.core.sampler.negative.UniformNegativeSampler;
import dev.limpid.core.sampler.stream.Reservoir;
import dev.limpid.core.sampler.stream.VitterReservoir;
import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.training.Memory;
import dev.limpid.core.update.Sgd;
import dev.limpid.core.update.Update;
import dev.limpid.testkit.problem.Problems;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Contracts as users write them, some to fail: only {@link Engine} runs them. */
final class SampleContracts {

    /** Name of the configuration parameter that lets them run. */
    static final String SWITCH = "limpid.sampleContracts";

    private SampleContracts() {}

    /** Lets a sample run where {@link #SWITCH} is set. */
    static final class Inside implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return context.getConfigurationParameter(SWITCH).isPresent()
                    ? ConditionEvaluationResult.enabled("run by Engine")
                    : ConditionEvaluationResult.disabled("run by Engine only");
        }
    }

    @ExtendWith(SampleContracts.Inside.class)
    static class OfARightLoss implements LossContract {
        @Override
        public Loss newLoss() {
            return new SquaredLoss();
        }
    }

    private static final class TwiceTheGradient extends SquaredLoss {
        @Override
        public double gradient(double y, double f) {
            return 2 * (f - y);
        }

        @Override
        public dev.limpid.core.loss.Jet at(double y, double f) {
            return new dev.limpid.core.loss.Jet(value(y, f), gradient(y, f), 1);
        }
    }

    @ExtendWith(SampleContracts.Inside.class)
    static class OfABrokenLoss implements LossContract {
        @Override
        public Loss newLoss() {
            return new TwiceTheGradient();
        }
    }

    @ExtendWith(SampleContracts.Inside.class)
    static class WithAReason extends OfABrokenLoss {
        @Override
        public Map<String, String> exclusions() {
            return Map.of(
                    "L02", "the factor is the way we count",
                    "L06", "follows from L02",
                    "L07", "follows from L02",
                    "L10", "follows from L02",
                    "L31", "follows from L02");
        }
    }

    @ExtendWith(SampleContracts.Inside.class)
    static class WithoutNeed extends OfARightLoss {
        @Override
        public Map<String, String> exclusions() {
            return Map.of("L02", "it was broken once", "L24", "no units here");
        }
    }

    @ExtendWith(SampleContracts.Inside.class)
    static class WithoutReason extends OfABrokenLoss {
        @Override
        public Map<String, String> exclusions() {
            return Map.of("L02", " ");
        }
    }

    @ExtendWith(SampleContracts.Inside.class)
    static class OfNoLaw extends OfARightLoss {
        @Override
        public Map<String, String> exclusions() {
            return Map.of("L99", "there is no such law");
        }
    }

    @ExtendWith(SampleContracts.Inside.class)
    static class OfAnotherKind extends OfARightLoss {
        @Override
        public Map<String, String> exclusions() {
            return Map.of("P01", "a law of penalties");
        }
    }

    private static final class Nothing implements Sampler {
        @Override
        public Batch next(Population population, Feedback feedback, Memory memory, RandomGenerator random) {
            throw new UnsupportedOperationException("not today");
        }
    }

    @ExtendWith(SampleContracts.Inside.class)
    static class OfNothing implements SamplerContract {
        @Override
        public Sampler newSampler() {
            return new Nothing();
        }
    }

    private static final class Flat extends SquaredLoss {
        @Override
        public double value(double y, double f) {
            return 0;
        }

        @Override
        public double gradient(double y, double f) {
            return 0;
        }
    }

    @ExtendWith(SampleContracts.Inside.class)
    static class OfAnEmptyLoss implements LossContract {
        @Override
        public Loss newLoss() {
            return new Flat();
        }
    }

    @ExtendWith(SampleContracts.Inside.class)
    static class WithAnOverriddenTest extends OfABrokenLoss {
        @Override
        public void l02TheGradientIsTheDerivativeOfTheValue() {
            // not today
        }
    }

    @ExtendWith(SampleContracts.Inside.class)
    static class OfTwoKinds implements LossContract, PenaltyContract {
        @Override
        public Loss newLoss() {
            return new SquaredLoss();
        }

        @Override
        public Penalty newPenalty() {
            return new L1Penalty(0.3);
        }

        @Test
        void aTestOfItsOwn() {
            assertThat(newPenalty().convex()).isTrue();
        }
    }

    /** Each law is excluded without a reason, so that each test fails. */
    @ExtendWith(SampleContracts.Inside.class)
    static class OfEveryKind
            implements LossContract,
                    PenaltyContract,
                    ObjectiveContract,
                    HypothesisContract,
                    UpdateContract,
                    OptimizerContract,
                    SamplerContract,
                    ScheduleContract,
                    ReservoirContract,
                    NegativeSamplerContract {

        @Override
        public Loss newLoss() {
            return new SquaredLoss();
        }

        @Override
        public Penalty newPenalty() {
            return new L1Penalty(0.3);
        }

        @Override
        public Objective newObjective() {
            return Problems.rosenbrock().objective();
        }

        @Override
        public Hypothesis newHypothesis() {
            return new LinearHypothesis(2, 1, true);
        }

        @Override
        public Rows newRows() {
            return Dataset.unlabeled(new double[][] {{1, 2}, {0, -1}}).features();
        }

        @Override
        public Update newUpdate() {
            return Sgd.withLearningRate(0.1);
        }

        @Override
        public Schedule newSchedule() {
            return Schedule.constant(0.1);
        }

        @Override
        public Optimizer<?> newOptimizer() {
            return Lbfgs.defaults();
        }

        @Override
        public Sampler newSampler() {
            return new BootstrapSampler();
        }

        @Override
        public Reservoir newReservoir() {
            return new VitterReservoir(3);
        }

        @Override
        public NegativeSampler newNegativeSampler() {
            return new UniformNegativeSampler();
        }

        @Override
        public Map<String, String> exclusions() {
            Map<String, String> blank = new HashMap<>();
            LawNames.CONTRACTS.values().forEach(laws -> laws.forEach(law -> blank.put(law.id(), " ")));
            return blank;
        }
    }
}
