package dev.limpid.testkit.contract;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** Runs the sample contracts in an engine of their own. */
final class Engine {

    private Engine() {}

    static EngineExecutionResults run(Class<?> contract) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(contract))
                .configurationParameter(SampleContracts.SWITCH, "true")
                .execute();
    }

    /** Returns the display names of the failed tests with their messages. */
    static Map<String, String> failures(Class<?> contract) {
        return messages(run(contract).testEvents().failed());
    }

    /** Returns the display names of the skipped tests with their messages. */
    static Map<String, String> aborted(Class<?> contract) {
        return messages(run(contract).testEvents().aborted());
    }

    /** Returns the lines that the contract published, one for each contract that the class implements. */
    static List<String> lines(Class<?> contract) {
        return run(contract).allEvents().reportingEntryPublished().stream()
                .map((Event event) -> event.getRequiredPayload(ReportEntry.class)
                        .getKeyValuePairs()
                        .get("laws"))
                .toList();
    }

    private static Map<String, String> messages(Events events) {
        Map<String, String> messages = new LinkedHashMap<>();
        events.stream()
                .forEach(event -> messages.put(
                        event.getTestDescriptor().getDisplayName(),
                        event.getRequiredPayload(TestExecutionResult.class)
                                .getThrowable()
                                .orElseThrow()
                                .getMessage()));
        return messages;
    }
}
