package dev.limpid.core.training;

import java.util.Locale;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs steps and the reason of the end, at level INFO.
 *
 * @param logger where to
 * @param every how many steps a line; ≥ 1
 * @since 0.1.0
 */
public record LogObserver(Logger logger, int every) implements Observer {

    /** Checks the range. */
    public LogObserver {
        Objects.requireNonNull(logger, "logger");
        if (!(every >= 1)) {
            throw new IllegalArgumentException("every must be >= 1, but was " + every);
        }
    }

    /**
     * Logs to the logger of {@link Training}.
     *
     * @param every how many steps a line; ≥ 1
     * @return the observer
     */
    public static LogObserver every(int every) {
        return new LogObserver(LoggerFactory.getLogger(Training.class), every);
    }

    @Override
    public void onStep(Step step) {
        boolean ends = step.stop().isFinal();
        if ((ends || step.iteration() % every == 0) && logger.isInfoEnabled()) {
            logger.info(line(step));
        }
        if (ends) {
            logger.info("{}", step.stop());
        }
    }

    private static String line(Step step) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "step %d: objective %.6g, gradient %.3g, length %.3g",
                step.iteration(),
                step.objective(),
                step.gradientNorm(),
                step.length()));
        double validation = step.number(Step.VALIDATION);
        if (!Double.isNaN(validation)) {
            text.append(String.format(Locale.ROOT, ", validation %.6g", validation));
        }
        return text.toString();
    }
}
