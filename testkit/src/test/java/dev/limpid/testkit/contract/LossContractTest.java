package dev.limpid.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.testkit.law.LossLaw;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** What JUnit shows of a contract. */
class LossContractTest {

    private static EngineExecutionResults run(Class<?> contract) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(contract))
                .configurationParameter(SampleContracts.SWITCH, "true")
                .execute();
    }

    private static List<String> failures(Class<?> contract) {
        return run(contract).testEvents().failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow()
                        .getMessage())
                .toList();
    }

    @Test
    void aRightLossPassesAndSaysWhatWasNotTested() {
        EngineExecutionResults results = run(SampleContracts.OfARightLoss.class);

        results.testEvents()
                .assertStatistics(s -> s.started(LossLaw.all().size() + 1L).failed(0));
        assertThat(results.testEvents().aborted().stream()
                        .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                                .getThrowable()
                                .orElseThrow()
                                .getMessage()))
                .contains("L03 not applicable: no kinks");
    }

    @Test
    void theLineIsPublished() {
        List<String> lines = run(SampleContracts.OfARightLoss.class).allEvents().reportingEntryPublished().stream()
                .map((Event event) -> event.getRequiredPayload(ReportEntry.class)
                        .getKeyValuePairs()
                        .get("laws"))
                .toList();

        assertThat(lines)
                .containsExactly("SquaredLoss: 25 laws, 17 passed, 8 not applicable (no kinks; a best shift for every"
                        + " target; predicts no probabilities, and predicts() states nothing; a ScalarLoss is handed no"
                        + " arrays; not declared shift-invariant; not a UnitLoss)");
    }

    @Test
    void aBrokenLossFailsInTheTestsOfTheLawsItBreaks() {
        assertThat(run(SampleContracts.OfABrokenLoss.class).testEvents().failed().stream()
                        .map(event -> event.getTestDescriptor().getDisplayName()))
                .contains(
                        "L02 the gradient is the derivative of the value", "L06 the curvature is of its declared kind")
                .doesNotContain("L01 scores, targets, classes and domain go together");
    }

    @Test
    void anExclusionWithAReasonIsHeeded() {
        run(SampleContracts.WithAReason.class).testEvents().assertStatistics(s -> s.failed(0));
    }

    @Test
    void anExclusionThatIsNotNeededFails() {
        assertThat(failures(SampleContracts.WithoutNeed.class))
                .containsExactlyInAnyOrder(
                        "SquaredLoss breaks law L02: the gradient is the derivative of the value.\n"
                                + "  exclusions() names L02 (it was broken once), but the law holds: remove the exclusion.",
                        "SquaredLoss breaks law L24: in a unit, the order of the rows does not matter.\n"
                                + "  exclusions() names L24 (no units here), but the law does not apply (not a UnitLoss):"
                                + " remove the exclusion.");
    }

    @Test
    void anExclusionWithoutAReasonFails() {
        assertThat(failures(SampleContracts.WithoutReason.class))
                .contains("TwiceTheGradient breaks law L02: the gradient is the derivative of the value.\n"
                        + "  exclusions() must give a reason for L02, but gave none.");
    }

    @Test
    void anExclusionOfNoLawFails() {
        assertThat(failures(SampleContracts.OfNoLaw.class))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("exclusions() must name laws, but L99" + " is none of [L01, L02,");
    }

    @Test
    void recordsAndPrintedPartsShowTheirSettings() {
        assertThat(Battery.nameOf(new HuberLoss(2))).isEqualTo("HuberLoss[threshold=2.0]");
    }
}
