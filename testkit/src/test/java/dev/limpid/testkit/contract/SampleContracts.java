package dev.limpid.testkit.contract;

import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.regression.SquaredLoss;
import java.util.Map;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Contracts as users write them, some to fail: only {@link LossContractTest} runs them, in an engine of its own. */
final class SampleContracts {

    /** Name of the configuration parameter that lets them run. */
    static final String SWITCH = "limpid.sampleContracts";

    private SampleContracts() {}

    /** Lets a sample run where {@link #SWITCH} is set. */
    static final class Inside implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return context.getConfigurationParameter(SWITCH).isPresent()
                    ? ConditionEvaluationResult.enabled("run by LossContractTest")
                    : ConditionEvaluationResult.disabled("run by LossContractTest only");
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
                    "L10", "follows from L02");
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
            return Map.of("L99", "there is no such law", "P01", "another contract's");
        }
    }
}
