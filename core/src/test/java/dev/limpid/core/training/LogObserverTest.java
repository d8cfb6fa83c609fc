package dev.limpid.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.helpers.MessageFormatter;

class LogObserverTest {

    /** A logger that writes into a list. */
    private static Logger into(List<String> lines, boolean enabled) {
        return (Logger) Proxy.newProxyInstance(
                LogObserverTest.class.getClassLoader(), new Class<?>[] {Logger.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("isInfoEnabled")) {
                        return enabled;
                    }
                    Object[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
                    lines.add(method.getName() + " "
                            + MessageFormatter.arrayFormat((String) arguments[0], rest)
                                    .getMessage());
                    return null;
                });
    }

    private static Step step(long iteration, StopReason reason) {
        return new Step(iteration, 0.125, 1e-3, 1, OracleCount.NONE, Map.of(), reason);
    }

    @Test
    void everyFewStepsAndTheEndAreLogged() {
        List<String> lines = new ArrayList<>();
        LogObserver observer = new LogObserver(into(lines, true), 2);

        observer.onStep(step(1, StopReason.RUNNING));
        observer.onStep(step(2, StopReason.RUNNING).with(Step.VALIDATION, 0.5));
        observer.onStep(step(3, StopReason.converged("Done.")));

        assertThat(lines)
                .containsExactly(
                        "info step 2: objective 0.125000, gradient 0.00100, length 1.00, validation 0.500000",
                        "info step 3: objective 0.125000, gradient 0.00100, length 1.00",
                        "info CONVERGED: Done.");
    }

    @Test
    void nothingIsWrittenWhereNobodyListens() {
        List<String> lines = new ArrayList<>();

        new LogObserver(into(lines, false), 1).onStep(step(1, StopReason.RUNNING));

        assertThat(lines).isEmpty();
    }

    @Test
    void settingsAreRefusedByName() {
        assertThatThrownBy(() -> LogObserver.every(0)).hasMessage("every must be >= 1, but was 0");
        assertThat(LogObserver.every(5).logger().getName()).isEqualTo(Training.class.getName());
    }
}
