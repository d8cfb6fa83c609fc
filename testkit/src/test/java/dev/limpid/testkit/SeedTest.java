package dev.limpid.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Seeds of tests: the same in each run, told when a test fails, set by a property. */
class SeedTest {

    private static final String SWITCH = "limpid.sampleSeeds";

    static final class Inside implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return context.getConfigurationParameter(SWITCH).isPresent()
                    ? ConditionEvaluationResult.enabled("run by SeedTest")
                    : ConditionEvaluationResult.disabled("run by SeedTest only");
        }
    }

    @ExtendWith(Inside.class)
    static class Samples {
        @Test
        void fails(@Seed long seed) {
            throw new AssertionError("seed " + seed);
        }

        @Test
        void asksForAString(@Seed String seed) {
            assertThat(seed).isEmpty();
        }
    }

    private static Throwable failureOf(String test) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Samples.class))
                .configurationParameter(SWITCH, "true")
                .execute()
                .testEvents()
                .failed()
                .stream()
                .filter(event -> event.getTestDescriptor().getDisplayName().startsWith(test))
                .findFirst()
                .orElseThrow()
                .getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }

    @Test
    void parametersOfATestShareItsSeed(@Seed long seed, @Seed RandomGenerator one, @Seed RandomGenerator two) {
        long first = one.nextLong();

        assertThat(first).isEqualTo(two.nextLong());
        assertThat(first).isEqualTo(new java.util.SplittableRandom(seed).nextLong());
    }

    @Test
    void aFailedTestTellsItsSeedWhichIsTheSameInEachRun() {
        Throwable once = failureOf("fails");
        Throwable again = failureOf("fails");
        String seed = String.valueOf(once.getMessage()).substring("seed ".length());

        assertThat(again).hasMessage(once.getMessage());
        assertThat(once.getSuppressed()).hasSize(1);
        assertThat(once.getSuppressed()[0]).hasMessage("the seed was " + seed + "; replay with -Dlimpid.seed=" + seed);
    }

    @Test
    void aParameterOfAnotherTypeIsRefused() {
        assertThat(failureOf("asksForAString"))
                .hasStackTraceContaining(
                        "a parameter with @Seed must be a long or a RandomGenerator, but was a String");
    }

    @Test
    void thePropertySetsTheSeed() {
        assertThat(SeedExtension.seed("", "a test", () -> 5)).isEqualTo("a test".hashCode());
        assertThat(SeedExtension.seed("42", "a test", () -> 5)).isEqualTo(42);
        assertThat(SeedExtension.seed("random", "a test", () -> 5)).isEqualTo(5);
        assertThatThrownBy(() -> SeedExtension.seed("4.2", "a test", () -> 5))
                .hasMessage("system property limpid.seed must be a whole number or random, but was 4.2");
    }
}
