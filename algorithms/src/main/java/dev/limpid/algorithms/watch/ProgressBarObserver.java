package dev.limpid.algorithms.watch;

import dev.limpid.core.training.Observer;
import dev.limpid.core.training.Step;
import java.util.Locale;
import java.util.Objects;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
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
    private final @Nullable ProgressBarConsumer consumer;
    private @Nullable ProgressBar bar;

    /**
     * Shows a bar on the console (standard error).
     *
     * @param task what is fitted
     * @param steps number of steps expected; ≥ 1
     */
    public ProgressBarObserver(String task, long steps) {
        this(task, steps, null);
    }

    /**
     * Shows a bar anywhere.
     *
     * @param task what is fitted
     * @param steps number of steps expected; ≥ 1
     * @param consumer receives the bar as text; null for the console
     */
    public ProgressBarObserver(String task, long steps, @Nullable ProgressBarConsumer consumer) {
        this.task = Objects.requireNonNull(task, "task");
        if (!(steps >= 1)) {
            throw new IllegalArgumentException("steps must be >= 1, but was " + steps);
        }
        this.steps = steps;
        this.consumer = consumer;
    }

    @Override
    public void onStep(Step step) {
        ProgressBar shown = bar;
        if (shown == null) {
            shown = open();
            bar = shown;
        }
        shown.stepTo(Math.min(step.iteration(), steps));
        shown.setExtraMessage(String.format(Locale.ROOT, " objective %.6g", step.objective()));
        if (step.stop().isFinal()) {
            shown.maxHint(Math.max(1, Math.min(step.iteration(), steps)));
            close();
        }
    }

    private ProgressBar open() {
        ProgressBarBuilder builder =
                ProgressBar.builder().setTaskName(task).setInitialMax(steps).setUpdateIntervalMillis(MILLISECONDS);
        if (consumer != null) {
            builder.setConsumer(consumer);
        }
        return builder.build();
    }

    /** Finishes the bar, if there is one. */
    @Override
    public void close() {
        ProgressBar shown = bar;
        if (shown != null) {
            bar = null;
            shown.close();
        }
    }
}
