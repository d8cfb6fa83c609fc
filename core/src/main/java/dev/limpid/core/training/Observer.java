package dev.limpid.core.training;

/**
 * Somebody who watches a run: a log, a progress bar, a recorder.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface Observer {

    /**
     * Is told of a step after it was made. An observer can't change the run; it stops it through {@link Training#stop}.
     *
     * @param step what the step did
     */
    void onStep(Step step);
}
