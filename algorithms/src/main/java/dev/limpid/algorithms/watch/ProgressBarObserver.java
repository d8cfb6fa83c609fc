package dev.limpid.algorithms.watch;

import dev.limpid.core.training.Observer;
import dev.limpid.core.training.Step;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Shows a fit as a progress bar with its objective.
 *
 * <p>The bar appears with the first step and is finished with the last one; {@link #close} finishes it where a fit ends by an
 * exception. It may be used for one fit after another, not for two at once.
 *
 * @since 0.1.0
 */
public final class ProgressBarObserver implements Observer, AutoCloseable {

    private static final int MILLISECONDS = 200;

    private final String task;
    private final long steps;
    private final Supplier<ProgressBarConsumer> consumers;
    private @Nullable Shown shown;

    /**
     * Shows a bar on the console (standard error).
     *
     * @param task what is fitted
     * @param steps number of steps expected; ≥ 1
     */
    public ProgressBarObserver(String task, long steps) {
        this(task, steps, () -> new ConsoleProgressBarConsumer(System.err));
    }

    /**
     * Shows a bar anywhere.
     *
     * @param task what is fitted
     * @param steps number of steps expected; ≥ 1
     * @param consumers gives what receives the bar as text, for each fit anew
     */
    public ProgressBarObserver(String task, long steps, Supplier<ProgressBarConsumer> consumers) {
        this.task = Objects.requireNonNull(task, "task");
        if (!(steps >= 1)) {
            throw new IllegalArgumentException("steps must be >= 1, but was " + steps);
        }
        this.steps = steps;
        this.consumers = Objects.requireNonNull(consumers, "consumers");
    }

    @Override
    public void onStep(Step step) {
        Shown now = shown;
        if (now == null) {
            now = open();
            shown = now;
        }
        now.bar.stepTo(Math.min(step.iteration(), steps));
        now.bar.setExtraMessage(String.format(Locale.ROOT, " objective %.6g", step.objective()));
        if (step.stop().isFinal()) {
            now.bar.maxHint(Math.max(1, Math.min(step.iteration(), steps)));
            close();
        }
    }

    private Shown open() {
        Once consumer = new Once(consumers.get());
        ProgressBar bar = ProgressBar.builder()
                .setTaskName(task)
                .setInitialMax(steps)
                .setUpdateIntervalMillis(MILLISECONDS)
                .setConsumer(consumer)
                .build();
        return new Shown(bar, consumer);
    }

    /** Finishes the bar, if there is one. */
    @Override
    public void close() {
        Shown now = shown;
        if (now != null) {
            shown = null;
            now.bar.close();
            if (!now.consumer.closed) {
                now.bar.close(); // the first call only draws, where the bar's own thread has not drawn before it
            }
        }
    }

    private record Shown(ProgressBar bar, Once consumer) {}

    /** Passes on what it gets; is closed once. */
    private static final class Once implements ProgressBarConsumer {

        private final ProgressBarConsumer consumer;
        private volatile boolean closed;

        Once(ProgressBarConsumer consumer) {
            this.consumer = consumer;
        }

        @Override
        public int getMaxRenderedLength() {
            return consumer.getMaxRenderedLength();
        }

        @Override
        public void accept(String text) {
            consumer.accept(text);
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                consumer.close();
            }
        }
    }
}
