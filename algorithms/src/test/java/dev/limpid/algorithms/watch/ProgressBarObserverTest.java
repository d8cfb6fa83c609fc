package dev.limpid.algorithms.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limpid.core.training.OracleCount;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import me.tongfei.progressbar.ProgressBarConsumer;
import org.junit.jupiter.api.Test;

class ProgressBarObserverTest {

    /** Keeps what it is shown. */
    private static final class Screen implements ProgressBarConsumer {

        private final List<String> shown = new CopyOnWriteArrayList<>();
        private final AtomicInteger closed = new AtomicInteger();

        @Override
        public int getMaxRenderedLength() {
            return 100;
        }

        @Override
        public void accept(String text) {
            shown.add(text);
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }

        String last() {
            return shown.get(shown.size() - 1);
        }
    }

    private static Step step(long iteration, StopReason reason) {
        return new Step(iteration, 0.125, 1e-3, 1, OracleCount.NONE, Map.of(), reason);
    }

    @Test
    void theBarEndsWithTheFit() {
        Screen screen = new Screen();
        ProgressBarObserver observer = new ProgressBarObserver("bikes", 3, () -> screen);

        observer.onStep(step(1, StopReason.RUNNING));
        observer.onStep(step(2, StopReason.RUNNING));
        observer.onStep(step(3, StopReason.converged("Done.")));

        assertThat(screen.closed).hasValue(1);
        assertThat(screen.last())
                .contains("bikes")
                .contains("3/3")
                .contains("100%")
                .contains("objective 0.125000");
    }

    @Test
    void aFitThatEndsEarlyFillsTheBar() {
        Screen screen = new Screen();

        new ProgressBarObserver("bikes", 100, () -> screen).onStep(step(1, StopReason.converged("Done.")));

        assertThat(screen.last()).contains("1/1").contains("100%");
    }

    @Test
    void moreStepsThanExpectedStayWithinTheBar() {
        Screen screen = new Screen();
        ProgressBarObserver observer = new ProgressBarObserver("bikes", 2, () -> screen);

        observer.onStep(step(5, StopReason.converged("Done.")));

        assertThat(screen.last()).contains("2/2");
    }

    @Test
    void aFitThatFailsCanBeClosedAndAnotherShown() {
        Screen screen = new Screen();
        ProgressBarObserver observer = new ProgressBarObserver("bikes", 2, () -> screen);
        observer.onStep(step(1, StopReason.RUNNING));
        observer.close();
        observer.close();
        assertThat(screen.closed).hasValue(1);

        observer.onStep(step(1, StopReason.RUNNING));
        observer.close();

        assertThat(screen.closed).hasValue(2);
    }

    @Test
    void settingsAreRefusedByName() {
        assertThatThrownBy(() -> new ProgressBarObserver("bikes", 0)).hasMessage("steps must be >= 1, but was 0");
    }
}
